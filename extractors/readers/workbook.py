"""XLSX: each row under a header a document, on every sheet; read row by row."""

from __future__ import annotations

import contextlib
import datetime as dt
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from extractors.extras import need
from extractors.readers.head import Head
from extractors.readers.limits import mb
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.readers.table_rows import names_texts, read_rows
from extractors.reasons import Refused

ENDINGS = (".xlsx", ".xlsm")
TEXTS = "xl/sharedStrings.xml"  # of all sheets; held in memory
HEADER_ROWS = 20  # reports of media monitors have their name, dates and filters above the header
FAULTS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})

Row = tuple[str, ...]


def sniff(head: Head) -> bool:
    """True for a ZIP archive with the parts of ISO 29500 workbooks, or one that is named so."""
    if not head.raw.startswith(b"PK\x03\x04"):
        return False
    return head.ending in ENDINGS or b"xl/workbook.xml" in head.raw


def read(source: Source) -> Iterator[Piece]:
    """Pieces of all sheets that hold anything, each at the name of its sheet."""
    stream = source.seekable_stream()
    with zipfile.ZipFile(stream) as archive:
        for member in archive.infolist():
            source.account.add_bytes(member.file_size)
            if member.filename == TEXTS and member.file_size > source.account.limits.archive_bytes:
                most = mb(source.account.limits.archive_bytes)
                raise Refused("too_large", f"More than {most} of texts: save it as several files.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions, which say nothing about texts
        book = need("openpyxl").load_workbook(stream, read_only=True, data_only=True)
    with contextlib.closing(book):
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # which some exports state wrongly: a table of one cell
            rows = _list_rows(sheet.iter_rows(values_only=True))
            if header := _take_header(rows, source):
                names, rest = header
                inner = replace(source, place=source.at(sheet.title))
                yield from read_rows(inner, names, (row[: len(names)] for row in rest), "xlsx")


def _take_header(rows: Iterator[Row], source: Source) -> tuple[Row, Iterator[Row]] | None:
    """The names of the columns and the rows under them; None for a sheet without a word.

    The header is the first row, of the first few, that names a column of texts; or the first.
    """
    above = []
    for row in rows:
        if names_texts(row, source.columns):
            return row, rows
        above.append(row)
        if len(above) == HEADER_ROWS:
            break
    return (above[0], chain(above[1:], rows)) if above else None


def _list_rows(rows: Iterable[tuple[object, ...]]) -> Iterator[Row]:
    """The rows that hold anything, their cells as texts."""
    rows = iter(rows)
    while True:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            row = next(rows, None)
        if row is None:
            return
        if any(told := tuple(map(_tell, row))):
            yield told


def _tell(value: object) -> str:
    """A cell as text: days without an hour as days, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return (value.date() if value.time() == dt.time() else value).isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    told = str(value).strip()
    return "" if told in FAULTS else told
