"""Stated dates are read; everything that would be a guess is unknown."""

from datetime import date, datetime

import pytest

from extractors.dates import UNKNOWN, parse_date_line, parse_stated_date

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("value", "at", "day", "precision"),
    [
        ("2023-01-12T14:05:00+04:00", datetime(2023, 1, 12, 10, 5), date(2023, 1, 12), "instant"),
        ("2023-01-12T23:30Z", datetime(2023, 1, 12, 23, 30), date(2023, 1, 12), "instant"),
        ("2023-01-12T00:30:00+0400", datetime(2023, 1, 11, 20, 30), date(2023, 1, 12), "instant"),
        ("2023-01-12T14:05:00", None, date(2023, 1, 12), "day"),
        ("2023-01-12", None, date(2023, 1, 12), "day"),
    ],
)
def test_structured_dates(value, at, day, precision):
    found = parse_stated_date(value, TODAY)
    assert (found.at, found.day, found.precision) == (at, day, precision)


@pytest.mark.parametrize(
    "value", ["", "yesterday", "9999-12-31", "2031-01-01", "1899-12-31", "2023-02-30", "20230112"]
)
def test_structured_dates_that_are_refused(value):
    assert parse_stated_date(value, TODAY) == UNKNOWN


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 12 January 2023", date(2023, 1, 12)),
        ("January 12, 2023 3:45 PM", date(2023, 1, 12)),
        ("Veröffentlicht am 12. März 2023", date(2023, 3, 12)),
        ("Published 2023-01-12 | Updated 2023-02-20", date(2023, 1, 12)),
        ("Published: January 12, 2023 Updated: January 14, 2023", date(2023, 1, 12)),
        ("25/12/2022", date(2022, 12, 25)),
        ("12/25/2022", date(2022, 12, 25)),
        ("04.03.2022, 10:15 Uhr", date(2022, 3, 4)),
    ],
)
def test_dates_in_lines(line, day):
    assert parse_date_line(line, TODAY).day == day


@pytest.mark.parametrize(
    "line",
    [
        "Published: Updated:",
        "3 min read",
        "on Thursday",
        "3/4/2023",  # March or April
        "Updated: January 14, 2023",
        "January 2023",
        "12 January 2031",
        "Copyright 2023",
    ],
)
def test_lines_that_state_no_day_of_publication(line):
    assert parse_date_line(line, TODAY) == UNKNOWN
