"""Files, refusals, word lists and runs into the tables, inside the one transaction of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb
import pyarrow as pa

from extractors.categories import CATEGORIES
from extractors.reasons import REASONS
from warehouse.lending import registered
from warehouse.statements import run_sql

Row = Mapping[str, object]
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
