"""Rows of a table with a header, whatever it was kept in: each a piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.readers.piece import Piece
from extractors.readers.read_ahead import tell_day_order
from extractors.readers.record_page import page_of_record, record_place
from extractors.readers.source import Source
from extractors.record_fields import NAMES, field_key
from extractors.records import Rejection

REST = "\0cells"  # of a row with more cells than the header: no column is called so


def names_texts(names: Sequence[str], columns: Mapping[str, str]) -> bool:
    """True when one of the columns holds texts by its name; `columns` as in page_of_record."""
    wanted = {field_key(columns.get("text", "")), *NAMES["text"], *NAMES["html"]}
    return bool(wanted & {field_key(name) for name in names if name})


def read_rows(
    source: Source, names: Sequence[str], rows: Iterable[Sequence[str]], form: str
) -> Iterator[Piece]:
    """A piece for each row that holds anything; `form` is the name of the format.

    A table in which no column holds texts is one rejection.
    """
    if not names_texts(names, source.columns):
        told = ", ".join(names)[:200]
        detail = f'Which column holds texts? Say so in _meta.json: {{"column_text": ...}}: {told}.'
        yield Piece(source.place, Rejection("no_text", detail))
        return
    told, records = tell_day_order(_list_records(rows, names), source.columns)
    for number, record in enumerate(records, 1):
        place = record_place(record, source.columns, number)
        if REST in record:
            yield source.piece(place, lambda record=record: _too_long(record[REST], names))
            continue
        yield source.piece(
            place,
            lambda record=record: page_of_record(
                record, form, source.columns, told, source.read_html
            ),
        )


def _list_records(
    rows: Iterable[Sequence[str]], names: Sequence[str]
) -> Iterator[dict[str, object]]:
    """Rows by the names of the header; what would be cut short in silence keeps its cells."""
    for row in rows:
        if any(row):
            cells = {REST: len(row)} if any(row[len(names) :]) else {}
            yield dict(zip(names, row, strict=False)) | cells


def _too_long(cells: int, names: Sequence[str]) -> Rejection:
    detail = f"The row has {cells} cells, the header {len(names)}: a mark that parts cells needs"
    return Rejection("damaged", f"{detail} quotes around its text.")
