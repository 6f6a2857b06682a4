"""WARC (ISO 28500), as crawls and CC-NEWS write it: each page a document, read record by record."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import redirect_stderr

from extractors.encodings.decoding import decode
from extractors.extras import need
from extractors.readers.head import Head
from extractors.readers.limits import mb
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.reasons import Refused
from extractors.records import Page, Rejection

logging.getLogger("warcio").setLevel(logging.CRITICAL)
PAGES = ("text/html", "application/xhtml+xml")


def sniff(head: Head) -> bool:
    """True for the version line of a record."""
    return head.raw.startswith(b"WARC/")


def read(source: Source) -> Iterator[Piece]:
    """A piece for each page or text that a server gave, at its record id; other records are none.

    The date of a record is that of the crawl and says nothing about publication.
    """
    warcio = need("warcio.archiveiterator")
    for record in _iterate_quietly(warcio.ArchiveIterator(source.stream)):
        kind = _content_type(record)
        if kind is None:
            continue
        place = (record.rec_headers.get_header("WARC-Record-ID") or "").strip("<> ")
        place = place.removeprefix("urn:uuid:") or f"offset {record.raw_stream.tell()}"
        yield source.piece(place, lambda record=record, kind=kind: _read_page(record, kind, source))


def _iterate_quietly(records: Iterator[object]) -> Iterator[object]:
    """The records; what warcio prints about broken ones shows in what we return."""
    while True:
        with redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _content_type(record: object) -> str | None:
    """Type of the text in a record; None when it is no document."""
    if record.rec_type == "response" and record.http_headers:
        if not (record.http_headers.get_statuscode() or "").startswith("2"):
            return None
        stated = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type in ("resource", "conversion"):
        stated = record.rec_headers.get_header("Content-Type") or ""
    else:
        return None
    kind = stated.partition(";")[0].strip().lower()
    is_text = kind in PAGES or (record.rec_type == "conversion" and kind == "text/plain")
    return stated.lower() if is_text else None


def _read_page(record: object, kind: str, source: Source) -> Page | Rejection:
    limit = source.account.limits.document_bytes
    with redirect_stderr(io.StringIO()):
        raw = record.content_stream().read(limit + 1)
        cut_off = not record.raw_stream.read(1) and record.raw_stream.limit > 0
    if cut_off:
        raise Refused("damaged", "The record is shorter than its header says: it was cut off.")
    if len(raw) > limit:
        raise Refused("too_large", f"More than {mb(limit)}, the limit of one document.")
    source.account.add_bytes(len(raw))
    text = _decode(raw, kind)
    if isinstance(text, Rejection):
        return text
    url = record.rec_headers.get_header("WARC-Target-URI")
    if kind.startswith(PAGES):
        return source.read_html(text, url)
    return Page(text, "text", url=url)


def _decode(raw: bytes, kind: str) -> str | Rejection:
    """The charset of the HTTP header goes first, as in browsers."""
    charset = kind.partition("charset=")[2].strip("\"' ;")
    decoded = decode(raw, html=True, charset=charset)
    return decoded if isinstance(decoded, Rejection) else decoded.text
