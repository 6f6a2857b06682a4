"""Groups and stories in a real database: the samples, order, removal and bad input."""

import itertools
import random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import SAMPLES
from tests.extractors.near_texts import REPORT
from tests.warehouse.sameness_articles import (
    RIVAL,
    groups,
    load_rows,
    make_corpus,
    open_warehouse,
    partition,
    put,
    read,
    remove,
    stories,
    write_strange,
    write_text,
)
from warehouse.sameness import StoryCandidateParameters, update_near_duplicates, update_stories

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


def test_copies_form_a_group_with_its_evidence(warehouse):
    put(
        warehouse,
        {"a": REPORT, "b": REPORT.upper(), "c": " ".join(REPORT.split()[:45]), "d": RIVAL},
    )
    assert groups(warehouse) == {"a": "a", "b": "a", "c": "a", "d": "d"}
    assert stories(warehouse) == {"a": "a", "b": "a", "c": "a", "d": "d"}
    kinds = warehouse.execute("SELECT kind FROM near_duplicate ORDER BY kind").fetchall()
    assert kinds == [("exact",), ("truncation",)]
    assert read(warehouse, "canonical_article_id", "duplicate_group")["c"] == "a"
    assert read(warehouse, "article_count", "story_article")["d"] == 1


def test_the_earliest_known_date_makes_the_canonical_copy(warehouse):
    put(warehouse, {"a": REPORT, "b": REPORT + " More soon."})
    assert read(warehouse, "canonical_article_id", "duplicate_group") == {"a": "b", "b": "b"}
    warehouse.execute("UPDATE article SET published_date = '2023-01-05' WHERE article_id = 'a'")
    update_near_duplicates(warehouse, ["a"], [])
    assert read(warehouse, "canonical_article_id", "duplicate_group") == {"a": "a", "b": "a"}


def test_a_story_is_called_by_a_headline_where_one_of_its_articles_has_one(warehouse):
    samples = {path.name[:3]: path.read_text(encoding="utf-8") for path in SAMPLES.iterdir()}
    put(warehouse, {key: samples[key] for key in ("000", "001", "002")})
    for key in samples:
        warehouse.execute(
            "UPDATE article SET title = if(article_id = $1, 'Talks end', NULL)", [key]
        )
        update_stories(warehouse, ["000"], [])
        titled = warehouse.execute("SELECT representative_article_id, title FROM story").fetchall()
        assert titled == ([(key, "Talks end")] if key < "003" else [(titled[0][0], None)])


def test_a_changed_text_leaves_its_group(warehouse):
    put(warehouse, {"a": REPORT, "b": REPORT})
    put(warehouse, {"a": RIVAL})
    assert groups(warehouse) == {"a": "a", "b": "b"}
    assert stories(warehouse) == {"a": "a", "b": "b"}


def test_a_removed_article_leaves_no_trace(warehouse):
    put(warehouse, {"a": REPORT, "b": REPORT + " More soon.", "c": RIVAL})
    remove(warehouse, ["a", "c"])
    assert groups(warehouse) == stories(warehouse) == {"b": "a"}, "the id of the group stays"
    assert warehouse.execute("SELECT count(*) FROM text_pair").fetchall() == [(0,)]


def test_nothing_to_do_is_no_error(warehouse):
    put(warehouse, {})
    remove(warehouse, ["unknown"])
    assert groups(warehouse) == {}


def test_texts_without_words_stay_alone(warehouse):
    put(warehouse, {"a": "", "b": "", "c": "Word", "d": "Word", "e": "!!", "f": "北京"})
    assert groups(warehouse) == {key: key for key in "abcdef"}
    assert stories(warehouse) == {key: key for key in "abcdef"}


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


def test_a_group_tells_who_carried_the_text(warehouse):
    put(warehouse, {"a": REPORT, "b": REPORT, "c": REPORT + " More soon.", "d": RIVAL})
    warehouse.execute(
        "UPDATE article SET outlet = if(article_id = 'b', 'The Ledger', 'Harbour News'), "
        "published_date = if(article_id = 'b', DATE '2024-03-01', DATE '2024-03-02') "
        "WHERE article_id <> 'c'"
    )
    update_near_duplicates(warehouse, ["a", "b", "c", "d"], [])
    rows = warehouse.execute(
        "SELECT DISTINCT duplicate_group_id, canonical_article_id, first_outlet, outlet_count, "
        "is_syndicated FROM duplicate_group ORDER BY 1"
    ).fetchall()
    assert rows == [("a", "b", "The Ledger", 2, True), ("d", "d", "Harbour News", 1, False)]


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


def test_slices_change_nothing(warehouse, monkeypatch):
    corpus = make_corpus(3)
    put(warehouse, corpus)
    monkeypatch.setattr("warehouse.duplicate_update._SLICE", 7)
    monkeypatch.setattr("warehouse.pair_verdicts._BLOCK", 5)
    monkeypatch.setattr("warehouse.story_reading._READ_SLICE", 3)
    sliced = open_warehouse()
    put(sliced, corpus)
    assert groups(sliced) == groups(warehouse)
    assert stories(sliced) == stories(warehouse)


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # an example takes a second
)
@given(seed=st.integers(0, 50), cuts=st.lists(st.integers(1, 39), max_size=3), again=st.booleans())
def test_any_order_and_batching_gives_the_same_partition(seed, cuts, again):
    corpus = make_corpus(seed)
    whole = open_warehouse()
    put(whole, corpus)
    keys = list(corpus)
    random.Random(seed + 1).shuffle(keys)
    parts = open_warehouse()
    bounds = [0, *sorted(set(cuts)), len(keys)]
    for first, behind in itertools.pairwise(bounds):
        put(parts, {key: corpus[key] for key in keys[first:behind]})
    if again:
        remove(parts, keys[:9])
        put(parts, {key: corpus[key] for key in keys[:9]})
    assert partition(groups(parts)) == partition(groups(whole))
    assert partition(stories(parts)) == partition(stories(whole))
    assert len(set(groups(whole).values())) < 40


def test_a_large_corpus_is_probed_by_the_rarest_words():
    told = REPORT.replace("Ferries to the islands are diverted", "All ferries are sent")
    follow_up = (
        "Divers found no damage on the hull of the Aurelia, the freighter that ran aground at "
        "Port Ellis. Captain Maria Lund thanked the crews of the tugs from Westhaven. The Aurelia, "
        "bound for Lisbon with steel from Gdansk, may leave when the port authority agrees."
    )
    strangers = {f"s{n}": write_strange(n) for n in range(30)}
    for probed, company in ((1000, True), (0, False)):
        large = StoryCandidateParameters(whole_corpus_size=1, probed_articles=probed)
        connection = open_warehouse()
        for batch in ({"a": told, "r": RIVAL, **strangers}, {"b": follow_up}):
            load_rows(connection, batch)
            update_near_duplicates(connection, list(batch), [])
            update_stories(connection, list(batch), [], large)
        found = stories(connection)
        assert (found["a"] == found["b"]) is company
        assert len(set(found.values())) == 33 - company
