"""The tables of names are well-formed, and no spelling stands for two things."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from extractors.namebook.tables import load_name_tables, read_rows, split_names
from extractors.names.mentions import find_rule_mentions, find_table_mentions

GAZETTEERS = {"gazetteer_organisations.tsv": 2, "gazetteer_places.tsv": 4}
CURATED = {"organisations.tsv": (0, 1), "regions.tsv": (0, 2, 3), "peoples.tsv": (0, 1),
           "countries.tsv": (1, 2, 3, 4)}  # fmt: skip


def list_spellings(table: str) -> list[str]:
    """Names and aliases of a gazetteer."""
    aliases = 1 if table == "gazetteer_organisations.tsv" else 2
    return [s for row in read_rows(table) for s in (row[0], *split_names(row[aliases]))]


@pytest.mark.parametrize(("table", "columns"), GAZETTEERS.items())
def test_rows_of_a_gazetteer_are_whole_and_sorted(table, columns):
    rows = read_rows(table)
    assert {len(row) for row in rows} == {columns}
    assert rows == sorted(rows)
    odd = re.compile(r"^\s|\s$|\s\s|[\t;]|^.$")
    assert [s for s in list_spellings(table) if odd.search(s)] == []


def test_no_spelling_has_two_rows():
    counts = Counter(s for table in GAZETTEERS for s in list_spellings(table))
    assert [s for s, count in counts.items() if count > 1] == []
    curated = {
        spelling
        for table, columns in CURATED.items()
        for row in read_rows(table)
        for column in columns
        if column < len(row)
        for spelling in split_names(row[column])
    }
    assert curated & set(counts) == set()


def test_no_common_word_and_no_given_name_is_in_a_gazetteer():
    tables = load_name_tables()
    words = [s for table in GAZETTEERS for s in list_spellings(table) if " " not in s]
    assert [s for s in words if s.lower() in tables.common_words and not s.isupper()] == []
    assert [s for s in words if s in tables.given_names] == []


def test_one_word_of_a_gazetteer_proves_little_and_several_words_much():
    known = load_name_tables().known
    one, several = known["Zamfara"], known["Bank of Botswana"]
    assert (one.label, one.sure) == ("PLACE", False)
    assert (several.label, several.sure) == ("ORG", True)
    text = "Het was in Zamfara, zei de Bank of Botswana in Nairobi."
    assert [m.text for m in find_table_mentions([("body", text)])] == [
        "Bank of Botswana", "Nairobi",
    ]  # fmt: skip
    found = {m.text: m.label for m in find_rule_mentions([("body", text)], "en")}
    assert found["Zamfara"] == "PLACE"


def test_every_table_has_its_source():
    sources = (files("extractors") / "data" / "SOURCES.md").read_text(encoding="utf8")
    tables = [f.name for f in (files("extractors") / "data").iterdir() if f.name[-3:] != ".md"]
    assert len(tables) > 10
    assert [name for name in tables if f"`{name}`" not in sources] == []
    assert len(read_rows("agencies.tsv")) > 50
