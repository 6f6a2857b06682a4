"""One correction after the other, by commands and by hand."""

import pytest

from extractors.identity.records import Correction
from warehouse.errors import CannotCorrect
from warehouse.identity.correcting import decide, merge, never, rename, split, take_file, undo
from warehouse.identity.corrections import read_file, write_file
from warehouse.identity.entities import update_entities
from warehouse.storage.store import Store, transaction

SPLIT = Correction("split", "PERSON", "Diallo")
MERGE = Correction("merge", "PERSON", "Amara Diallo", "Moussa Traore")

NAMES = [
    ("PERSON", "Amara Diallo"), ("PERSON", "Diallo"), ("PERSON", "Moussa Traore"),
    ("PERSON", "Ilham Aliyev"), ("PERSON", "Ilham Aliev"), ("PLACE", "Victoria"),
    ("PERSON", "Victoria"),
]  # fmt: skip


@pytest.fixture
def store(tmp_path):
    """A store with one article for each of NAMES, open for writing."""
    opened = Store(tmp_path / "n.duckdb")
    with opened.writer(), opened.connect() as connection:
        with transaction(connection):
            for label, name in NAMES:
                connection.execute(
                    "INSERT INTO mention BY NAME SELECT $1 AS article_id, 'body' AS field, "
                    "0 AS start_offset, 1 AS end_offset, $2 AS label, $3 AS text, $3 AS name, "
                    "1.0 AS score",
                    [f"{label}:{name}", label, name],
                )
            connection.execute(  # an article that uses the surname for the person
                "INSERT INTO mention BY NAME SELECT 'used' AS article_id, 'body' AS field, "
                "0 AS start_offset, 1 AS end_offset, 'PERSON' AS label, 'Diallo' AS text, "
                "'Amara Diallo' AS name, 1.0 AS score"
            )
            update_entities(connection, ["all"], [])
        yield opened


def shown(store):
    rows = store.connection.execute(
        "SELECT mention.text, entity.name FROM mention LEFT JOIN entity USING (entity_id) "
        "WHERE mention.label = 'PERSON' AND article_id <> 'used'"
    )
    return dict(rows.fetchall())


def test_merge_takes_effect_at_once_and_stands_in_the_file(store):
    assert shown(store)["Diallo"] == "Amara Diallo"
    decide(store, merge(store.connection, "Amara Diallo", "Moussa Traore", None))
    assert shown(store)["Amara Diallo"] == shown(store)["Diallo"] == "Moussa Traore"
    assert read_file(store.corrections) == [MERGE]
    (lead,) = store.connection.execute(
        "SELECT count(*) FROM entity_redirect JOIN entity USING (entity_id) "
        "WHERE name = 'Moussa Traore'"
    ).fetchone()
    assert lead == 2  # the ids of Amara Diallo and of Diallo


def test_split_takes_a_spelling_away_from_its_like(store):
    assert shown(store)["Ilham Aliev"] == shown(store)["Ilham Aliyev"]
    decide(store, split(store.connection, "Ilham Aliev", None))
    assert shown(store)["Ilham Aliev"] == "Ilham Aliev"
    assert shown(store)["Ilham Aliyev"] == "Ilham Aliyev"


def test_rename_and_never_by_id_or_name_and_undo(store):
    (entity_id,) = store.connection.execute(
        "SELECT entity_id FROM entity WHERE name = 'Moussa Traore'"
    ).fetchone()
    decide(store, rename(store.connection, entity_id, "President Traore", None))
    assert shown(store)["Moussa Traore"] == "President Traore"
    decide(store, never(store.connection, "President Traore", None))
    assert shown(store)["Moussa Traore"] is None
    assert len(undo(store, "Moussa Traore", None)) == 2
    assert shown(store)["Moussa Traore"] == "Moussa Traore"
    assert read_file(store.corrections) == []


def test_a_line_written_by_hand_is_not_lost(store):
    write_file(store.corrections, [SPLIT])
    take_file(store)
    assert shown(store)["Diallo"] == "Diallo"
    decide(store, merge(store.connection, "Amara Diallo", "Moussa Traore", None))
    assert set(read_file(store.corrections)) == {SPLIT, MERGE}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (lambda c: merge(c, "Nobody", "Moussa Traore", None), "No entity has the id or name"),
        (lambda c: never(c, "Victoria", None), "means several entities"),
        (lambda c: merge(c, "Diallo", "Amara Diallo", None), "are one entity already"),
        (lambda c: merge(c, "Victoria", "Amara Diallo", "ORG"), "with the label ORG"),
        (lambda c: split(c, "Nobody", None), "No article names"),
        (lambda c: split(c, "Victoria", None), "give --label"),
        (lambda c: rename(c, "Diallo", " ", None), "new name is empty"),
    ],
)
def test_what_cannot_be_corrected_is_told(store, asked, told):
    with pytest.raises(CannotCorrect, match=told):
        asked(store.connection)


def test_things_of_two_kinds_cannot_be_one(store):
    (place,) = store.connection.execute(
        "SELECT entity_id FROM entity WHERE label = 'PLACE'"
    ).fetchone()
    with pytest.raises(CannotCorrect, match="only entities with the same label"):
        merge(store.connection, place, "Amara Diallo", None)
