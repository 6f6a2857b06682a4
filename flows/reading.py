"""A file's bytes to a page: the readers behind the formats."""

from __future__ import annotations

from extractors.decoding import Decoded, decode
from extractors.formats import looks_like_html, refuse_format, refuse_markup
from extractors.html import read_html
from extractors.records import Page, Rejection

SNIFF_CHARACTERS = 20_000  # enough to know a web page by its tags
MOST_LINES = 200_000  # a long book has 20,000; a million short lines cost 1.7 GB to clean
BLANK = "\ufeff\0\u00a0\u200b\u2028\u2029 \t\r\n\f\v"


def refuse_text(text: str) -> Rejection | None:
    """A Rejection for texts that hold nothing, or more lines than an article can have."""
    if not text.strip(BLANK):
        return Rejection("empty", "The file holds nothing but white space.")
    count = text.count("\n") + text.count("\r")
    if count > MOST_LINES:
        return Rejection("too_large", f"{count:,} lines; the limit is {MOST_LINES:,}.")
    return None


def read_page(raw: bytes, path: str) -> tuple[Page, Decoded] | Rejection:
    """The page a file holds, and how its bytes were read; or why it holds none."""
    if refused := refuse_format(raw, path):
        return refused
    is_html = looks_like_html(raw[:SNIFF_CHARACTERS].decode("utf-8", "replace"), path)
    decoded = decode(raw, html=is_html)
    if refused := decoded if isinstance(decoded, Rejection) else refuse_text(decoded.text):
        return refused
    head = decoded.text[:SNIFF_CHARACTERS]
    if looks_like_html(head, path):
        return read_html(decoded.text), decoded
    if refused := refuse_markup(head):
        return refused
    return Page(decoded.text, "text"), decoded
