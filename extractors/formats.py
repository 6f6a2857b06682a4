"""Which reader a file needs: content first, then name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from extractors.records import Rejection

HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
TEXT_ENDINGS = frozenset({"", ".txt", ".text", ".md", ".markdown"})
UNREAD_ENDINGS = {  # text formats whose markup would be taken for news
    ".json": "JSON", ".jsonl": "JSON lines", ".ndjson": "JSON lines", ".csv": "CSV",
    ".tsv": "TSV", ".xml": "XML", ".rss": "RSS", ".atom": "Atom", ".eml": "e-mail",
    ".mbox": "a mailbox", ".mht": "MHTML", ".mhtml": "MHTML", ".rtf": "RTF", ".warc": "WARC",
}  # fmt: skip
SIGNATURES = (  # first bytes, from the formats' own specifications
    (b"%PDF-", "PDF"), (b"PK\x03\x04", "ZIP, DOCX or EPUB"), (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"), (b"\xfd7zXZ\0", "xz"), (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"Rar!", "RAR"), (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"\xd0\xcf\x11\xe0", "old Word or Excel"),
    (b"{\\rtf", "RTF"), (b"WARC/", "WARC"), (b"SQLite format 3", "SQLite"),
    (b"\x7fELF", "a program"),
)  # fmt: skip
HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b|head\b|body\b)",
    re.I | re.S,
)
HTML_TAGS = re.compile(r"</?(?:p|div|a|span|br|li|article|section|h[1-6])\b[^<>]*>", re.I)
XML_START = re.compile(r"\s*<\?xml|\s*<(?:rss|feed)\b", re.I)


def refuse_format(raw: bytes, path: str) -> Rejection | None:
    """A Rejection for formats that are known and not read (yet), else None."""
    for signature, name in SIGNATURES:
        if raw.startswith(signature):
            return Rejection("unsupported_format", f"The content is {name}.")
    ending = PurePosixPath(path.lower()).suffix
    if ending in UNREAD_ENDINGS:
        return Rejection("unsupported_format", f"The file is {UNREAD_ENDINGS[ending]} by its name.")
    return None


def looks_like_html(head: str, path: str) -> bool:
    """True when the first characters of a text, or many tags in it, make it a web page.

    A text that talks about `<p>` stays a text: the tags must make up a good part of it, unless
    the name says HTML.
    """
    if HTML_START.match(head):
        return True
    tags = HTML_TAGS.findall(head[:20_000])
    if PurePosixPath(path.lower()).suffix in HTML_ENDINGS:
        return bool(tags)
    return len(tags) >= 4 and head.lstrip().startswith("<")


def refuse_markup(head: str) -> Rejection | None:
    """A Rejection for XML that is no web page (feeds, sitemaps), else None."""
    if XML_START.match(head) and not HTML_START.match(head):
        return Rejection("unsupported_format", "The content is XML, not a web page.")
    return None
