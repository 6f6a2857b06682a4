"""A line of the raw text with its place, as the miners of facts see it."""

from __future__ import annotations

from typing import NamedTuple

from extractors.records import Metadatum


class Entry(NamedTuple):
    """A line with its place in the raw text."""

    line_no: int
    start: int
    end: int
    text: str


def fact_of(field: str, value: str, entry: Entry) -> Metadatum:
    """A fact that a line states."""
    return Metadatum(field, value, "line", entry.line_no, entry.start, entry.end)
