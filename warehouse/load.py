"""Staged rows into the tables, inside the one transaction of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

from extractors.categories import CATEGORIES
from extractors.reasons import REASONS
from warehouse.lending import registered
from warehouse.statements import read_sql, run_sql

Row = Mapping[str, object]
STAGED_TABLES = (
    "document", "line", "article", "metadatum", "fingerprint", "mention", "metonym",
    "unread_article", "quotation",
)  # fmt: skip
SEEN_FILE = pa.schema(
    [
        ("source_file_id", pa.string()),
        ("path", pa.string()),
        ("id_path", pa.string()),
        ("status", pa.string()),
        ("sha256", pa.string()),
        ("byte_count", pa.int64()),
        ("modified_ns", pa.int64()),
        ("inode", pa.uint64()),
        ("format", pa.string()),
        ("document_count", pa.int64()),
        ("duplicate_of", pa.string()),
        ("sidecar_sha256", pa.string()),
        ("run_id", pa.string()),
    ]
)
VANISHED_FILE = pa.schema([("source_file_id", pa.string()), ("path", pa.string())])
REJECTION = pa.schema(
    [(name, pa.string()) for name in (
        "source_file_id", "place", "reason", "detail", "sha256", "run_id"
    )]
)  # fmt: skip


def touch_files(connection: duckdb.DuckDBPyConnection, seen: Sequence[Row]) -> None:
    """Bring rows of source_file up to date, and nothing else. `seen`: rows of SEEN_FILE."""
    with registered(connection, {"seen_file": pa.Table.from_pylist(list(seen), SEEN_FILE)}):
        run_sql(connection, "load", "source_file.sql")


def load_files(
    connection: duckdb.DuckDBPyConnection,
    seen: Sequence[Row],
    vanished: Sequence[Row],
    rejections: Sequence[Row],
    run_id: str,
) -> None:
    """Bring source_file and rejection up to date. `seen`: the rows of SEEN_FILE that change;
    `vanished`: rows of VANISHED_FILE."""
    tables = {
        "seen_file": pa.Table.from_pylist(list(seen), SEEN_FILE),
        "new_rejection": pa.Table.from_pylist(list(rejections), REJECTION),
        "vanished_file": pa.Table.from_pylist(list(vanished), VANISHED_FILE),
        "this_run": pa.table({"run_id": [run_id]}),
    }
    with registered(connection, tables):
        for name in ("source_file.sql", "rejection.sql", "vanished.sql"):
            run_sql(connection, "load", name)


def load_staged(
    connection: duckdb.DuckDBPyConnection,
    staging: Path,
    source_file_ids: Sequence[str],
    run_id: str,
    document_ids: Sequence[str] = (),
) -> tuple[list[str], list[str]]:
    """Replace all rows of these files, and of these documents, by the staged ones.

    Returns the ids of the articles that are new or changed, and of those that are gone.
    """
    tables = {
        "read_file": _ids_table(source_file_ids),
        "read_document": pa.table({"document_id": pa.array(list(document_ids), pa.string())}),
        "this_run": pa.table({"run_id": [run_id]}),
    }
    with registered(connection, tables):
        run_sql(connection, "load", "replaced.sql")
        before = _column(connection, read_sql("load", "replaced_ids.sql"))
        if before:
            _note_changes(connection, staging)
        run_sql(connection, "load", "make_room.sql")
        for table in STAGED_TABLES:
            if files := _staged_files(staging, table):
                connection.read_parquet(files).create_view("staged", replace=True)
                run_sql(connection, "load", "staged", f"{table}.sql")
                connection.execute("DROP VIEW staged")
        changed = _column(connection, read_sql("load", "changed_ids.sql"))
    return changed, sorted(set(before) - set(changed))


def remove_documents(connection: duckdb.DuckDBPyConnection, document_ids: Sequence[str]) -> None:
    """Take out the rows of these documents, and put none in their place."""
    tables = {
        "read_file": _ids_table(()),
        "read_document": pa.table({"document_id": pa.array(list(document_ids), pa.string())}),
    }
    with registered(connection, tables):
        for name in ("replaced.sql", "make_room.sql"):
            run_sql(connection, "load", name)


def _note_changes(connection: duckdb.DuckDBPyConnection, staging: Path) -> None:
    """Rows of line_change for staged documents whose text is the one that is stored, and of
    article_revision for articles whose file says something else now."""
    if not _staged_files(staging, "document"):
        return
    staged = [table for table in ("document", "line", "article") if _staged_files(staging, table)]
    for table in staged:
        files = _staged_files(staging, table)
        connection.read_parquet(files).create_view(f"staged_{table}", replace=True)
    run_sql(connection, "load", "line_change.sql")
    if "article" in staged:
        run_sql(connection, "load", "article_revision.sql")
    for table in staged:
        connection.execute(f"DROP VIEW staged_{table}")


def _staged_files(staging: Path, table: str) -> list[str]:
    return sorted(str(path) for path in (staging / table).glob("*.parquet"))


def insert_rows(connection: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    """Add rows to one of STAGED_TABLES, by the names of their columns."""
    with registered(connection, {"staged": rows}):
        run_sql(connection, "load", "staged", f"{table}.sql")


def load_word_lists(connection: duckdb.DuckDBPyConnection) -> None:
    """The closed lists as tables: categories of lines, reasons of rejections."""
    for table, words in (("category", CATEGORIES), ("rejection_reason", REASONS)):
        rows = pa.table({"name": list(words), "definition": list(words.values())})
        with registered(connection, {"words": rows}):
            run_sql(connection, "load", "lists", f"{table}.sql")


def load_run(connection: duckdb.DuckDBPyConnection, run: Row) -> None:
    """Add the row of a finished run; its counts of articles and rejections are counted here."""
    with registered(connection, {"finished_run": pa.Table.from_pylist([run])}):
        run_sql(connection, "load", "run.sql")


def _ids_table(ids: Sequence[str]) -> pa.Table:
    return pa.table({"source_file_id": pa.array(list(ids), pa.string())})


def _column(connection: duckdb.DuckDBPyConnection, sql: str) -> list[str]:
    return [value for (value,) in connection.execute(sql).fetchall()]
