"""Documents taken out for good: their rows go, a tombstone without a word of them stays.

The rows of a document go as they do for one that makes room for another, and what rests on them
is brought up to date as after any run; so nothing of a document is in any table. What DuckDB has
deleted it may leave in its file: warehouse.storage.rewriting takes it out of there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

import duckdb
import pyarrow as pa

from extractors.reasons import FORGOTTEN
from warehouse.lending import registered
from warehouse.replay import settle_replayed
from warehouse.staged_rows import remove_documents
from warehouse.statements import read_sql, run_sql

BURIAL = pa.schema(
    [
        ("run_id", pa.string()),
        ("reason", pa.string()),
        ("forgotten_at", pa.timestamp("us")),
        ("with_copies", pa.bool_()),
    ]
)


@dataclass(frozen=True, slots=True)
class Burial:
    """What the tombstones of one run say."""

    run_id: str
    reason: str | None  # in the words of a person
    forgotten_at: datetime  # UTC, without a zone
    with_copies: bool  # copies of the texts, under whatever name, are not to come later either


def forget_documents(
    connection: duckdb.DuckDBPyConnection, document_ids: Sequence[str], burial: Burial
) -> tuple[list[str], Mapping[str, int]]:
    """Take these documents out of the tables that a run loads, inside an open transaction.

    Returns the ids of those that were there, of which all that rests on them is still to be
    told, and their files by outcome: seen = unchanged + quarantined + vanished.
    """
    tables = {
        "forgotten_document": pa.table({"document_id": pa.array(document_ids, pa.string())}),
        "this_burial": pa.Table.from_pylist([asdict(burial)], BURIAL),
    }
    with registered(connection, tables):
        cursor = _run(connection, "list_documents")
        columns = [column[0] for column in cursor.description]
        stored = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
        rows = [row | asdict(FORGOTTEN) for row in stored if not row.pop("has_left")]
        _run(connection, "bury")
        ids = [row["document_id"] for row in stored]
        remove_documents(connection, ids)
        settle_replayed(connection, rows, burial.run_id)
        _run(connection, "settle_containers")
        (counts,) = _run(connection, "count_files").fetchall()
    _run(connection, "forget_paths")
    names = ("seen", "unchanged", "quarantined", "vanished")
    return ids, dict(zip(names, counts, strict=True))


def allow_again(
    connection: duckdb.DuckDBPyConnection, target: str, source_file_id: str
) -> list[str]:
    """Take tombstones away, so that the next run reads the files again; ids of the documents.

    `target`: the path of a file, or the beginning of the id of a document; `source_file_id`: what
    is computed from it, as of a file that is gone no path is known.
    """
    values = {"target": target, "source_file_id": source_file_id}
    connection.execute(read_sql("forgetting", "find_allowed.sql"), values)
    ids = sorted(row[0] for row in connection.execute("FROM allowed_again").fetchall())
    _run(connection, "allow_again")
    return ids


def _run(connection: duckdb.DuckDBPyConnection, step: str) -> duckdb.DuckDBPyConnection:
    return run_sql(connection, "forgetting", f"{step}.sql")
