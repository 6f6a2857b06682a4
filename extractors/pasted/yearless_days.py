"""The day of a line that states no year, "12 March", where a sidecar or a folder states the year.

Such a line alone never makes a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from extractors.dates.numbers import refuse_date
from extractors.dates.publication_days import QUOTED_POST
from extractors.dates.words import DATED, WORD, month_number, with_plain_digits
from extractors.line_places import list_head
from extractors.pasted.dates import LONGEST, MOST_WORDS
from extractors.pasted.dates import WORD as OTHER_WORD
from extractors.records import CleanText, Line, Metadatum

PERIOD = re.compile(r"((?:19|20)\d\d)(?:-([01]\d))?", re.ASCII)
DAY = r"(?<![\d:.,/-])(?P<day>[0-3]?\d)"
NOTATIONS = tuple(
    re.compile(notation, re.I)
    for notation in (
        rf"{DAY}(?:st|nd|rd|th|er|º|ª|\.)?[\s-]*(?:de\s+|of\s+)?(?P<month>{WORD})(?!\w)",
        rf"(?<!\w)(?P<month>{WORD})\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\w:]|[.,/-]\d)",
        rf"{DAY.replace('day', 'number')}\s*[月월]\s*(?P<day>[0-3]?\d)\s*[日일]",
    )
)


def read_yearless_day(
    raw: str, cleaned: CleanText, stated: Iterable[Metadatum], today: date
) -> list[Metadatum]:
    """The line nearest to the body that tells a day and month, in the year that is stated.

    None where a line states a whole day, where no year or several are stated, or another month.
    """
    stated = [row for row in stated if row.field == "published_at"]
    periods = {match.groups() for row in stated if (match := PERIOD.fullmatch(row.value.strip()))}
    if len(periods) != 1 or any(row.method == "line" for row in stated):
        return []
    (period,) = periods
    head = list_head(raw, cleaned)
    told = [
        (head.distance(i), day, line)
        for i, line in (*head.removed, *head.opening)
        if (day := _read_day(raw, line, *period)) and refuse_date(day, today) is None
    ]
    if not told:
        return []
    _, day, line = min(told)
    place = (line.line_no, line.start, line.end)
    value = raw[line.start : line.end].strip()
    row = Metadatum("published_at", value, "line", *place, None, day.isoformat(), "day")
    return [row]


def _read_day(raw: str, line: Line, year: str, month: str | None) -> date | None:
    text = with_plain_digits(raw[line.start : line.end].strip())
    if len(text) > LONGEST or DATED.search(text) or QUOTED_POST.search(text):
        return None
    found = [match for notation in NOTATIONS for match in notation.finditer(text)]
    days = {day for match in found if (day := _day_of(match.groupdict(), int(year)))}
    others = text
    for match in found:
        others = others.replace(match[0], " ")
    if len(days) != 1 or len(OTHER_WORD.findall(others)) > MOST_WORDS:
        return None
    day = days.pop()
    return day if month is None or day.month == int(month) else None


def _day_of(parts: dict[str, str | None], year: int) -> date | None:
    named = parts.get("month")
    month = month_number(named.lower(), None) if named else int(parts["number"])
    try:
        return date(year, month, int(parts["day"])) if month else None
    except ValueError:  # 30 February
        return None
