"""What was removed, what to review and how good runs were equals what was planted."""

from collections import Counter

from tests.warehouse.mart_truth.counted import gather, planted, read, same_order


def test_removed_lines_and_removal(connection, articles):
    outlet_of = {article.article_id: article.outlet for article in articles}
    lines = planted(connection, "FROM plan.line WHERE NOT is_kept")
    documents = Counter(outlet_of.values())
    truth = []
    for key, found in gather(
        lines, lambda line: (outlet_of[line.document_id], "drop", line.category, line.rule)
    ).items():
        count = len({line.document_id for line in found})
        truth.append((*key, count, len(found), sum(len(line.text) for line in found),
                      round(sum(line.score for line in found) / len(found), 4),
                      count / documents[key[0]]))  # fmt: skip
    assert read(connection, "*", "removed_lines") == same_order(truth)
    truth = Counter((line.document_id, line.category) for line in lines)
    found = read(connection, "document_id, category, line_count", "removal")
    assert found == same_order([(*key, count) for key, count in truth.items()])


def test_review_queue(connection):
    doubted = planted(connection, "FROM plan.line WHERE score = 0.5")
    truth = [("line", f"{line.document_id}:{line.line_no}", 1.0) for line in doubted]
    large = "SELECT story_id FROM plan.article GROUP BY ALL HAVING count(*) > 8"
    truth += [("story", row.story_id, 1.0) for row in planted(connection, large)]
    numbers = {row.entity_no for row in planted(connection, "FROM plan.appearance")}
    labels = ("PERSON", "ORG", "PLACE", "NORP")
    truth += [
        ("name", f"{labels[number % 4]}:Name {number}", 1.0)
        for number in numbers if number % 10 == 7
    ]  # fmt: skip
    assert {subject for subject, _, _ in truth} == {"line", "story", "name"}
    found = read(connection, "subject, subject_id, doubt_score::DOUBLE", "review_queue")
    assert found == same_order(truth)


def test_run_quality(connection, articles):
    removed = Counter(
        row.document_id for row in planted(connection, "FROM plan.line WHERE NOT is_kept")
    )
    truth = []
    for run_id, found in gather(articles, lambda a: a.run_id).items():
        count = len(found)
        undated = sum(a.published_date is None for a in found)
        unknown = sum(a.outlet is None for a in found)
        lines = sum(removed[a.article_id] for a in found) / (13 * count)
        truth.append((run_id, 90.0, count, count, count, 0, 0, unknown, undated, 5.0, lines, 0))
    columns = (
        "run_id, seconds, loaded_count, document_count, article_count, no_body_count, "
        "untitled_count, no_outlet_count, undated_count, mean_word_count, removed_line_share, "
        "rejection_count"
    )
    assert len(truth) == 5
    assert read(connection, columns, "run_quality") == same_order(truth)
