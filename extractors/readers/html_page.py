"""A web page: its visible text, one block per line, and what it states about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source

ENDINGS = frozenset({".html", ".htm", ".xhtml"})
START = re.compile(  # each comment once and for all, see feed.START
    r"\s*+(?:<\?xml[^>]*>\s*+)?+(?:(?><!--.*?-->)\s*+)*+<(?:!doctype\s+html|html\b|head\b|body\b)",
    re.I | re.S,
)
TAGS = re.compile(r"</?(?:p|div|a|span|br|li|article|section|h[1-6])\b[^<>]*>", re.I)
XML_START = re.compile(r"\s*<\?xml|\s*<(?:rss|feed)\b", re.I)


def sniff(head: Head) -> bool:
    """True when the first characters, or many tags among them, make it a web page.

    A text that talks about `<p>` stays a text: it must begin with a tag, unless the name says
    HTML.
    """
    if "<" not in head.text:
        return False
    if START.match(head.text):
        return True
    if is_other_xml(head):
        return False
    tags = TAGS.findall(head.text)
    if head.ending in ENDINGS:
        return bool(tags)
    return len(tags) >= 4 and head.text.lstrip().startswith("<")


def is_other_xml(head: Head) -> bool:
    """True for XML that is no web page (feeds, sitemaps)."""
    return XML_START.match(head.text) is not None and not START.match(head.text)


def read(source: Source) -> Iterator[Piece]:
    """The page; refused when it is empty or binary."""
    decoded = source.read_text(html=True)
    yield Piece.decoded(source.place, source.read_html(decoded.text, None), decoded)
