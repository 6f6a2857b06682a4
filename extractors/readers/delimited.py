"""CSV and TSV with a header line: each row a document; read row by row, whatever the size."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from extractors.decoding import decode
from extractors.odd_bytes import AS_WINDOWS_1252
from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.read_ahead import tell_day_order
from extractors.readers.record_page import page_of_record, record_place
from extractors.readers.source import Source
from extractors.record_fields import NAMES, field_key
from extractors.records import Rejection

DELIMITERS = ",;\t|"
REST = "\0cells"  # of a row with more cells than the header: no column is called so


def sniff(head: Head) -> bool:
    """Never: a text with commas is a table only when its name says so."""
    return False


def read(source: Source) -> Iterator[Piece]:
    """A piece for each row; columns are found by the names of their header."""
    head = source.peek()
    decoded = decode(head.lines)
    if isinstance(decoded, Rejection):
        yield Piece(source.place, decoded)
        return
    encoding = "utf-8-sig" if decoded.encoding == "utf-8" else decoded.encoding
    csv.field_size_limit(source.account.limits.document_bytes)
    lines = io.TextIOWrapper(source.stream, encoding, errors=AS_WINDOWS_1252, newline="")
    first = decoded.text.splitlines()[0] if decoded.text.strip() else ""
    try:
        yield from _read_rows(source, csv.reader(lines, delimiter=_delimiter(first, source.name)))
    finally:
        lines.detach()  # which would close the stream when it goes: it is the caller's


def _read_rows(source: Source, rows: Iterator[list[str]]) -> Iterator[Piece]:
    names = [name.strip().lstrip("\ufeff") for name in next(rows, [])]
    wanted = {field_key(source.columns.get("text", "")), *NAMES["text"], *NAMES["html"]}
    if not wanted & {field_key(name) for name in names}:
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
                record, "table", source.columns, told, source.read_html
            ),
        )


def _list_records(rows: Iterator[list[str]], names: list[str]) -> Iterator[dict[str, object]]:
    """Rows by the names of the header; what would be cut short in silence keeps its cells."""
    for row in rows:
        if any(row):
            cells = {REST: len(row)} if any(row[len(names) :]) else {}
            yield dict(zip(names, row, strict=False)) | cells


def _too_long(cells: int, names: list[str]) -> Rejection:
    detail = f"The row has {cells} cells, the header {len(names)}: a mark that parts cells needs"
    return Rejection("damaged", f"{detail} quotes around its text.")


def _delimiter(header: str, name: str) -> str:
    """The mark that parts most columns of the header; the name speaks first for tabs."""
    if name.lower().endswith((".tsv", ".tab")) and "\t" in header:
        return "\t"
    return max(DELIMITERS, key=header.count)
