"""Every mart equals what was planted, counted a second time here in plain Python."""

from collections import Counter, defaultdict
from datetime import timedelta
from math import sqrt
from types import SimpleNamespace

import pytest

from benchmarks.make_warehouse import GeneratorParameters, fill_warehouse
from warehouse.marts import build_marts
from warehouse.memory import open_in_memory

DAY, WEEK = timedelta(days=1), timedelta(days=7)


@pytest.fixture(scope="module", params=[1, 2], ids=["seed 1", "seed 2"])
def connection(request):
    with open_in_memory() as opened:
        fill_warehouse(opened, GeneratorParameters(500, seed=request.param, word_count=5))
        build_marts(opened)
        yield opened


@pytest.fixture(scope="module")
def articles(connection):
    return planted(connection, "FROM plan.article ORDER BY number")


@pytest.fixture(scope="module")
def named(connection, articles):
    """(entity_id, article) for each article and entity it names."""
    by_id = {article.article_id: article for article in articles}
    rows = planted(connection, "FROM plan.appearance")
    return [(row.entity_id, by_id[row.article_id]) for row in rows]


def planted(connection, sql):
    cursor = connection.execute(sql)
    columns = [column[0] for column in cursor.description]
    return [SimpleNamespace(**dict(zip(columns, row, strict=True))) for row in cursor.fetchall()]


def read(connection, columns, mart):
    return same_order(connection.execute(f"SELECT {columns} FROM {mart}").fetchall())


def same_order(rows):
    rounded = [tuple(round(v, 9) if isinstance(v, float) else v for v in row) for row in rows]
    return sorted(rounded, key=repr)


def gather(items, key):
    gathered = defaultdict(list)
    for item in items:
        gathered[key(item)].append(item)
    return gathered


def texts(found):
    return [article for article in found if article.is_canonical]


def stories(found):
    return {article.story_id for article in found}


def outlets(found):
    return {article.outlet for article in found if article.outlet}


def week_of(article):
    return (
        article.published_date and article.published_date - article.published_date.weekday() * DAY
    )


def month_of(article):
    return article.published_date and article.published_date.replace(day=1)


def test_something_of_everything_was_planted(articles, named):
    assert sum(not article.is_canonical for article in articles) > 100
    assert sum(article.published_date is None for article in articles) > 20
    assert sum(article.published_at is not None for article in articles) > 50
    assert any(article.outlet is None for article in articles)
    days = {article.published_date for article in articles} - {None}
    assert (max(days) - min(days)).days > len(days)
    assert max(Counter(entity for entity, _ in named).values()) > 20


def test_publication(connection, articles):
    truth = [
        (a.article_id, a.published_date, week_of(a), month_of(a), a.outlet, a.is_canonical,
         a.canonical_article_id, a.story_id)
        for a in articles
    ]  # fmt: skip
    columns = (
        "article_id, published_date, week_start, month_start, outlet, is_canonical, "
        "canonical_article_id, story_id"
    )
    assert read(connection, columns, "publication") == same_order(truth)


def test_appearance(connection):
    truth = connection.execute(
        "SELECT article_id, entity_id, mention_count, is_in_title FROM plan.appearance"
    ).fetchall()
    assert read(connection, "*", "appearance") == same_order(truth)


def test_coverage_by_day(connection, articles):
    by_day = gather(articles, lambda a: a.published_date)
    days = set(by_day) - {None}
    first = {
        story: min((a.published_date for a in found if a.published_date), default=None)
        for story, found in gather(articles, lambda a: a.story_id).items()
    }
    truth, past, day = [], [], min(days)
    while day <= max(days):
        found = by_day.get(day, [])
        past.append(len(texts(found)))
        week = past[-7:]
        truth.append((day, *counts(found), sum(first_day == day for first_day in first.values()),
                      sum(week) / len(week)))  # fmt: skip
        day += DAY
    truth.append((None, *counts(by_day[None]), None, None))
    assert read(connection, "*", "coverage_by_day") == same_order(truth)


def counts(found):
    return len(found), len(texts(found)), len(stories(texts(found))), len(outlets(found))


def voices(articles, named, period, start):
    totals = gather(articles, start)
    for (entity, begin), pairs in gather(named, lambda pair: (pair[0], start(pair[1]))).items():
        found = [article for _, article in pairs]
        whole = texts(totals[begin])
        told, all_told = stories(texts(found)), stories(whole)
        yield (entity, period, None if period == "all" else begin, len(found), len(texts(found)),
               len(told), len(texts(found)) / max(len(whole), 1),
               len(told) / max(len(all_told), 1))  # fmt: skip


def test_share_of_voice(connection, articles, named):
    starts = {"week": week_of, "month": month_of, "all": lambda article: "all"}
    truth = [row for period, start in starts.items()
             for row in voices(articles, named, period, start)]  # fmt: skip
    columns = (
        "entity_id, period, period_start, article_count, text_count, story_count, "
        "text_share, story_share"
    )
    assert read(connection, columns, "share_of_voice") == same_order(truth)


def test_entity_trends(connection, articles, named):
    weeks = {week_of(article) for article in articles} - {None}
    truth = []
    for entity, pairs in gather(named, lambda pair: pair[0]).items():
        by_week = Counter(week_of(article) for _, article in pairs if article.is_canonical)
        if by_week[None]:
            truth.append((entity, None, by_week[None], None, None, None))
        shown = {week for week in by_week if week} | {week + WEEK for week in by_week if week}
        for week in shown:
            if not min(weeks) <= week <= max(weeks) or not (by_week[week] or by_week[week - WEEK]):
                continue
            past = min(8, (week - min(weeks)).days // 7)
            expected = (
                sum(by_week[week - back * WEEK] for back in range(1, 9)) / past if past else None
            )
            deviation = (
                None if expected is None else (by_week[week] - expected) / sqrt(expected + 1)
            )
            truth.append((entity, week, by_week[week], past, expected, deviation))
    columns = "entity_id, week_start, text_count, past_week_count, expected_text_count, deviation"
    assert read(connection, columns, "entity_trends") == same_order(truth)


def test_co_mentions(connection, articles, named):
    entities = gather(named, lambda pair: pair[1].article_id)
    together = defaultdict(list)
    for pairs in entities.values():
        for one, article in pairs:
            for other, _ in pairs:
                if other != one:
                    together[one, other].append(article)
    text_count = Counter(entity for entity, article in named if article.is_canonical)
    whole = len(texts(articles))
    truth = [
        (*pair, len(found), len(texts(found)), len(stories(texts(found))),
         len(texts(found)) / text_count[pair[0]],
         len(texts(found)) * whole / (text_count[pair[0]] * text_count[pair[1]]))
        for pair, found in together.items()
    ]  # fmt: skip
    columns = "entity_id_a, entity_id_b, article_count, text_count, story_count, text_share, lift"
    assert read(connection, columns, "co_mentions") == same_order(truth)
    plain = "entity_id_a, entity_id_b, article_count, text_count, story_count"
    assert read(connection, plain, "companion") == same_order([row[:5] for row in truth])


def test_a_join_reaches_the_entities_before_they_are_paired(connection):
    """DuckDB says in its plan that the condition came down to the table of entities."""
    asked = "FROM companion JOIN (VALUES ('Name 8')) AS wanted(word) ON name_a = wanted.word"
    plan = connection.execute(f"EXPLAIN ANALYZE {asked}").fetchall()[0][1]
    assert "name = 'Name 8'" in plan


def test_story_timeline(connection, articles):
    truth = []
    for story, found in gather(articles, lambda a: a.story_id).items():
        by_day = gather(found, lambda a: a.published_date)
        days, so_far = sorted(set(by_day) - {None}), 0
        for number in range((days[-1] - days[0]).days + 1 if days else 0):
            here = by_day[days[0] + number * DAY]
            so_far += len(here)
            truth.append((story, days[0] + number * DAY, number, len(here), len(texts(here)),
                          len(outlets(here)), so_far))  # fmt: skip
        if here := by_day[None]:
            truth.append((story, None, None, len(here), len(texts(here)), len(outlets(here)), None))
    assert any(row[3] == 0 for row in truth)
    assert read(connection, "*", "story_timeline") == same_order(truth)


def test_story_lifecycle(connection, articles):
    newest = max(a.published_date for a in articles if a.published_date)
    truth = []
    for story, found in gather(articles, lambda a: a.story_id).items():
        days = sorted(a.published_date for a in found if a.published_date)
        whole = (story, len(found), len(texts(found)), len(outlets(found)), len(found) - len(days))
        if not days:
            truth.append((*whole, *[None] * 8))
            continue
        counted = Counter(days)
        peak = max(sorted(counted), key=counted.get)
        half = days[(len(days) - 1) // 2]
        truth.append((*whole, days[0], peak, half, days[-1], counted[peak], len(counted),
                      (days[-1] - days[0]).days + 1, (newest - days[-1]).days))  # fmt: skip
    columns = (
        "story_id, article_count, text_count, outlet_count, undated_count, first_date, peak_date, "
        "half_date, last_date, peak_article_count, active_day_count, day_count, silent_day_count"
    )
    assert read(connection, columns, "story_lifecycle") == same_order(truth)


def comes_before(one, other):
    if one.published_at and other.published_at:
        return one.published_at < other.published_at
    if one.published_date and other.published_date:
        return one.published_date < other.published_date
    return False


def find_first(found):
    """(known_order, article_id, outlet, candidate_count): every pair compared, as the mart says."""
    possible = [a for a in found if not any(comes_before(b, a) for b in found)]
    voices_heard = {a.outlet or a.article_id for a in possible}
    outlet = possible[0].outlet if len(voices_heard) == 1 else None
    if len(found) == 1:
        return "only report", found[0].article_id, outlet, 1
    if len(possible) == 1:
        return "first", possible[0].article_id, outlet, 1
    return "unknown order", None, outlet, len(possible)


def test_first_reports(connection, articles):
    truth = [
        (story, *find_first(found))
        for story, found in gather(articles, lambda a: a.story_id).items()
    ]
    assert {row[1] for row in truth} == {"only report", "first", "unknown order"}
    columns = "story_id, known_order, article_id, outlet, candidate_count"
    assert read(connection, columns, "first_reports") == same_order(truth)


def test_syndication(connection, articles):
    by_id = {article.article_id: article for article in articles}
    copies = [(by_id[a.canonical_article_id], a) for a in articles if not a.is_canonical]
    truth = []
    for carried, pairs in gather(copies, lambda pair: (pair[0].outlet, pair[1].outlet)).items():
        later = sum(
            bool(one.published_date and two.published_date)
            and two.published_date > one.published_date
            for one, two in pairs
        )
        sources = {one.article_id for one, _ in pairs}
        truth.append((*carried, len(sources), len(pairs), later, len(pairs) - later))
    assert read(connection, "*", "syndication") == same_order(truth)


def test_outlet_comparison(connection, articles):
    firsts = [find_first(found) for found in gather(articles, lambda a: a.story_id).values()]
    told_by = {
        story: {a.outlet for a in found}
        for story, found in gather(articles, lambda a: a.story_id).items()
    }
    removed = Counter(
        row.document_id for row in planted(connection, "FROM plan.line WHERE NOT is_kept")
    )
    truth = []
    for outlet, found in gather(articles, lambda a: a.outlet).items():
        copies = len(found) - len(texts(found))
        days = [a.published_date for a in found if a.published_date]
        alone = sum(told_by[story] == {outlet} for story in stories(found)) if outlet else 0
        first = sum(order == "first" and who == outlet for order, _, who, _ in firsts if who)
        lines = sum(removed[a.article_id] for a in found) / (13 * len(found))
        truth.append((outlet, len(found), len(texts(found)), copies, copies / len(found),
                      len(stories(found)), alone, first, len(found) - len(days),
                      min(days), max(days), 5.0, lines))  # fmt: skip
    assert read(connection, "*", "outlet_comparison") == same_order(truth)


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
                      sum(line.score for line in found) / len(found),
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
