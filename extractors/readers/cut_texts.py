"""Texts that the source cut: services for news end them in [+1200 chars]."""

from __future__ import annotations

import re

from extractors.records import Metadatum

FIELD = "missing_characters"
MARK = re.compile(r"\s*\[\s?\+?(\d{1,7}) char(?:acter)?s?\]\s*$", re.I | re.A)


def take_mark(text: str, field: str) -> tuple[str, tuple[Metadatum, ...]]:
    """The text without the mark at its end, and a fact that tells how much is missing.

    `field`: what the record calls the text.
    """
    match = MARK.search(text[-60:])
    if match is None:
        return text, ()
    whole = text[: len(text) - len(match[0])]
    return whole, (Metadatum(FIELD, match[1], "field", source_field=field),)
