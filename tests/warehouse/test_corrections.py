"""Corrections: the file anybody can edit, the table, and one correction after the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.identity.records import Correction
from warehouse.corrections import (
    has_new_corrections,
    read_corrections,
    read_file,
    replace_correction,
    store_corrections,
    take_corrections,
    write_file,
)
from warehouse.entity_corrections import decide, merge, never, rename, split, take_file, undo
from warehouse.errors import BadCorrections, CannotCorrect
from warehouse.identity import update_entities
from warehouse.memory import open_in_memory
from warehouse.store import Store, transaction

NAMES = [
    ("PERSON", "Amara Diallo"), ("PERSON", "Diallo"), ("PERSON", "Moussa Traore"),
    ("PERSON", "Ilham Aliyev"), ("PERSON", "Ilham Aliev"), ("PLACE", "Victoria"),
    ("PERSON", "Victoria"),
]  # fmt: skip
SPLIT = Correction("split", "PERSON", "Diallo")
MERGE = Correction("merge", "PERSON", "Amara Diallo", "Moussa Traore")


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


def test_a_file_comes_back_as_it_was_written(tmp_path):
    file = tmp_path / "n.corrections.csv"
    corrections = [SPLIT, MERGE, Correction("rename", "PLACE", 'The "Hill", north', "Hill, the")]
    write_file(file, corrections)
    assert set(read_file(file)) == set(corrections)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=12)
WORD = TEXT.map(str.strip).filter(bool)


@given(WORD, WORD)
def test_any_name_survives_the_file(tmp_path_factory, name, target):
    file = tmp_path_factory.mktemp("corrections") / "n.csv"
    corrections = [Correction("merge", "ORG", name, target), Correction("never", "ORG", name)]
    write_file(file, corrections)
    assert set(read_file(file)) == set(corrections)


def test_a_file_from_a_spreadsheet_is_read(tmp_path):
    file = tmp_path / "n.csv"
    file.write_bytes(
        b"\xef\xbb\xbfnote,action,label,name,target\r\nsure,merge,PERSON, A ,B\r\n,,,,\r\n"
    )
    assert read_file(file) == [Correction("merge", "PERSON", "A", "B")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("merge,PERSON,A,B\n", "the first line must be action,label,name,target"),
        ("action,label,name,target\nforget,PERSON,A,\n", "line 2: .*action must be one of"),
        ("action,label,name,target\nsplit,PERSON,A,\nmerge,ORG,A,\n", "line 3: .*needs a target"),
        ("action,label,name,target\nsplit,THING,A,\n", "line 2: .*label must be one of"),
        ("action,label,name,target\nsplit,ORG,,\n", "line 2: .*needs a name"),
    ],
)
def test_a_line_that_is_wrong_is_told(tmp_path, text, told):
    file = tmp_path / "n.csv"
    file.write_text(text)
    with pytest.raises(BadCorrections, match=told):
        read_file(file)


def test_the_file_is_the_truth_once_it_is_there(tmp_path):
    file = tmp_path / "n.csv"
    with open_in_memory() as connection:
        store_corrections(connection, [SPLIT])
        assert not has_new_corrections(connection, file)
        assert take_corrections(connection, file) is False
        assert read_corrections(connection) == [SPLIT]
        write_file(file, [MERGE])
        assert has_new_corrections(connection, file)
        assert take_corrections(connection, file) is True
        assert take_corrections(connection, file) is False
        assert read_corrections(connection) == [MERGE]
        write_file(file, [])
        assert take_corrections(connection, file) is True
        assert read_corrections(connection) == []


def test_a_new_decision_takes_the_place_of_the_old_one():
    named = Correction("rename", "PERSON", "Diallo", "Mr Diallo")
    never_mind = Correction("never", "PERSON", "Diallo")
    other = Correction("never", "ORG", "Diallo")
    kept = replace_correction([SPLIT, named, other], never_mind, "PERSON", "Diallo")
    assert kept == [named, other, never_mind]
    assert replace_correction(kept, None, "PERSON", "Diallo") == [other]


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
