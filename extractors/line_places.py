"""Which lines of a text stand at the head of its article, and which far from it, so that what they
state is of others.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.records import CleanText, Line

UNDER_TITLE = 12  # lines below the headline, blank ones not counted, in which authors may stand
OVER_BODY = 10  # lines above the first one of the body
UNDER_LEAD = 8  # lines below it: the first one may be a standfirst
# Days are told farther off, too.
BELOW_TITLE = 8
ABOVE_BODY = 30  # menus are longer
BELOW_LEAD = 10
MOST_OPENING = 7  # lines with which the body begins among which a head may stand
LONG = 120  # characters; such a line is a paragraph, as is one that ends as sentences do
SENTENCE = re.compile(r".{40,}[.!?…。！？।][\"'”’»«“)\]]*$|.{20,}[。！？]$", re.S)


class Head(NamedTuple):
    """The lines around the headline that left the body."""

    removed: list[tuple[int, Line]]  # with their place among the lines that are not blank
    texts: list[str]  # of all lines that are not blank
    body: int = 0  # place of the first line of the body
    opening: tuple[tuple[int, Line], ...] = ()  # kept short lines with which the body begins

    def distance(self, place: int) -> int:
        """Lines to the first one of the body; what stands above it is nearer than what is below."""
        return self.body - place if place < self.body else 2 * (place - self.body)


def list_head(raw: str, cleaned: CleanText) -> Head:
    """The head of a text; without any lines where nothing is left of its body."""
    lines, texts = [], []
    for line in cleaned.lines:
        if text := raw[line.start : line.end].strip():
            lines.append(line)
            texts.append(text)
    body = next((i for i, line in enumerate(lines) if line.verdict == "keep"), None)
    if body is None:
        return Head([], texts)
    title = next((i for i, line in enumerate(lines) if line.category == "title"), None)
    under = range(0) if title is None else range(title + 1, title + 1 + UNDER_TITLE)
    places = sorted({*under, *range(max(0, body - OVER_BODY), body + 1 + UNDER_LEAD)})
    removed = [(i, lines[i]) for i in places if i < len(lines) and lines[i].verdict != "keep"]
    return Head(removed, texts, body, _list_opening(lines, texts, body))


def _list_opening(lines: list[Line], texts: list[str], body: int) -> tuple[tuple[int, Line], ...]:
    """The short lines over the first two paragraphs, as the first may be a standfirst: a head that
    the cleaner left in the body.
    """
    places = range(body, min(body + MOST_OPENING + 1, len(lines)))
    paragraphs = [i for i in places if len(texts[i]) > LONG or SENTENCE.match(texts[i])]
    if not paragraphs:  # a list, a poem, a table
        return ()
    end = paragraphs[1] if len(paragraphs) > 1 else paragraphs[0]
    return tuple(
        (i, lines[i])
        for i in range(body, end)
        if i not in paragraphs and lines[i].verdict == "keep"
    )


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
