"""Texts in records that are HTML or hold references to characters, as exports of sites do."""

from __future__ import annotations

import html
import re

from extractors.pages.html import read_fragment

TAGS = (
    r"(?:p|div|span|a|li|ul|ol|h[1-6]|em|strong|b|i|u|article|section|table|td|blockquote|figure)"
)
MARKUP = re.compile(rf"</{TAGS}\s*>|<(?:br|p)\s*/?>", re.I)
ESCAPED = re.compile(rf"&lt;/{TAGS}\s*&gt;|&lt;(?:br|p)\s*/?&gt;", re.I)
# With their semicolon: &copy=2 is part of an address.
REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def open_markup(text: str) -> tuple[str, bool]:
    """The text, and whether it is HTML; HTML that was escaped once more is opened."""
    if MARKUP.search(text):
        return text, True
    if ESCAPED.search(text):
        return html.unescape(text), True
    return text, False


def read_plain(text: str) -> str:
    """The text as it is meant: without tags, references to characters as these."""
    if "<" not in text and "&" not in text:
        return text
    text, is_html = open_markup(text)
    if is_html:
        return read_fragment(text)
    return REFERENCE.sub(lambda found: html.unescape(found[0]), text)
