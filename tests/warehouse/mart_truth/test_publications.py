"""What was published, by whom and when, equals what was planted."""

from collections import Counter

from tests.warehouse.mart_truth.counted import (
    DAY,
    find_first,
    gather,
    month_of,
    outlets,
    planted,
    read,
    same_order,
    stories,
    texts,
    week_of,
)


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
