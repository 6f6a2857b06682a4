"""Days of tables: whether 05/03/2024 has its day or month first, and what 45231 and 5-Mar-24 mean.

One table is written by one program: a single 25/03/2024 in its column tells how the others are
meant, unless a 03/25/2024 stands there too. Of 25/03/24 that number is the year which varies
less in the column. A column of numbers counts days from 1900 on, as spreadsheets
do. What a sidecar says goes before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from extractors.records import Metadatum

FIELD = "day_order"
DAY_FIRST, MONTH_FIRST, YEAR_FIRST, SERIAL = ORDERS = (
    "day_first", "month_first", "year_first", "serial",
)  # fmt: skip
NUMERIC = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)", re.ASCII)
# 5-Mar-24, as spreadsheets write days
SHORT_YEAR = re.compile(r"\s*(\d{1,2})([- ])([^\W\d_]{3,9})\.?\2(\d\d)(?!\d)")
SHORT = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d\d)(?![\d/.-])", re.ASCII)
SERIAL_DAY = re.compile(r"\s*(\d{5})(\.\d+)?\s*", re.ASCII)
ZERO_DAY = datetime(1899, 12, 30)  # day 60 of spreadsheets is 29 February 1900, which never was
SERIAL_DAYS = range(32_874, 73_051)  # 1990 to 2099
_PLACES = {DAY_FIRST: (3, 2, 1), MONTH_FIRST: (3, 1, 2), YEAR_FIRST: (1, 2, 3)}  # year, month, day

Numbers = tuple[int, int, int]


def write_whole_year(value: str, today: date) -> str:
    """The value that begins like 5-Mar-24 with its whole year: the last one that ends so."""
    if not (match := SHORT_YEAR.match(value)):
        return value
    return f"{match[1]} {match[3]} {_whole_year(int(match[4]), today)}{value[match.end() :]}"


def find_day_order(values: Iterable[str]) -> str | None:
    """One of ORDERS; None where no day tells, or some tell otherwise."""
    values = [value for value in values if value.strip()]
    if values and all(_is_serial(value) for value in values):
        return SERIAL
    found = set()
    for value in values:
        if match := NUMERIC.search(value):
            first, second = int(match[1]), int(match[3])
            if first > 12 >= second:
                found.add(DAY_FIRST)
            elif second > 12 >= first:
                found.add(MONTH_FIRST)
    if not found:
        return _find_short_order([match for value in values if (match := SHORT.match(value))])
    return found.pop() if len(found) == 1 else None


def choose_order(rows: Sequence[Metadatum], method: str) -> str | None:
    """The order that counts for facts known by `method`: a sidecar's for all, else its own."""
    told = {row.method: row.value for row in rows if row.field == FIELD}
    order = told.get("sidecar") or told.get(method)
    return order if order in ORDERS else None


def write_in_order(value: str, order: str | None, today: date) -> str:
    """The value with its days as 2024-03-05, where the order tells which day that is."""
    if order is None:
        return value
    if order == SERIAL:
        return _write_serial(value)

    def rewrite(match: re.Match[str]) -> str:
        numbers = int(match[1]), int(match[3]), int(match[4])
        year, month, day = (numbers[place - 1] for place in _PLACES[order])
        try:
            return date(_whole_year(year, today), month, day).isoformat()
        except ValueError:  # written in the other order: it speaks for itself
            return match[0]

    value = NUMERIC.sub(rewrite, value) if order != YEAR_FIRST else value
    return SHORT.sub(rewrite, value, count=1) if SHORT.match(value) else value


def _whole_year(year: int, today: date) -> int:
    """The last year that ends so, of two digits."""
    century = today.year // 100 * 100
    return year if year > 99 else year + (century if year <= today.year % 100 else century - 100)


def _is_serial(value: str) -> bool:
    match = SERIAL_DAY.fullmatch(value)
    return match is not None and int(match[1]) in SERIAL_DAYS


def _write_serial(value: str) -> str:
    if not _is_serial(value):
        return value
    moment = ZERO_DAY + timedelta(minutes=round(float(value) * 1440))
    return moment.isoformat(timespec="minutes") if "." in value else moment.date().isoformat()


def _find_short_order(found: Sequence[re.Match[str]]) -> str | None:
    """The only order in which all days with short years are days; before a point the day is first.

    Where the first and last numbers vary alike, either may be the year.
    """
    numbers = [(int(match[1]), int(match[3]), int(match[4])) for match in found]
    if found and all(match[2] == "." for match in found) and _fits(numbers, DAY_FIRST):
        return DAY_FIRST
    firsts, lasts = ({days[place] for days in numbers} for place in (0, 2))
    orders = (YEAR_FIRST,) * (len(firsts) <= len(lasts))
    orders += (DAY_FIRST, MONTH_FIRST) * (len(firsts) >= len(lasts))
    fitting = [order for order in orders if numbers and _fits(numbers, order)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(numbers: Sequence[Numbers], order: str) -> bool:
    _, month, day = _PLACES[order]
    return all(1 <= n[month - 1] <= 12 and 1 <= n[day - 1] <= 31 for n in numbers)
