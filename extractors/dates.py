"""Dates of publication as a document states them; what it does not state stays unknown.

A date needs day, month and year, and a place in the document that says when it was published.
Neither the run, nor the file, nor a relative word ("Thursday") ever makes a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

EARLIEST = date(1900, 1, 1)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s*(Z|[+-]\d\d:?\d\d)?)?"
)
AMBIGUOUS = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2\d{4}(?!\d)")  # 3/4/2023
UPDATED = re.compile(
    r"\b(?:last\s+)?(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|"
    r"atualizado|bijgewerkt|обновлено)\b.*", re.I | re.S,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When an article was published, as precisely as it is stated."""

    at: datetime | None  # UTC without tzinfo; None unless day, time and zone are stated
    day: date | None
    precision: str  # instant, day, unknown


UNKNOWN = PublicationDate(None, None, "unknown")


def parse_stated_date(value: str, today: date) -> PublicationDate:
    """The date in the page's own structure, ISO 8601 as JSON-LD and meta tags carry it.

    `today` only refuses: a date after tomorrow (zones differ) or before 1900 is unknown.
    """
    match = ISO.match(value.strip())
    if not match:
        return UNKNOWN
    try:
        day = date.fromisoformat(match[1])
        if not EARLIEST <= day <= today + timedelta(days=1):
            return UNKNOWN
        if not (match[2] and match[3]):
            return PublicationDate(None, day, "day")
        moment = datetime.fromisoformat(f"{match[1]}T{match[2]}{match[3]}".replace("Z", "+00:00"))
        return PublicationDate(moment.astimezone(UTC).replace(tzinfo=None), day, "instant")
    except (ValueError, OverflowError):
        return UNKNOWN


def parse_date_line(line: str, today: date) -> PublicationDate:
    """The day a line such as "Published: 12 January 2023" names; an update is no publication.

    12/1/2023 is unknown unless one of the two numbers can only be the day.
    """
    text = UPDATED.sub("", line).strip(" \t|·-–—")
    if not YEAR.search(text) or len(text) > 200:
        return UNKNOWN
    if ISO.search(text):
        day = parse_stated_date(ISO.search(text)[0], today).day
        return PublicationDate(None, day, "day") if day else UNKNOWN
    numeric = AMBIGUOUS.search(text)
    if numeric and numeric[1] != numeric[3] and numeric[2] != ".":
        first, second = int(numeric[1]), int(numeric[3])
        if (first <= 12) == (second <= 12):
            return UNKNOWN
    return _parse_words(numeric[0] if numeric else text, today, month_first=_month_first(numeric))


def _month_first(numeric: re.Match[str] | None) -> bool:
    return bool(numeric) and numeric[2] != "." and int(numeric[3]) > 12


def _parse_words(text: str, today: date, *, month_first: bool) -> PublicationDate:
    from dateparser.search import search_dates  # noqa: PLC0415 - slow to import, seldom needed

    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "DATE_ORDER": "MDY" if month_first else "DMY",
        "PARSERS": ["absolute-time"],
    }
    found = search_dates(text, settings=settings) or []
    days = {moment.date() for words, moment in found if YEAR.search(words)}
    if len(days) != 1 or not EARLIEST <= min(days) <= today + timedelta(days=1):
        return UNKNOWN
    return PublicationDate(None, min(days), "day")
