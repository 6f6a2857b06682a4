"""Groups of one text and stories of one event, kept up to date."""

import pytest

from tests.conftest import SAMPLES
from tests.extractors.copies.near_texts import REPORT
from tests.warehouse.sameness.sameness_articles import (
    RIVAL,
    groups,
    open_warehouse,
    put,
    read,
    remove,
    stories,
)
from warehouse.sameness import update_near_duplicates, update_stories


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
