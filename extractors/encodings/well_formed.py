"""Halves of surrogate pairs, which JSON, YAML and Python allow, and no UTF-8 can hold."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.records import Metadatum, Page

HALF = re.compile("[\ud800-\udfff]")


def mend_text(text: str) -> str:
    """The text with U+FFFD, the replacement character, for each half; offsets stay."""
    return text if text.isascii() else HALF.sub("\ufffd", text)


def mend_value(value: object) -> object:
    """A value of JSON with the texts and names in it mended; raises RecursionError."""
    if isinstance(value, str):
        return mend_text(value)
    if isinstance(value, dict):
        return {mend_text(name): mend_value(item) for name, item in value.items()}
    return [mend_value(item) for item in value] if isinstance(value, list) else value


def mend_page(page: Page) -> Page:
    """The page with its text and what it states about itself mended; itself where all is well."""
    stated = (page.text, page.url or "", *(fact.value for fact in page.metadata))
    if not any(HALF.search(text) for text in stated if not text.isascii()):
        return page
    return replace(
        page,
        text=mend_text(page.text),
        url=page.url and mend_text(page.url),
        metadata=tuple(map(_mend_fact, page.metadata)),
    )


def _mend_fact(fact: Metadatum) -> Metadatum:
    return replace(fact, value=mend_text(fact.value))
