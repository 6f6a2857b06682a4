"""Which lines of a text stand far from its article, so that what they state is of others."""

from __future__ import annotations

from typing import NamedTuple

from extractors.records import CleanText

BELOW_TITLE = 8  # lines below the headline, blank ones not counted
ABOVE_BODY = 30  # lines above the first one of the body: menus are longer
BELOW_LEAD = 10  # lines below it: a date may stand under the standfirst


class LinePlaces(NamedTuple):
    """Numbers of lines that do not stand at the head of the article."""

    far_above: frozenset[int] = frozenset()  # among menus and teasers
    below_head: frozenset[int] = frozenset()  # amid the article or under it


def find_line_places(raw: str, cleaned: CleanText) -> LinePlaces:
    """The places of the lines of `raw`; a text without a body has none."""
    lines = [line for line in cleaned.lines if raw[line.start : line.end].strip()]
    body = next((i for i, line in enumerate(lines) if line.verdict == "keep"), None)
    if body is None:
        return LinePlaces()
    title = next((i for i, line in enumerate(lines) if line.category == "title"), None)
    under = range(0) if title is None else range(title + 1, title + 1 + BELOW_TITLE)
    above = (i for i in range(max(0, body - ABOVE_BODY)) if i not in under)
    below = (i for i in range(body + 1 + BELOW_LEAD, len(lines)) if i not in under)
    numbers = [line.line_no for line in lines]
    return LinePlaces(frozenset(numbers[i] for i in above), frozenset(numbers[i] for i in below))
