"""Staged rows into tables, and errors that say what went wrong."""

import duckdb
import pyarrow as pa
import pytest

from extractors.reasons import REASONS
from warehouse.checks import run_checks
from warehouse.errors import CheckFailed
from warehouse.lending import registered
from warehouse.load import load_files, load_word_lists, touch_files
from warehouse.staged_rows import insert_rows
from warehouse.statements import read_sql, sql_names
from warehouse.storage.memory import open_in_memory
from warehouse.storage.store import transaction


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        load_word_lists(opened)
        yield opened


def file_row(path, status, sha256="s", **changes):
    row = {
        "source_file_id": path,
        "path": path,
        "status": status,
        "sha256": sha256,
        "byte_count": 1,
        "modified_ns": 1,
        "inode": 1,
        "format": "text",
        "document_count": None,
        "duplicate_of": None,
        "run_id": "r1",
    }
    return {**row, **changes}


def rejection_row(path, reason="binary"):
    names = ("source_file_id", "place", "reason", "detail", "sha256", "run_id")
    return dict(zip(names, (path, "", reason, "why", "s", "r1"), strict=True))


def test_the_first_error_in_a_transaction_is_the_one_that_is_told(connection):
    with (
        pytest.raises(duckdb.CatalogException, match="nowhere"),
        transaction(connection),
        registered(connection, {"some": pa.table({"a": [1]})}),
    ):
        connection.execute("FROM nowhere")


def test_files_are_added_changed_refused_and_marked_as_vanished(connection):
    seen = [file_row("a", "loaded"), file_row("b", "quarantined")]
    load_files(connection, seen, [], [rejection_row("b")], "r1")
    mended = [file_row("b", "loaded", sha256="t", run_id="r2")]
    gone = [{"source_file_id": "a", "path": "a"}]
    load_files(connection, mended, gone, [], "r2")
    rows = connection.execute(
        "SELECT path, status, sha256, first_run_id, last_run_id FROM source_file ORDER BY path"
    ).fetchall()
    assert rows == [("a", "vanished", "s", "r1", "r2"), ("b", "loaded", "t", "r1", "r2")]
    assert connection.execute("FROM rejection").fetchall() == []


def test_a_touched_file_keeps_its_rejection(connection):
    load_files(connection, [file_row("b", "quarantined")], [], [rejection_row("b")], "r1")
    touch_files(connection, [file_row("b", "quarantined", modified_ns=2)])
    assert connection.execute("SELECT reason FROM rejection").fetchall() == [("binary",)]
    assert connection.execute("SELECT modified_ns FROM source_file").fetchall() == [(2,)]


def test_the_closed_lists_stand_in_the_database(connection):
    found = connection.execute("SELECT reason, definition FROM rejection_reason").fetchall()
    assert dict(found) == REASONS


BROKEN = {  # check -> statements that make it fail
    "articles_have_a_story": "INSERT INTO article BY NAME SELECT 'a' AS article_id; INSERT INTO "
    "duplicate_group BY NAME SELECT 'a' AS article_id",
    "run_counts_balance": "INSERT INTO run BY NAME SELECT 'r' AS run_id, 5 AS seen_count, "
    "1 AS loaded_count, 1 AS unchanged_count, 1 AS duplicate_count, 1 AS quarantined_count, "
    "0 AS vanished_count",
    "files_have_their_rows": "INSERT INTO source_file BY NAME SELECT 'f' AS source_file_id, "
    "'loaded' AS status",
    "dates_are_stated": "INSERT INTO article BY NAME SELECT 'a' AS article_id, 'r1' AS run_id, "
    "DATE '2023-01-12' AS published_date",
    "documents_become_articles": "INSERT INTO document BY NAME SELECT 'd' AS document_id, "
    "'f' AS source_file_id",
    "contained_documents_balance": "INSERT INTO source_file BY NAME SELECT 'f' AS source_file_id, "
    "'loaded' AS status, 2 AS document_count; INSERT INTO document BY NAME SELECT 'd' AS "
    "document_id, 'f' AS source_file_id; INSERT INTO article BY NAME SELECT 'd' AS document_id, "
    "'f' AS source_file_id",
    "ids_are_unique": "INSERT INTO run BY NAME SELECT 'r' AS run_id FROM range(2)",
    "ledger_gives_raw_text_back": "INSERT INTO document BY NAME SELECT 'd' AS document_id, "
    "'r1' AS run_id, 'x' AS raw_sha256, 1 AS line_count",
    "lines_have_reasons": "INSERT INTO line BY NAME SELECT 'd' AS document_id, "
    "'drop' AS verdict, 'made_up' AS category, 'r' AS rule, '1' AS cleaner_version",
    "mentions_stand_in_texts": "INSERT INTO article BY NAME SELECT 'a' AS article_id, "
    "'r1' AS run_id, 'Some text' AS text; INSERT INTO mention BY NAME SELECT 'a' AS article_id, "
    "'body' AS field, 0 AS start_offset, 4 AS end_offset, 'Else' AS text",
    "quotations_stand_in_texts": "INSERT INTO article BY NAME SELECT 'a' AS article_id, "
    "'r1' AS run_id, 'Some text' AS text; INSERT INTO quotation BY NAME SELECT 'a' AS article_id, "
    "0 AS start_offset, 4 AS end_offset, 'Else' AS text",
    "rejections_have_reasons": "INSERT INTO rejection BY NAME SELECT 'f' AS source_file_id, "
    "'made_up' AS reason",
}


def test_every_check_has_a_case_that_makes_it_fail():
    assert sorted(BROKEN) == [name.removesuffix(".sql") for name in sql_names("checks")]


@pytest.mark.parametrize("name", BROKEN)
def test_a_check_finds_what_it_is_for(connection, name):
    assert name in run_checks(connection, "r1")
    connection.execute(BROKEN[name])
    with pytest.raises(CheckFailed) as failure:
        run_checks(connection, "r1")
    assert name in failure.value.failures


def test_every_slice_of_the_documents_is_checked(connection):
    connection.execute(
        "INSERT INTO document BY NAME SELECT n::VARCHAR AS document_id, 'r1' AS run_id, "
        "if(n = 7, 'x', sha256('a')) AS raw_sha256, 1 AS line_count, 9_000_000 AS char_count "
        "FROM range(9) AS numbers(n)"
    )
    connection.execute(
        "INSERT INTO line BY NAME SELECT document_id, 0 AS line_no, 'a' AS text, "
        "'' AS line_ending FROM document"
    )
    with pytest.raises(CheckFailed) as failure:
        run_checks(connection, "r1")
    assert failure.value.failures["ledger_gives_raw_text_back"] == [("7",)]


def test_checks_state_what_must_hold():
    for name in sql_names("checks"):
        assert read_sql("checks", name).startswith("-- "), name


def test_rows_are_added_by_the_names_of_their_columns(connection):
    rows = pa.table({"text": ["Oslo"], "article_id": ["a"], "label": ["PLACE"]})
    insert_rows(connection, "mention", rows)
    found = connection.execute("SELECT article_id, label, text FROM mention").fetchall()
    assert found == [("a", "PLACE", "Oslo")]
