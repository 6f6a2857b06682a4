"""Authors of a pasted text, from the lines around its headline: those that left the body, and those
over its first paragraph that did not.

On a page a byline is told by its place and its looks; pasted, it is a name on a line of its own,
and leaves the body as one of the labels of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extractors.authors.byline_lines import (
    BARE,
    GUESSED,
    LABELLED,
    NamedAuthors,
    is_stamped,
    read_byline_line,
)
from extractors.authors.bylines import read_byline, read_organisation
from extractors.line_places import Head, list_head
from extractors.records import CleanText, Line, Metadatum

NEAR_STAMP = 2  # lines from a name that may be none to a date, a time or a handle
CLOSING = 4  # lines from the last one of the body on, in which authors may stand
TOGETHER = 2  # lines from one author to the next
READERS = {"author": read_byline, "author_organisation": read_organisation}
ALONE = (BARE, GUESSED)  # a name alone, of which a given name is known or not
# Lines that name others: whoever the headline is about, and whose picture it is.
OF_OTHERS = frozenset({"title", "subtitle", "headline_repeat", "caption", "photo_credit"})


class Candidate(NamedTuple):
    """A line that names authors."""

    index: int  # among the lines that are not blank
    line: Line
    told: NamedAuthors


def read_pasted_byline(
    raw: str, cleaned: CleanText, stated: Iterable[Metadatum] = ()
) -> list[Metadatum]:
    """The authors that the head of a text names; none where the cleaner or its format told any.

    `stated` are the facts that the format told.

    A name alone is that of the author only where the story does not speak of him: names of
    persons stand under headlines as topics, too.
    """
    told = (row for row in (*stated, *cleaned.metadata) if row.field in READERS)
    if any(READERS[row.field](row.value)[0].name for row in told):
        return []
    head = list_head(raw, cleaned)
    found = list(_list_candidates(cleaned, head)) or list(_list_closing(raw, cleaned))
    if not found:
        return []
    best = max(found, key=lambda c: (c.told.certainty, -head.distance(c.index)))
    alike = ALONE if best.told.certainty in ALONE else (best.told.certainty,)
    together = [
        c for c in found if c.told.certainty in alike and abs(c.index - best.index) <= TOGETHER
    ]
    return [
        Metadatum("author", name, "line", c.line.line_no, c.line.start, c.line.end)
        for c in together
        for name in c.told.names
    ]


def _list_candidates(cleaned: CleanText, head: Head) -> Iterator[Candidate]:
    for i, line in (*head.removed, *head.opening):
        if line.category in OF_OTHERS:
            continue
        told = read_byline_line(head.texts[i])
        if told is None or (told.certainty <= BARE and _is_topic(told, line, cleaned)):
            continue
        near = head.texts[max(0, i - NEAR_STAMP) : i] + head.texts[i + 1 : i + 1 + NEAR_STAMP]
        if told.certainty > GUESSED or any(map(is_stamped, near)):
            yield Candidate(i, line, told)


def _list_closing(raw: str, cleaned: CleanText) -> Iterator[Candidate]:
    """The lines right under the body that name authors behind a label: Reporting by Anna Novak."""
    lines = [line for line in cleaned.lines if raw[line.start : line.end].strip()]
    last = max((i for i, line in enumerate(lines) if line.verdict == "keep"), default=len(lines))
    for i, line in enumerate(lines[last : last + CLOSING], last):
        told = None if line.category in OF_OTHERS else read_byline_line(raw[line.start : line.end])
        if told is not None and told.certainty == LABELLED:
            yield Candidate(i, line, told)


def _is_topic(told: NamedAuthors, line: Line, cleaned: CleanText) -> bool:
    """True where the headline or the body, but for the line itself, speaks of who is named."""
    title = cleaned.title or ""
    own = line.verdict == "keep"
    return any(cleaned.text.count(name) > own or name.split()[-1] in title for name in told.names)
