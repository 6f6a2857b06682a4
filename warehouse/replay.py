"""Stored documents that are cleaned again: which ones, how they were read, what they are now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from warehouse.lending import registered
from warehouse.load import Row
from warehouse.statements import read_sql, run_sql

REPLAYED = pa.schema(
    [(name, pa.string()) for name in ("document_id", "source_file_id", "place", "reason", "detail")]
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which stored documents are meant: all that fit every condition."""

    targets: tuple[str, ...] = ()  # files, folders and patterns below the corpus, or document ids
    outlet: str | None = None
    current_version: str | None = None  # only those that another version of the cleaner has cleaned


@dataclass(frozen=True, slots=True)
class ChosenDocument:
    """A document of the selection."""

    document_id: str
    path: str
    place: str
    char_count: int
    has_reading: bool  # False: made before readings were stored; its file has to be read again


def choose_documents(
    connection: duckdb.DuckDBPyConnection, selection: Selection
) -> list[ChosenDocument]:
    """The documents of the selection, by path and place."""
    values = {
        "targets": list(selection.targets),
        "outlet": selection.outlet,
        "current_version": selection.current_version,
    }
    rows = connection.execute(read_sql("replay", "choose_documents.sql"), values).fetchall()
    return [ChosenDocument(*row) for row in rows]


def read_documents(
    connection: duckdb.DuckDBPyConnection, document_ids: Sequence[str]
) -> Iterator[dict[str, object]]:
    """Columns of these documents, with `texts` and `verdicts` of their lines, one by one."""
    wanted = pa.table({"document_id": pa.array(list(document_ids), pa.string())})
    with registered(connection, {"wanted_document": wanted}):
        cursor = run_sql(connection, "replay", "read_documents.sql")
        columns = [column[0] for column in cursor.description]
        rows = cursor.fetchall()
    return (dict(zip(columns, row, strict=True)) for row in rows)


def settle_replayed(
    connection: duckdb.DuckDBPyConnection, replayed: Sequence[Row], run_id: str
) -> Mapping[str, int]:
    """Bring source_file and rejection up to date; files by outcome: seen = loaded + quarantined.

    `replayed`: rows of REPLAYED, reason NULL for a document that is an article. Call it when the
    rows of the documents stand in the tables.
    """
    tables = {
        "replayed_document": pa.Table.from_pylist(list(replayed), REPLAYED),
        "this_run": pa.table({"run_id": [run_id]}),
    }
    with registered(connection, tables):
        run_sql(connection, "replay", "settle_files.sql")
        run_sql(connection, "replay", "release_copies.sql")
        (row,) = run_sql(connection, "replay", "count_files.sql").fetchall()
    return dict(zip(("seen", "loaded", "quarantined"), row, strict=True))
