"""Quotations in the warehouse: entities of speakers, what is said in several articles, renewal."""

from datetime import date

import pytest

from extractors.quotations import find_quotations, quotation_rows
from extractors.records import Mention
from extractors.versions import QUOTATION_VERSION
from tests.warehouse.marts.mart_articles import add_article, rows
from warehouse.identity.entities import update_entities
from warehouse.marts import build_marts
from warehouse.quotation_renewal import QUOTATION, renew_quotations
from warehouse.storage.memory import open_in_memory

LONG = "We shall open the bridge in May and keep the ferry until then"


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        yield opened


def quote(connection, article_id, text, *, speaker="Ana Lund", label="PERSON", kind="direct", at=0):
    connection.execute(
        "INSERT INTO quotation BY NAME SELECT $1 || '-' || $6 AS quotation_id, $1 AS article_id, "
        "$6 AS start_offset, $2 AS text, $3 AS speaker, $4 AS speaker_label, $5 AS kind, "
        "false AS continues",
        [article_id, text, speaker, label, kind, at],
    )


def same(connection):
    found = rows(connection, "SELECT quotation_id, canonical_quotation_id FROM same_utterance")
    return dict(found)


def test_speakers_are_the_entities_of_their_names(connection):
    add_article(connection, "a", names=["Ana Lund"])
    quote(connection, "a", LONG)
    quote(connection, "a", LONG, label=None, at=1)  # in a language that no finder reads
    quote(connection, "a", LONG, speaker="Nobody Known", label=None, at=2)
    update_entities(connection, ["a"], [])
    found = rows(connection, "SELECT speaker, entity_id IN (SELECT entity_id FROM entity) "
                             "FROM quotation ORDER BY start_offset")  # fmt: skip
    assert found == [("Ana Lund", True), ("Ana Lund", True), ("Nobody Known", None)]


def test_one_utterance_in_several_articles_counts_once(connection):
    for article_id in "abc":
        add_article(connection, article_id, day=date(2024, 5, 6), outlet=article_id.upper())
    add_article(connection, "copy", canonical="a")
    quote(connection, "a", LONG + ".")
    quote(connection, "b", "we shall open the bridge in May,", kind="partial")
    quote(connection, "c", "The weather has been very bad for weeks")
    quote(connection, "copy", LONG + ".")
    quote(connection, "c", LONG, speaker="Bo Berg", at=1)
    build_marts(connection)
    assert same(connection) == {
        "a-0": "a-0", "b-0": "a-0", "copy-0": "a-0", "c-0": "c-0", "c-1": "c-1",
    }  # fmt: skip
    counted = rows(
        connection,
        "SELECT speaker, quotation_count, utterance_count, article_count, text_count, outlet_count "
        "FROM most_quoted WHERE period = 'all' ORDER BY speaker",
    )
    assert counted == [("Ana Lund", 3, 2, 4, 3, 3), ("Bo Berg", 1, 1, 1, 1, 1)]


def test_utterances_are_kept_up_to_date(connection):
    add_article(connection, "a")
    quote(connection, "a", "We shall open the bridge in May and the ferry")
    build_marts(connection)
    add_article(connection, "b", run="2")
    quote(connection, "b", LONG)
    build_marts(connection)
    assert same(connection) == {"a-0": "b-0", "b-0": "b-0"}
    for table in ("quotation", "article", "document"):
        key = "document_id" if table == "document" else "article_id"
        connection.execute(f"DELETE FROM {table} WHERE {key} = 'b'")
    build_marts(connection)
    assert same(connection) == {"a-0": "a-0"}


def test_articles_of_older_versions_get_their_quotations(connection):
    raw = "Menu\n“We came,” said Ana Lund.\n"
    body = raw.split("\n")[1]
    add_article(connection, "a")
    connection.execute("UPDATE article SET text = $1, language = 'en'", [body])
    for number, (line, verdict) in enumerate([("Menu", "drop"), (body, "keep")]):
        start = raw.index(line)
        connection.execute(
            "INSERT INTO line BY NAME SELECT 'a' AS document_id, $1 AS line_no, "
            "$2 AS start_offset, $3 AS end_offset, $4 AS text, chr(10) AS line_ending, "
            "$5 AS verdict",
            [number, start, start + len(line), line, verdict],
        )
    mention = Mention(body.index("Ana"), body.index("."), "PERSON", "Ana Lund", name="Ana Lund")
    connection.execute(
        "INSERT INTO mention BY NAME SELECT 'a' AS article_id, 'body' AS field, "
        "$1 AS start_offset, $2 AS end_offset, 'PERSON' AS label, 'Ana Lund' AS text, "
        "'Ana Lund' AS name",
        [mention.start, mention.end],
    )
    assert renew_quotations(connection) == 1
    columns = "text, speaker, raw_start_offset, raw_end_offset"
    (found,) = rows(connection, f"SELECT {columns} FROM quotation")
    assert found[:2] == ("We came,", "Ana Lund")
    assert raw[found[2] : found[3]] == "We came,"
    assert rows(connection, "SELECT quotation_version FROM article") == [(QUOTATION_VERSION,)]
    assert renew_quotations(connection) == 0


def test_rows_have_the_columns_of_the_table():
    (row,) = quotation_rows("a", "“No,” he said.", find_quotations("“No,” he said.", (), "en"))
    assert list(row) == QUOTATION.names
