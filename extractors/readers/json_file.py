"""JSON: one record, a list of them, or an object that holds a list; a list is read one by one."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from extractors.encodings.decoding import decode
from extractors.encodings.odd_bytes import AS_WINDOWS_1252
from extractors.encodings.well_formed import mend_value
from extractors.readers.head import Head
from extractors.readers.json_lines import ENDINGS as LINES_ENDINGS
from extractors.readers.json_lines import parse_object, read_records
from extractors.readers.limits import mb
from extractors.readers.piece import Piece
from extractors.readers.record_page import page_of_record
from extractors.readers.source import Source
from extractors.reasons import Refused
from extractors.records import Page, Rejection

LIST = re.compile(r"\ufeff?\s*\[")
START = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\]{])')
SPACE_OR_COMMA = re.compile(r"[\s,]*")
# Names under which exports keep their list of articles (JSON Feed, NewsAPI, Media Cloud, ...).
LISTS = ("articles", "stories", "items", "documents", "docs", "results", "records", "entries",
         "posts", "news", "data", "response")  # fmt: skip
CHUNK = 1 << 16


def sniff(head: Head) -> bool:
    """True when the text begins like an object with names or a list of objects."""
    return head.ending not in LINES_ENDINGS and START.match(head.text) is not None


def read(source: Source) -> Iterator[Piece]:
    """A piece for each record; a file with one record has the place ""."""
    if source.peek().text.lstrip().startswith("["):
        yield from read_records(source, iterate_list(source))
        return
    value = parse_object(source.read_all())
    if not isinstance(value, dict):
        yield Piece(source.place, Rejection("damaged", str(value)))
    elif (records := _find_list(value)) is not None:
        yield from read_records(source, records)
    else:
        yield source.piece("", lambda: _page_of(value, source))


def _page_of(value: dict, source: Source) -> Page | Rejection:
    return page_of_record(value, "json", source.columns, read_page=source.read_html)


def iterate_list(source: Source, begin: re.Pattern[str] = LIST) -> Iterator[object]:
    """The values of a list, parsed one by one; raises Refused where the list is broken.

    `begin`: what stands before its first value. Holds one value and a chunk in memory: time is
    linear in the length of the list.
    """
    limit = source.account.limits.document_bytes
    decoded = decode(source.peek().lines)
    encoding = "utf-8" if isinstance(decoded, Rejection) else decoded.encoding
    feed = _Text(source.stream, encoding)
    feed.skip(begin)
    while True:
        feed.skip(SPACE_OR_COMMA)
        if feed.starts_with("]") or feed.is_over():
            break
        yield feed.next_value(limit)
    if feed.is_over():
        raise Refused("damaged", "The list is not closed: the file was cut off.")


class _Text:
    """A window on the text of a stream that moves forward."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)(AS_WINDOWS_1252)
        self._json = json.JSONDecoder(strict=False)
        self._text, self._at, self._ended = "", 0, False

    def skip(self, pattern: re.Pattern[str]) -> None:
        """Move behind the pattern, which matches here."""
        while True:
            match = pattern.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if (match and self._at < len(self._text)) or not self._grow():
                return

    def starts_with(self, mark: str) -> bool:
        return self._text.startswith(mark, self._at)

    def is_over(self) -> bool:
        return self._ended and self._at >= len(self._text)

    def next_value(self, limit: int) -> object:
        """The value that begins here; raises Refused when it is broken or longer than `limit`."""
        while True:
            try:
                value, self._at = self._json.raw_decode(self._text, self._at)
            except RecursionError:
                raise Refused("damaged", "A record is nested too deep.") from None
            except json.JSONDecodeError as error:
                cut_off = error.msg.startswith("Unterminated") or error.pos > len(self._text) - 16
                if len(self._text) - self._at > limit:
                    raise Refused("too_large", f"A record has more than {mb(limit)}.") from None
                if not (cut_off and self._grow()):
                    raise Refused("damaged", f"It is not JSON: {error.msg}.") from None
            else:
                return mend_value(value)

    def _grow(self) -> bool:
        """Read as much again as the window holds; False at the end of the stream."""
        raw = self._stream.read(max(CHUNK, len(self._text) - self._at))
        self._ended = not raw
        self._text = self._text[self._at :] + self._decoder.decode(raw, final=not raw)
        self._at = 0
        return bool(raw)


def _find_list(value: dict, depth: int = 0) -> list | None:
    """The records an export keeps under a known name; None when the object is itself a record."""
    for name in LISTS:
        inner = value.get(name)
        if isinstance(inner, list) and inner and all(isinstance(x, dict) for x in inner):
            return [_with_feed(item, value) for item in inner]
        if isinstance(inner, dict) and depth < 2 and (found := _find_list(inner, depth + 1)):
            return found
    return None


def _with_feed(item: dict, feed: dict) -> dict:
    """An item of a JSON Feed (jsonfeed.org) knows its outlet and language from the feed."""
    if "jsonfeed.org" not in str(feed.get("version", "")):
        return item
    return {"outlet": feed.get("title"), "language": feed.get("language"), **item}
