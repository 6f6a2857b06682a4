"""How stories went and who carries whose text equals what was planted."""

from collections import Counter

from tests.warehouse.mart_truth.counted import (
    DAY,
    find_first,
    gather,
    outlets,
    read,
    same_order,
    texts,
)


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
