"""JSON lines: one record a line, each a document; read line by line, whatever the size."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from extractors.encodings.decoding import decode
from extractors.encodings.well_formed import mend_value
from extractors.readers.head import Head
from extractors.readers.limits import mb
from extractors.readers.piece import Piece
from extractors.readers.read_ahead import tell_day_order
from extractors.readers.record_page import page_of_record, record_place
from extractors.readers.source import Source
from extractors.records import Rejection

ENDINGS = (".jsonl", ".ndjson")


def sniff(head: Head) -> bool:
    """True when each of the first lines is an object of JSON, and there is more than one."""
    if not head.raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    lines = [line for line in head.raw.splitlines() if line.strip(b"\xef\xbb\xbf \t\r")]
    whole = lines if head.is_whole else lines[:-1]
    if len(lines) < 2:
        return head.ending in ENDINGS
    return all(isinstance(parse_object(line), dict) for line in whole[:2])


def read(source: Source) -> Iterator[Piece]:
    """A piece for each line that is not blank."""
    yield from read_records(source, _list_values(source))


def _list_values(source: Source) -> Iterator[object]:
    """The value of each line, or why it has none."""
    limit = source.account.limits.document_bytes
    while line := source.stream.readline(limit + 1):
        if len(line) > limit:
            _skip_line(source, line)
        if not line.strip(b"\xef\xbb\xbf \t\r\n\0"):
            continue
        if len(line) > limit:
            detail = f"The line has more than {mb(limit)}, the limit of one document."
            yield Rejection("too_large", detail)
        else:
            yield parse_object(line)


def read_records(source: Source, values: Iterable[object]) -> Iterator[Piece]:
    """The piece of each parsed value: a record, a refusal, or a sentence that says why not."""
    told, values = tell_day_order(values, source.columns)
    for number, value in enumerate(values, 1):
        if isinstance(value, dict):
            place = record_place(value, source.columns, number)
            yield source.piece(
                place,
                lambda value=value: page_of_record(
                    value, "json", source.columns, told, source.read_html
                ),
            )
            continue
        detail = value if isinstance(value, str) else "It is not an object with fields."
        refused = value if isinstance(value, Rejection) else Rejection("damaged", detail)
        yield Piece(source.at(f"item {number}"), refused)


def parse_object(line: bytes | str) -> object:
    """The value of a line of JSON; a sentence (str) when it is not an object."""
    try:
        text = _text_of(line) if isinstance(line, bytes) else line
        value = mend_value(json.loads(text, strict=False))
    except (ValueError, RecursionError) as error:
        return f"It is not JSON: {error}"
    return value if isinstance(value, dict) else "It is not an object with fields."


def _text_of(line: bytes) -> str:
    """JSON is UTF-8; what is not is read as the text of a file would be."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        decoded = decode(line)
        return "" if isinstance(decoded, Rejection) else decoded.text


def _skip_line(source: Source, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = source.stream.readline(1 << 20)
