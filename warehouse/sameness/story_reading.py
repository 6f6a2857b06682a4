"""Reads the terms of articles that are new or changed into story_term, a slice at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import duckdb
import pyarrow as pa

from extractors.stories.terms import list_persons, read_story_terms
from extractors.words.rarity import name_counted_language
from warehouse.sameness.statements import registered, run_sql
from warehouse.statements import count_rows

_READ_SLICE = 5_000  # articles whose texts stand in memory together
_TERMS = pa.schema(
    [
        ("article_id", pa.string()),
        ("language", pa.string()),
        ("stems", pa.list_(pa.uint64())),
        ("counts", pa.list_(pa.float64())),
        ("quotations", pa.list_(pa.uint64())),
        ("slots", pa.list_(pa.uint64())),
        ("event_words", pa.list_(pa.uint64())),
        ("persons", pa.list_(pa.string())),
        ("published_date", pa.date32()),
    ]
)


def read_terms(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill story_term for the articles of story_read."""
    for _ in take_slices(connection, _READ_SLICE):
        rows = [_list_terms(*row) for row in run_sql(connection, "read_articles").fetchall()]
        with registered(connection, "story_term_rows", pa.Table.from_pylist(rows, schema=_TERMS)):
            run_sql(connection, "store_terms")


def _list_terms(
    article_id: str,
    title: str | None,
    text: str | None,
    language: str | None,
    day: date | None,
    persons: list[str],
) -> dict[str, object]:
    terms = read_story_terms(title, text or "", language=language)
    return {
        "article_id": article_id,
        "language": name_counted_language(language),
        "stems": terms.stems,
        "counts": terms.counts,
        "quotations": terms.quotations,
        "slots": terms.slots,
        "event_words": terms.event_words,
        "persons": list_persons(persons),
        "published_date": day,
    }


def take_slices(connection: duckdb.DuckDBPyConnection, size: int) -> Iterator[int]:
    """Fill story_slice with the next `size` articles of story_read, at least once."""
    for first in range(0, max(count_rows(connection, "story_read"), 1), size):
        connection.execute(f"SET VARIABLE slice_first = {first}")
        connection.execute(f"SET VARIABLE slice_behind = {first + size}")
        run_sql(connection, "take_story_slice")
        yield first
