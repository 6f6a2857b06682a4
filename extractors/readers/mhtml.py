"""MHTML (RFC 2557): a page that a browser saved as a single file, with its address."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator

from extractors.readers.head import Head
from extractors.readers.mail_message import count_headers, iterate_parts, part_text
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.records import Page, Rejection

ENDINGS = (".mht", ".mhtml")
RELATED = re.compile(rb"^content-type:\s*multipart/related", re.I | re.M)
SAVED = re.compile(rb"^(?:snapshot-content-location:|from:\s*<?saved by )", re.I | re.M)


def sniff(head: Head) -> bool:
    """True for mail headers with related parts that a browser wrote, or the name to match."""
    start = head.raw[:4096]
    if not RELATED.search(start) or count_headers(head.raw) < 2:
        return False
    return head.ending in ENDINGS or SAVED.search(start) is not None


def read(source: Source) -> Iterator[Piece]:
    """The first page of the file; pictures, styles and frames are left aside."""
    raw = source.read_all()
    yield source.piece("", lambda: _read_page(raw, source))


def _read_page(raw: bytes, source: Source) -> Page | Rejection:
    message = email.message_from_bytes(raw)
    for part in iterate_parts(message):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            url = message.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
            url = str(url).strip()
            address = url if url.startswith("http") else None
            return source.read_html(part_text(part, html=True), address)
    return Rejection("damaged", "There is no page in the file.")
