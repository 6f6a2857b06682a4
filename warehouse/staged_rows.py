"""Staged rows of documents into the tables, inside the one transaction of a run."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.lending import registered
from warehouse.statements import read_sql, run_sql

STAGED_TABLES = (
    "document", "line", "article", "metadatum", "fingerprint", "mention", "metonym",
    "unread_article", "quotation",
)  # fmt: skip
FRESH_DOCUMENT = pa.schema(
    [(name, pa.string()) for name in ("document_id", "source_file_id", "raw_sha256")]
)


def load_staged(
    connection: duckdb.DuckDBPyConnection,
    staging: Path,
    source_file_ids: Sequence[str],
    run_id: str,
    document_ids: Sequence[str] = (),
    *,
    changed_file_ids: Collection[str] = (),
    kept_ids: Sequence[str] = (),
) -> tuple[list[str], list[str]]:
    """Replace the rows of these files, and of these documents, by the staged ones.

    `kept_ids`: documents of the files that are as they are stored, and are not staged.
    `changed_file_ids`: the files whose bytes are others than before. An article that such a file
    no longer holds stays, and document.left_run_id tells so.

    Returns the ids of the articles that are new or changed, and of those that are gone.
    """
    tables = {
        "read_file": _files_table(source_file_ids, changed_file_ids),
        "read_document": _documents_table(document_ids),
        "kept_document": _documents_table(kept_ids),
        "fresh_document": _staged_documents(staging),
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
        run_sql(connection, "load", "still_left.sql")
        changed = _column(connection, read_sql("load", "changed_ids.sql"))
    return changed, sorted(set(before) - set(changed))


def remove_documents(connection: duckdb.DuckDBPyConnection, document_ids: Sequence[str]) -> None:
    """Take out the rows of these documents, and put none in their place."""
    tables = {
        "read_file": _files_table(()),
        "read_document": _documents_table(document_ids),
        "kept_document": _documents_table(()),
        "fresh_document": FRESH_DOCUMENT.empty_table(),
        "this_run": pa.table({"run_id": [""]}),
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


def _staged_documents(staging: Path) -> pa.Table:
    """The staged documents: rows of FRESH_DOCUMENT."""
    files = _staged_files(staging, "document")
    columns = FRESH_DOCUMENT.names
    parts = [pq.read_table(file, columns=columns) for file in files]
    return pa.concat_tables([FRESH_DOCUMENT.empty_table(), *parts])


def _files_table(ids: Sequence[str], changed_ids: Collection[str] = ()) -> pa.Table:
    is_changed = pa.array([file_id in changed_ids for file_id in ids], pa.bool_())
    return pa.table({"source_file_id": pa.array(ids, pa.string()), "is_changed": is_changed})


def _documents_table(ids: Sequence[str]) -> pa.Table:
    return pa.table({"document_id": pa.array(ids, pa.string())})


def _column(connection: duckdb.DuckDBPyConnection, sql: str) -> list[str]:
    return [value for (value,) in connection.execute(sql).fetchall()]
