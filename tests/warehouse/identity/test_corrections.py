"""The file of corrections, which anybody can edit, and the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.identity.records import Correction
from warehouse.errors import BadCorrections
from warehouse.identity.corrections import (
    has_new_corrections,
    read_corrections,
    read_file,
    replace_correction,
    store_corrections,
    take_corrections,
    write_file,
)
from warehouse.storage.memory import open_in_memory

SPLIT = Correction("split", "PERSON", "Diallo")
MERGE = Correction("merge", "PERSON", "Amara Diallo", "Moussa Traore")


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
