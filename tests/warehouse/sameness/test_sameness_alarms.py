"""What must not be joined, and alarms where too much was."""

import pytest

from tests.extractors.copies.near_texts import REPORT
from tests.warehouse.sameness.sameness_articles import (
    RIVAL,
    groups,
    open_warehouse,
    partition,
    put,
    remove,
    stories,
    write_text,
)
from warehouse.sameness import update_near_duplicates, update_stories

RESULTS = (
    "{} Holdings reported a net profit of {} million dollars for the quarter, compared with a net "
    "profit of {} million a year earlier. The quarter ended in {}. Chief executive {} said the "
    "company was pleased with the results. Revenue rose {} per cent to {} billion dollars, more "
    "than analysts had expected. Shares of the company closed at {} dollars on {}, and dividends "
    "will be paid to shareholders as in the years before."
)
SESSION = (
    "Quill wants to present the budget to the constitutional court himself. In Oslavia the court "
    "may suspend a vote of parliament for ninety days. The opposition says the minister hid debts "
    "of the railways in the budget, and demands that parliament votes on them again."
)


@pytest.fixture
def warehouse():
    return open_warehouse()


def test_a_footer_shared_by_all_groups_nothing(warehouse):
    footer = " ".join(f"footer{number}" for number in range(300))
    put(warehouse, {f"a{n:03}": f"{write_text(n, 150)} {footer}" for n in range(80)})
    assert len(set(groups(warehouse).values())) == 80
    (alarm,) = alarms(warehouse)
    assert alarm[:3] == ("corpus", "articles", "common_passage")
    assert alarm[3].startswith("80 of 80 new texts are no copies")


def test_many_copies_are_one_group_and_an_alarm(warehouse):
    text = write_text(1)
    put(warehouse, {f"a{n:03}": text if n % 2 else f"{text} extra{n}" for n in range(300)})
    assert set(groups(warehouse).values()) == {"a000"}
    assert [alarm[:3] for alarm in alarms(warehouse)] == [("duplicate_group", "a000", "large")]
    remove(warehouse, [f"a{n:03}" for n in range(150)])
    assert alarms(warehouse) == [], "an alarm goes with its reason"


def alarms(connection):
    return connection.execute("FROM sameness_alarm ORDER BY ALL").fetchall()


def test_a_group_that_does_not_hold_together_is_an_alarm(warehouse):
    put(warehouse, {f"a{n}": f"{REPORT} Extra{n}." for n in range(5)})
    assert alarms(warehouse) == []
    ((hub,),) = warehouse.execute("SELECT min(text_a) FROM text_pair").fetchall()
    warehouse.execute("UPDATE text_pair SET kind = NULL WHERE text_a <> ?", [hub])
    update_near_duplicates(warehouse, ["a0"], [])
    told = "6 of 10 compared pairs of its texts are not the same text"
    assert alarms(warehouse) == [("duplicate_group", "a0", "loose", told)]


def test_articles_without_words_and_endless_ones_are_told(warehouse):
    put(warehouse, {f"e{n:03}": ["", "Word", "!!"][n % 3] for n in range(60)})
    assert [(a[2], a[3].split(" ")[0]) for a in alarms(warehouse)] == [("wordless", "60")]
    assert len(set(groups(warehouse).values())) == len(set(stories(warehouse).values())) == 60
    put(warehouse, {"long": write_text(1, 210_000), "b": write_text(2)})
    assert ("article", "long", "long", "210000 words") in alarms(warehouse)
    put(warehouse, {"long": write_text(3), **{f"e{n:03}": write_text(n + 9) for n in range(20)}})
    assert alarms(warehouse) == []


def test_a_digest_of_many_reports_joins_nothing(warehouse):
    reports = {f"r{n}": write_text(n) for n in range(12)}
    put(warehouse, {**reports, "digest": " ".join(reports.values())})
    assert groups(warehouse) == {key: key for key in [*reports, "digest"]}


def test_a_page_of_two_articles_joins_the_longer_one(warehouse):
    put(warehouse, {"report": REPORT, "rival": RIVAL + " " + SESSION, "page": f"{REPORT}\n{RIVAL}"})
    assert groups(warehouse) == {"report": "page", "rival": "rival", "page": "page"}


def test_two_excerpts_of_one_article_stay_with_it(warehouse):
    words = f"{RIVAL} {SESSION}".split()
    halves = {"first": " ".join(words[:50]), "second": " ".join(words[50:])}
    put(warehouse, {**halves, "whole": " ".join(words)})
    assert len(set(groups(warehouse).values())) == 1


def test_one_frame_with_other_facts_tells_other_events(warehouse):
    first = RESULTS.format("Alden", "52", "31", "March", "Ruth Cole", "7", "1.4", "88", "Friday")
    second = RESULTS.format("Corvex", "19", "46", "June", "Liam Nash", "3", "2.9", "17", "Monday")
    put(warehouse, {"a": first, "b": second, "c": second.replace("pleased", "very pleased")})
    assert partition(groups(warehouse)) == partition(stories(warehouse))
    assert stories(warehouse)["b"] == stories(warehouse)["c"] != stories(warehouse)["a"]
    warehouse.execute("UPDATE story_term SET slots = []; DELETE FROM text_pair")
    update_stories(warehouse, [], [])
    assert len(set(stories(warehouse).values())) == 1, "but for their facts they are alike"
    warehouse.execute("UPDATE story_term SET slots = NULL")
    update_stories(warehouse, [], [])
    assert len(set(stories(warehouse).values())) == 2, "terms of an older version are read again"
