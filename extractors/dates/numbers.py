"""Dates as a document states them; what it does not state stays unknown.

Neither the run, nor the file, nor a relative word ("Thursday") ever makes a date. The day of the
run only refuses: a date after tomorrow (zones differ) or before 1900 is unknown, with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

EARLIEST = date(1900, 1, 1)
ZERO = datetime(1970, 1, 1, tzinfo=UTC)
ISO = re.compile(
    r"(?<!\d)(?P<day>\d{4}([-/.]?)[01]\d\2[0-3]\d)(?!\d)"
    r"(?:(?:T|\s+)(?P<time>[0-2]\d:?[0-5]\d(?::?[0-6]\d(?:[.,]\d{1,9})?)?)"
    r"(?:\s?(?P<half>[ap])(?:m\b|\.\s?m\.))?\s*(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d\d(?::?\d\d)?(?!\d))?)?",
    re.I | re.A,
)
MONTH = re.compile(r"(\d{4})-([01]\d)", re.A)
YEAR = re.compile(r"\d{4}", re.A)
EPOCH = re.compile(
    r"(\d{10})(\d{3})?(?:\.\d*)?", re.A
)  # seconds or milliseconds since 1970: 2001 to 2286
RFC_2822 = re.compile(r"(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2} \d{4}(?: \d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as precisely as it is stated, or why it cannot be used."""

    precision: str = "unknown"  # instant, day, month, year, unknown
    text: str | None = None  # ISO 8601, with the time zone only if that is stated
    day: date | None = None  # on the calendar of whoever states it; None unless day is stated
    at: datetime | None = None  # UTC without tzinfo; None unless time and zone are stated
    is_zone_known: bool | None = None  # None when no time is stated
    refused: str | None = None  # in_the_future, before_1900, no_date, ambiguous_date

    @property
    def column_precision(self) -> str:
        """Precision of the columns `_at` and `_date`: a time without its zone counts as day."""
        return "day" if self.precision == "instant" and self.at is None else self.precision


UNKNOWN = StatedDate()
NO_DATE = StatedDate(refused="no_date")


def refuse_date(day: date, today: date) -> StatedDate | None:
    """The refusal of a day out of bounds, else None."""
    if day > today + timedelta(days=1):
        return StatedDate(refused="in_the_future")
    return StatedDate(refused="before_1900") if day < EARLIEST else None


def dated(day: date, today: date) -> StatedDate:
    """A date of which the day is stated, if within bounds."""
    return refuse_date(day, today) or StatedDate("day", day.isoformat(), day)


def timed(moment: datetime, today: date) -> StatedDate:
    """A date of which day and time are stated, if within bounds; aware when the zone is stated.

    The first second of 1970 is the zero of clocks: whoever states it has no date.
    """
    if ZERO in (moment, moment.replace(tzinfo=UTC)):
        return NO_DATE
    day = moment.date()
    if refused := refuse_date(day, today):
        return refused
    if moment.tzinfo is None:
        return StatedDate("instant", moment.isoformat(), day, None, False)
    at = moment.astimezone(UTC).replace(tzinfo=None)
    return StatedDate("instant", moment.isoformat(), day, at, True)


def month_of(year: int, month: int, today: date) -> StatedDate:
    """A date of which year and month are stated, if within bounds."""
    if not 1 <= month <= 12 or year < 1:
        return NO_DATE
    refused = refuse_date(date(year, month, 1), today)
    return refused or StatedDate("month", f"{year:04}-{month:02}")


def parse_date_numbers(value: str, today: date) -> StatedDate | None:
    """The date at the start of a value in one of the standard notations; None for others."""
    try:
        return _parse_numbers(value, today)
    except (ValueError, OverflowError):  # 30 February, hour 25, an offset of 99 hours
        return NO_DATE


def _parse_numbers(value: str, today: date) -> StatedDate | None:
    if match := ISO.match(value):
        return _parse_iso(match, today)
    if match := MONTH.fullmatch(value):
        return month_of(int(match[1]), int(match[2]), today)
    if YEAR.fullmatch(value):
        refused = refuse_date(date(int(value), 1, 1), today)
        return refused or StatedDate("year", value)
    if match := EPOCH.fullmatch(value):
        seconds = int(match[1]) + int(match[2] or 0) / 1000
        return timed(datetime.fromtimestamp(seconds, UTC), today)
    return timed(parsedate_to_datetime(value), today) if RFC_2822.match(value) else None


def _parse_iso(match: re.Match[str], today: date) -> StatedDate:
    day = date.fromisoformat(re.sub(r"[/.]", "-", match["day"]))
    if not match["time"]:
        return dated(day, today)
    zone = (match["zone"] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    clock = match["time"].replace(",", ".")
    if half := match["half"]:
        clock = _clock_of_day(clock, half.lower())
    return timed(datetime.fromisoformat(f"{day.isoformat()}T{clock}{zone}"), today)


def _clock_of_day(clock: str, half: str) -> str:
    """A clock of twelve hours as one of 24; one that is so already, as in 14:05 PM, stays."""
    hour = int(clock[:2])
    if not 1 <= hour <= 12:
        return clock
    return f"{hour % 12 + (12 if half == 'p' else 0):02}{clock[2:]}"
