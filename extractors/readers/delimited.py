"""CSV and TSV with a header line: each row a document; read row by row, whatever the size."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from extractors.encodings.decoding import decode
from extractors.encodings.odd_bytes import AS_WINDOWS_1252
from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.readers.table_rows import read_rows
from extractors.records import Rejection

DELIMITERS = ",;\t|"


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
        rows = csv.reader(lines, delimiter=_delimiter(first, source.name))
        names = [name.strip().lstrip("\ufeff") for name in next(rows, [])]
        yield from read_rows(source, names, rows, "table")
    finally:
        lines.detach()  # which would close the stream when it goes: it is the caller's


def _delimiter(header: str, name: str) -> str:
    """The mark that parts most columns of the header; the name speaks first for tabs."""
    if name.lower().endswith((".tsv", ".tab")) and "\t" in header:
        return "\t"
    return max(DELIMITERS, key=header.count)
