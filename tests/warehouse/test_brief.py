"""A brief equals what was planted, counted a second time here, and its SQL gives the same again."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from math import sqrt

import pytest

from benchmarks.make_warehouse import GeneratorParameters, fill_warehouse
from tests.warehouse.briefs import LAST_RUN, SINCE, brief
from tests.warehouse.mart_truth.counted import planted
from warehouse.brief import Scope, find_scope, write_brief
from warehouse.marts import build_marts
from warehouse.storage.memory import open_in_memory


@pytest.fixture(scope="module")
def connection():
    with open_in_memory() as opened:
        fill_warehouse(opened, GeneratorParameters(500, word_count=5))
        opened.execute(
            "INSERT INTO rejection BY NAME SELECT source_file_id, 'too_short' AS reason, "
            "'x' AS detail, last_run_id AS run_id, "
            "CASE path WHEN 'a/1.txt' THEN 'item 2' ELSE '' END AS place FROM source_file "
            "WHERE path IN ('a/1.txt', 'a/499.txt', 'a/498.txt')"
        )
        opened.execute(
            "INSERT INTO unread_article BY NAME SELECT article_id, 'tagger' AS finder, "
            "'known_names_only' AS reason FROM plan.article WHERE number % 3 = 0"
        )
        build_marts(opened)
        yield opened


@pytest.fixture(scope="module")
def articles(connection):
    return planted(connection, "FROM plan.article ORDER BY number")


@pytest.fixture(params=SINCE)
def since(request):
    return request.param


def test_what_is_new(connection, articles, since):
    found = [a for a in articles if SINCE[since](a)]
    told = defaultdict(list)
    for article in articles:
        told[article.story_id].append(bool(SINCE[since](article)))
    days = [a.published_date for a in found if a.published_date]
    assert brief(connection, since)["new"] == [{
        "articles": len(found),
        "texts": sum(a.is_canonical for a in found),
        "copies": sum(not a.is_canonical for a in found),
        "stories": len({a.story_id for a in found}),
        "new_stories": sum(all(inside) for inside in told.values()),
        "outlets": len({a.outlet for a in found} - {None}),
        "without_a_day": sum(a.published_date is None for a in found),
        "first_day": min(days), "last_day": max(days),
        "without_names": sum(a.number % 3 == 0 for a in found),
        "changed": 0,
    }]  # fmt: skip


def test_the_largest_stories(connection, articles, since):
    counts = Counter(a.story_id for a in articles if SINCE[since](a))
    whole = Counter(a.story_id for a in articles)
    shown = brief(connection, since)["stories"]
    assert [row["articles"] for row in shown] == sorted(counts.values(), reverse=True)[:10]
    for row in shown:
        story = row["story_id"]
        outlets = {a.outlet for a in articles if SINCE[since](a) and a.story_id == story} - {None}
        assert (counts[story], whole[story]) == (row["articles"], row["articles_in_all"])
        assert row["outlets"] == ", ".join(sorted(outlets))
    days = defaultdict(lambda: date.min)  # of equal stories the newest first
    for a in articles:
        if SINCE[since](a) and a.published_date:
            days[a.story_id] = max(days[a.story_id], a.published_date)
    ranks = [(row["articles"], row["texts"], days[row["story_id"]]) for row in shown]
    assert ranks == sorted(ranks, reverse=True)


def test_who_is_in_the_news(connection, articles, since):
    by_id = {a.article_id: a for a in articles if a.is_canonical and SINCE[since](a)}
    about, stories, texts = defaultdict(set), defaultdict(set), Counter()
    for row in planted(connection, "FROM plan.appearance"):
        if row.article_id in by_id and row.entity_no % 4 < 2:  # PERSON, ORG
            name, story = f"Name {row.entity_no}", by_id[row.article_id].story_id
            stories[name].add(story)
            texts[name] += 1
            if row.is_in_title or row.mention_count > 1:
                about[name].add(story)
    shown = brief(connection, since)["names"]
    counts = {n: (len(about[n]), len(stories[n]), texts[n]) for n in stories}
    truth = sorted(counts.values(), reverse=True)[:10]
    assert [(row["stories_about"], row["stories"], row["texts"]) for row in shown] == truth
    assert all(counts[row["name"]][1] == row["stories"] for row in shown)
    assert any(row["stories_about"] < row["stories"] for row in shown)


def test_who_carries_whose_text(connection, articles, since):
    by_id = {a.article_id: a for a in articles}
    copies = Counter(
        (by_id[a.canonical_article_id].outlet, a.outlet)
        for a in articles
        if not a.is_canonical and SINCE[since](a)
        and by_id[a.canonical_article_id].outlet != a.outlet  # an outlet's own reprint is no news
    )  # fmt: skip
    copies = {pair: count for pair, count in copies.items() if None not in pair}
    shown = brief(connection, since)["copies"]
    truth = sorted(copies.items(), key=lambda item: (-item[1], item[0]))[:10]
    assert [((r["source"], r["carried_by"]), r["copies"]) for r in shown] == truth


def test_who_is_rising_is_what_the_mart_says(connection):
    weeks = planted(connection, "FROM entity_trends WHERE week_start IS NOT NULL")
    newest = max(row.week_start for row in weeks)
    totals = {
        row.period_start: row.text_count
        for row in planted(connection, "FROM period_total WHERE period = 'week'")
    }
    past = [totals.get(newest - timedelta(weeks=n), 0) for n in range(1, 9)]
    growth = max(1, totals[newest] / (sum(past) / 8))
    truth = {
        row.name for row in weeks
        if row.week_start == newest and row.text_count >= 2 and (row.deviation or 0) >= 2
        and row.text_count - row.expected_text_count * growth
        >= 2 * sqrt(row.expected_text_count * growth + 1)
    }  # fmt: skip
    assert truth
    assert {row["name"] for row in brief(connection, "all")["rising"]} == truth


def test_what_to_review_and_what_could_not_be_read(connection):
    shown = brief(connection, "all")
    queue = Counter((row.subject, row.reason) for row in planted(connection, "FROM review_queue"))
    assert {(row["subject"], row["reason"]): row["cases"] for row in shown["review"]} == queue
    cases = [row["cases"] for row in shown["review"]]
    assert cases == sorted(cases, reverse=True) != cases[::-1]
    assert [(row["reason"], row["documents"]) for row in shown["unread"]] == [("too_short", 3)]
    assert shown["unread"][0]["example"] == "a/1.txt!/item 2"
    assert [row["documents"] for row in brief(connection, "run")["unread"]] == [2]


def test_the_sql_on_the_page_gives_the_same_again(connection, since):
    for section in write_brief(connection, find_scope(connection, since)):
        assert "$" not in section.sql
        assert "NULL IS NULL" not in section.sql
        assert connection.execute(section.sql).fetchall() == section.rows


def test_scopes(connection):
    newest, undated = connection.execute(
        "SELECT max(published_date), count(*) FILTER (WHERE published_date IS NULL) FROM article"
    ).fetchone()
    told = f"the newest stated day, {newest} ({undated} undated articles left out)"
    assert find_scope(connection, "day") == Scope(told, "", newest)
    assert find_scope(connection, "run").first_run == LAST_RUN
    for wrong in ("yesterday", "", "2024-13-01", "'; DROP TABLE article"):
        with pytest.raises(ValueError):
            find_scope(connection, wrong)
