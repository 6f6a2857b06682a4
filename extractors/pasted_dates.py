"""The day of publication of a pasted text, from the lines around its headline: those that left the
body, and those over its first paragraph that did not.

By Anna Novak May 3, 2024 • 3:45pm       Larnstead - 03/05/2024 20:00       Posted: May 3, 2024
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.byline_lines import GUESSED, read_byline_line
from extractors.date_lines import PUBLISHED, UPDATED
from extractors.date_words import DATED, with_plain_digits
from extractors.line_places import find_line_places, list_head
from extractors.publication_days import QUOTED_POST
from extractors.records import CleanText, Line, Metadatum

LONGEST = 160  # characters of such a line
MOST_WORDS = 5  # beside the date: a place, minutes of reading, a button; more is a headline
WORD = re.compile(r"[^\W\d_]{2,}")


def read_pasted_date(
    raw: str, cleaned: CleanText, stated: Iterable[Metadatum] = ()
) -> list[Metadatum]:
    """The line nearest to the body that tells a day and little else; none where the head of the
    text, or its format, has told one.
    """
    astray = find_line_places(raw, cleaned)
    known = {row.line_no for row in (*stated, *cleaned.metadata) if row.field == "published_at"}
    if known - astray.far_above - astray.below_head:
        return []
    head = list_head(raw, cleaned)
    lines = (*head.removed, *head.opening)
    told = [(head.distance(i), line) for i, line in lines if _tells_day(raw, line)]
    if not told:
        return []
    line = min(told, key=lambda pair: pair[0])[1]
    text = raw[line.start : line.end].strip()
    return [Metadatum("published_at", text, "line", line.line_no, line.start, line.end)]


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
