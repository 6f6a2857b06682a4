"""The day of publication of a pasted text, from the lines around its headline: those that left the
body, and those over its first paragraph that did not.

By Anna Novak May 3, 2024 • 3:45pm       Larnstead - 03/05/2024 20:00       Posted: May 3, 2024
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.authors.byline_lines import GUESSED, read_byline_line
from extractors.dates.lines import PUBLISHED, UPDATED
from extractors.dates.publication_days import QUOTED_POST
from extractors.dates.words import DATED, with_plain_digits
from extractors.line_places import find_line_places, list_head
from extractors.records import CleanText, Line, Metadatum

LONGEST = 160  # characters of such a line
MOST_WORDS = 5  # beside the date: a place, minutes of reading, a button; more is a headline
WORD = re.compile(r"[^\W\d_]{2,}")


def read_pasted_date(
    raw: str, cleaned: CleanText, stated: Iterable[Metadatum] = ()
) -> list[Metadatum]:
    """The line nearest to the body that tells a day and little else, and the nearest of an update;
    none where the head of the text, or its format, has told one.
    """
    astray = find_line_places(raw, cleaned)
    known = {row.line_no for row in (*stated, *cleaned.metadata) if row.field == "published_at"}
    if known - astray.far_above - astray.below_head:
        return []
    head = list_head(raw, cleaned)
    lines = (*head.removed, *head.opening)
    told = [(head.distance(i), line) for i, line in lines if _tells_day(raw, line)]
    parts = {False: [], True: []}
    for row in told:
        parts[_tells_update(raw, row[1])].append(row)
    nearest = [min(rows, key=lambda row: row[0])[1] for rows in parts.values() if rows]
    return [
        Metadatum("published_at", raw[x.start : x.end].strip(), "line", x.line_no, x.start, x.end)
        for x in nearest
    ]


def _tells_update(raw: str, line: Line) -> bool:
    """True when the line has a label of updates alone: the day of publication stands elsewhere."""
    text = raw[line.start : line.end]
    return bool(UPDATED.search(text)) and not PUBLISHED.search(text)


def _tells_day(raw: str, line: Line) -> bool:
    text = with_plain_digits(raw[line.start : line.end].strip())
    if len(text) > LONGEST or not DATED.search(text) or QUOTED_POST.search(text):
        return False
    if PUBLISHED.search(text) or UPDATED.search(text):
        return True
    named = read_byline_line(text)
    if named is not None and named.certainty > GUESSED:
        return True
    return len(WORD.findall(DATED.sub(" ", text))) <= MOST_WORDS
