"""Stored documents on their way to be cleaned again: which they are, and in which shards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb

from extractors.cleaning import CLEANER_VERSION
from flows.defaults import DEFAULT_FINDER, FILES_PER_SHARD
from flows.settings import ReplayParameters
from flows.shards.stored import StoredDocument, StoredShard
from warehouse.replay import ChosenDocument, Selection, read_documents

SHARD_CHARACTERS = 2_000_000  # of raw text
ROUND_SHARDS = 8  # read from the store together: their texts stand in memory


def selection(parameters: ReplayParameters) -> Selection:
    """Which stored documents the parameters mean."""
    version = CLEANER_VERSION if parameters.stale else None
    return Selection(parameters.targets, parameters.outlet, version)


def cut(chosen: Iterable[ChosenDocument]) -> Iterator[list[ChosenDocument]]:
    """Documents in parts of at most FILES_PER_SHARD and SHARD_CHARACTERS, or one that has more."""
    part: list[ChosenDocument] = []
    characters = 0
    for document in chosen:
        full = len(part) == FILES_PER_SHARD or characters + document.char_count > SHARD_CHARACTERS
        if part and full:
            yield part
            part, characters = [], 0
        part.append(document)
        characters += document.char_count
    if part:
        yield part


def stored_rounds(
    connection: duckdb.DuckDBPyConnection,
    chosen: list[ChosenDocument],
    staging: Path,
    run_id: str,
    today: date,
    finder: str = DEFAULT_FINDER,
    recurring: Mapping[str, frozenset[int]] | None = None,
) -> Iterator[list[StoredShard]]:
    """Shards of stored documents, read from the store ROUND_SHARDS at a time.

    `recurring` are the lines that source memory takes out now, by document_id. With them, a
    document that would be refused stays as it was.
    """
    parts = list(cut(chosen))
    for start in range(0, len(parts), ROUND_SHARDS):
        taken = parts[start : start + ROUND_SHARDS]
        ids = [document.document_id for part in taken for document in part]
        stored = {
            row["document_id"]: StoredDocument.from_row(row)
            for row in read_documents(connection, ids)
        }
        for document_id in stored.keys() & (recurring or {}).keys():
            again = replace(stored[document_id], recurring=recurring[document_id])
            stored[document_id] = again
        yield [
            StoredShard(
                f"{number:05}",
                tuple(stored[document.document_id] for document in part),
                staging,
                run_id,
                today,
                finder,
                keeps_refused=recurring is not None,
            )
            for number, part in enumerate(taken, start + 1)
        ]
