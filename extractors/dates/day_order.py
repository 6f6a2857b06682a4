"""Days of tables: whether 05/03/2024 has its day or month first, and which year 5-Mar-24 means.

One table is written by one program: a single 25/03/2024 in its column tells how the others are
meant, unless a 03/25/2024 stands there too. What a sidecar says goes before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from extractors.records import Metadatum

FIELD = "day_order"
DAY_FIRST, MONTH_FIRST = ORDERS = ("day_first", "month_first")
NUMERIC = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)", re.ASCII)
# 5-Mar-24, as spreadsheets write days
SHORT_YEAR = re.compile(r"\s*(\d{1,2})([- ])([^\W\d_]{3,9})\.?\2(\d\d)(?!\d)")


def write_whole_year(value: str, today: date) -> str:
    """The value that begins like 5-Mar-24 with its whole year: the last one that ends so."""
    if not (match := SHORT_YEAR.match(value)):
        return value
    century = today.year // 100 * 100
    year = int(match[4]) + (century if int(match[4]) <= today.year % 100 else century - 100)
    return f"{match[1]} {match[3]} {year}{value[match.end() :]}"


def find_day_order(values: Iterable[str]) -> str | None:
    """One of ORDERS; None where no day tells, or some tell otherwise."""
    found = set()
    for value in values:
        if match := NUMERIC.search(value):
            first, second = int(match[1]), int(match[3])
            if first > 12 >= second:
                found.add(DAY_FIRST)
            elif second > 12 >= first:
                found.add(MONTH_FIRST)
    return found.pop() if len(found) == 1 else None


def choose_order(rows: Sequence[Metadatum], method: str) -> str | None:
    """The order that counts for facts known by `method`: a sidecar's for all, else its own."""
    told = {row.method: row.value for row in rows if row.field == FIELD}
    order = told.get("sidecar") or told.get(method)
    return order if order in ORDERS else None


def write_in_order(value: str, order: str | None) -> str:
    """The value with its days as 2024-03-05, where the order tells which day that is."""
    if order is None:
        return value

    def rewrite(match: re.Match[str]) -> str:
        first, second = int(match[1]), int(match[3])
        month, day = (second, first) if order == DAY_FIRST else (first, second)
        try:
            return date(int(match[4]), month, day).isoformat()
        except ValueError:  # written in the other order: it speaks for itself
            return match[0]

    return NUMERIC.sub(rewrite, value)
