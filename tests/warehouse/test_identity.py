"""Entities in the warehouse: filled, kept up to date, independent of the order of articles."""

from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.identity.records import Correction
from warehouse.corrections import store_corrections
from warehouse.identity import update_entities
from warehouse.marts import build_marts
from warehouse.memory import open_in_memory

LONG = "Greater Border Treaty Organisation"
ARTICLES = {
    "a1": [("PERSON", "Amara Diallo", "Amara Diallo"), ("PERSON", "Diallo", "Amara Diallo")],
    "a2": [("PERSON", "Diallo", "Diallo"), ("PLACE", "Armenia", "Armenia")],
    "a3": [("ORG", "GTBO", LONG), ("ORG", LONG, LONG), ("NORP", "Armenians", "Armenians")],
    "a4": [("ORG", "GTBO", "GTBO"), ("PLACE", "Yerevan", "Yerevan")],
}


@pytest.fixture(scope="module")
def warehouse():
    """One warehouse for all: making one costs more than filling it."""
    with open_in_memory() as opened:
        yield opened


@contextmanager
def emptied(warehouse):
    """The warehouse in a transaction that is taken back in the end."""
    warehouse.begin()
    try:
        yield warehouse
    finally:
        warehouse.rollback()


@pytest.fixture
def connection(warehouse):
    with emptied(warehouse) as opened:
        yield opened


def add(connection, *article_ids):
    for article_id in article_ids:
        for at, (label, text, name) in enumerate(ARTICLES[article_id]):
            connection.execute(
                "INSERT INTO mention BY NAME SELECT $1 AS article_id, 'body' AS field, "
                "$2 AS start_offset, $3 AS end_offset, $4 AS label, $5 AS text, $6 AS name, "
                "1.0 AS score",
                [article_id, at * 100, at * 100 + len(text), label, text, name],
            )
    return update_entities(connection, list(article_ids), [])


def tables(connection):
    names = ("entity", "entity_name", "entity_alias", "entity_doubt", "entity_relation",
             "story_name", "mention")  # fmt: skip
    return {t: sorted(connection.execute(f"FROM {t}").fetchall(), key=repr) for t in names}


def entity_of(connection, article_id, text):
    return connection.execute(
        "SELECT entity.name FROM mention JOIN entity USING (entity_id) "
        "WHERE article_id = ? AND text = ?",
        [article_id, text],
    ).fetchone()[0]


def test_mentions_get_their_entities(connection):
    report = add(connection, *ARTICLES)
    assert (report.entity_count, report.linked_mention_count) == (5, 9)
    assert entity_of(connection, "a2", "Diallo") == "Amara Diallo"
    assert entity_of(connection, "a4", "GTBO") == LONG
    assert connection.execute(
        "SELECT count(*) FROM mention WHERE entity_id IS NULL"
    ).fetchone() == (0,)
    aliases = connection.execute(
        "SELECT alias, mention_count, article_count "
        "FROM entity_alias JOIN entity USING (entity_id) WHERE name = 'Amara Diallo' ORDER BY alias"
    ).fetchall()
    assert aliases == [("Amara Diallo", 1, 1), ("Diallo", 2, 2)]


def test_demonyms_and_capitals_are_related_not_merged(connection):
    add(connection, *ARTICLES)
    relations = connection.execute(
        "SELECT one.name, relation, other.name FROM entity_relation "
        "JOIN entity AS one USING (entity_id) "
        "JOIN entity AS other ON other.entity_id = related_id ORDER BY ALL"
    ).fetchall()
    assert relations == [
        ("Armenian", "people_of", "Armenia"),
        ("Yerevan", "capital_of", "Armenia"),
    ]


@pytest.mark.parametrize(
    "batches", [[["a4"], ["a3"], ["a2"], ["a1"]], [["a2", "a3"], ["a1", "a4"]]]
)
def test_any_order_and_batching_gives_the_same_tables(warehouse, batches):
    with emptied(warehouse) as opened:
        add(opened, *ARTICLES)
        at_once = tables(opened)
    with emptied(warehouse) as opened:
        for batch in batches:
            add(opened, *batch)
        assert tables(opened) == at_once


def test_removed_articles_leave_nothing(connection):
    add(connection, "a1", "a2")
    before = tables(connection)
    add(connection, "a3")
    connection.execute("DELETE FROM mention WHERE article_id = 'a3'")
    update_entities(connection, [], ["a3"])
    assert tables(connection) == before


def test_twice_changes_nothing(connection):
    add(connection, *ARTICLES)
    before = tables(connection)
    assert update_entities(connection, ["a1"], []).linked_mention_count == 0
    assert tables(connection) == before


def test_ids_last_and_merged_ones_lead_on(connection):
    add(connection, "a2")
    (old,) = connection.execute("SELECT entity_id FROM entity WHERE name = 'Diallo'").fetchone()
    add(connection, "a1")
    redirect = connection.execute(
        "SELECT name FROM entity_redirect JOIN entity USING (entity_id) WHERE old_id = ?", [old]
    ).fetchall()
    assert redirect == [("Amara Diallo",)]


def test_doubtful_names_are_listed(connection):
    ARTICLES["b1"] = [("PERSON", "Moussa Diallo", "Moussa Diallo")]
    add(connection, "a1", "a2", "b1")
    assert entity_of(connection, "a2", "Diallo") == "Diallo"
    rows = connection.execute("SELECT name, candidates FROM ambiguous_name").fetchall()
    assert rows == [("Diallo", ["Amara Diallo", "Moussa Diallo"])]
    del ARTICLES["b1"]


def test_corrections_survive_new_articles(connection):
    connection.execute(
        "INSERT INTO entity_correction VALUES ('split', 'PERSON', 'Diallo', NULL), "
        "('never', 'PLACE', 'Yerevan', NULL)"
    )
    add(connection, "a1", "a2")
    assert entity_of(connection, "a2", "Diallo") == "Diallo"
    add(connection, "a3", "a4")
    assert entity_of(connection, "a2", "Diallo") == "Diallo"
    unlinked = connection.execute("SELECT text FROM mention WHERE entity_id IS NULL").fetchall()
    assert unlinked == [("Yerevan",)]


def test_nothing_changed_writes_nothing(connection):
    assert update_entities(connection, [], []).entity_count == 0


def test_places_that_stand_for_governments_are_related(connection):
    connection.execute(
        "INSERT INTO metonym BY NAME SELECT 'a4' AS article_id, 'body' AS field, "
        "100 AS start_offset, 107 AS end_offset, 'said' AS cue, "
        "'government of Armenia' AS stands_for, 'AM' AS country_code"
    )
    add(connection, *ARTICLES)
    relations = connection.execute(
        "SELECT one.name, other.name FROM entity_relation JOIN entity AS one USING (entity_id) "
        "JOIN entity AS other ON other.entity_id = related_id WHERE relation = 'stands_for'"
    ).fetchall()
    assert relations == [("Yerevan", "Armenia")]


def place_in_story(connection, story_id, **days):
    for article_id, day in days.items():
        connection.execute(
            "INSERT INTO story_article BY NAME SELECT $1 AS article_id, $2 AS story_id",
            [article_id, story_id],
        )
        connection.execute(
            "INSERT INTO article BY NAME SELECT $1 AS article_id, $2::DATE AS published_date",
            [article_id, day],
        )


TWO = {
    "s1": [("PERSON", "Amara Diallo", "Amara Diallo")],
    "s2": [("PERSON", "Diallo", "Diallo")],
    "s3": [("PERSON", "Moussa Diallo", "Moussa Diallo")],
    "s4": [("PERSON", "Diallo", "Diallo")],
}


def test_a_surname_of_two_persons_means_the_one_that_its_story_names(connection, monkeypatch):
    for article_id, mentions in TWO.items():
        monkeypatch.setitem(ARTICLES, article_id, mentions)
    place_in_story(connection, "one", s1="2024-05-01", s2="2024-05-03")
    place_in_story(connection, "other", s3="2024-05-01", s4=None)
    add(connection, *TWO)
    assert entity_of(connection, "s2", "Diallo") == "Amara Diallo"
    assert entity_of(connection, "s4", "Diallo") == "Moussa Diallo"
    assert connection.execute("SELECT count(*) FROM ambiguous_name").fetchone() == (1,)
    before = tables(connection)
    update_entities(connection, ["s1"], [])
    assert tables(connection) == before


@pytest.mark.parametrize(
    "days",
    [
        {"s1": "2024-05-01", "s2": "2024-05-20"},  # too long ago
        {"s1": "2024-05-01", "s2": "2024-05-02", "s3": "2024-05-02"},  # both are in the story
        {"s2": "2024-05-02"},  # nobody is
    ],
)
def test_a_surname_that_the_story_does_not_decide_stays_in_doubt(connection, monkeypatch, days):
    for article_id, mentions in TWO.items():
        monkeypatch.setitem(ARTICLES, article_id, mentions)
    place_in_story(connection, "one", **days)
    add(connection, *TWO)
    assert entity_of(connection, "s2", "Diallo") == "Diallo"


MENTIONS = st.sampled_from([
    ("PERSON", "Amara Diallo", "Amara Diallo"), ("PERSON", "Diallo", "Amara Diallo"),
    ("PERSON", "Diallo", "Diallo"), ("PERSON", "Moussa Diallo", "Moussa Diallo"),
    ("PERSON", "Amara K. Diallo", "Amara K. Diallo"), ("PERSON", "Ilham Aliev", "Ilham Aliev"),
    ("PERSON", "Ilham Aliyev", "Ilham Aliyev"), ("ORG", "GTBO", LONG), ("ORG", LONG, LONG),
    ("ORG", "GTBO", "GTBO"), ("NORP", "Kenyans", "Kenyans"), ("PLACE", "Kenya", "Kenya"),
    ("PLACE", "Nairobi", "Nairobi"), ("PLACE", "Diallo", "Diallo"),
])  # fmt: skip
DECISIONS = st.sampled_from([
    Correction("split", "PERSON", "Ilham Aliev"), Correction("never", "PLACE", "Diallo"),
    Correction("merge", "PERSON", "Amara Diallo", "Moussa Diallo"),
    Correction("split", "PERSON", "Diallo"),
    Correction("rename", "ORG", LONG, "The Treaty"),
])  # fmt: skip
STORIES = st.sampled_from(["one", "other"])


def place(connection, ids, articles):
    for article_id, (story_id, _) in zip(ids, articles, strict=True):
        place_in_story(connection, story_id, **{article_id: None})


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(STORIES, st.lists(MENTIONS, max_size=4)), min_size=2, max_size=6),
    st.lists(DECISIONS, max_size=2, unique_by=lambda c: c.name),
    st.data(),
)
def test_any_order_batching_and_moment_of_decision_gives_what_one_batch_gives(
    warehouse, articles, decisions, data
):
    ids = [f"p{n}" for n in range(len(articles))]
    order = data.draw(st.permutations(ids))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(ids)), max_size=3)) | {len(ids)})
    decided = data.draw(st.sampled_from(cuts))
    with pytest.MonkeyPatch.context() as patch:
        for article_id, (_, mentions) in zip(ids, articles, strict=True):
            patch.setitem(ARTICLES, article_id, mentions)
        with emptied(warehouse) as opened:
            place(opened, ids, articles)
            store_corrections(opened, decisions)
            add(opened, *ids)
            whole = tables(opened)
        with emptied(warehouse) as opened:
            place(opened, ids, articles)
            for start, end in zip([0, *cuts], cuts, strict=False):
                if end == decided:
                    store_corrections(opened, decisions)
                add(opened, *order[start:end])
            assert tables(opened) == whole


def test_marts_count_a_name_where_its_story_puts_it(connection, monkeypatch):
    for article_id, mentions in TWO.items():
        monkeypatch.setitem(ARTICLES, article_id, mentions)
    place_in_story(connection, "one", s2="2024-05-03")
    add(connection, *TWO)
    build_marts(connection)
    place_in_story(connection, "one", s1="2024-05-01")
    update_entities(connection, ["s1"], [])
    build_marts(connection)
    named = connection.execute(
        "SELECT name FROM appearance JOIN entity USING (entity_id) WHERE article_id = 's2'"
    ).fetchall()
    assert named == [("Amara Diallo",)]
