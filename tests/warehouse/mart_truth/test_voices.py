"""Who is named, how often and with whom, equals what was planted."""

from collections import Counter, defaultdict
from math import sqrt

from tests.warehouse.mart_truth.counted import (
    WEEK,
    gather,
    month_of,
    read,
    same_order,
    stories,
    texts,
    week_of,
)


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
