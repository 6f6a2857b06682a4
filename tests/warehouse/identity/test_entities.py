"""Entities in the warehouse: filled, kept up to date, independent of the order of articles."""

import pytest

from tests.warehouse.identity.names import ARTICLES, LONG, add, emptied, entity_of, tables
from warehouse.identity.entities import update_entities


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
