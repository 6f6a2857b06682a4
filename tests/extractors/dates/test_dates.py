"""Stated values to dates, or a reason why not."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors.dates.lines import parse_date_line
from extractors.dates.numbers import EARLIEST, parse_date_numbers
from extractors.dates.stated import parse_stated_date

TODAY = date(2026, 6, 1)
PIECES = st.sampled_from(
    "2023 2031 1850 99 13 31 02 - / . : T Z +04:00 Jan January Updated published 2023-01-12".split()
)


@pytest.mark.parametrize(
    ("value", "at", "text"),
    [
        ("2023-01-12T14:05:00+04:00", datetime(2023, 1, 12, 10, 5), "2023-01-12T14:05:00+04:00"),
        ("2023-01-12T23:30Z", datetime(2023, 1, 12, 23, 30), "2023-01-12T23:30:00+00:00"),
        ("2023-01-12T00:30:00+0400", datetime(2023, 1, 11, 20, 30), "2023-01-12T00:30:00+04:00"),
        ("2023-01-12 14:05:00 UTC", datetime(2023, 1, 12, 14, 5), "2023-01-12T14:05:00+00:00"),
        (
            "Thu, 12 Jan 2023 14:05 GMT",
            datetime(2023, 1, 12, 14, 5),
            "2023-01-12T14:05:00+00:00",
        ),
        ("1673532300.0", datetime(2023, 1, 12, 14, 5), "2023-01-12T14:05:00+00:00"),
        ("1673532300", datetime(2023, 1, 12, 14, 5), "2023-01-12T14:05:00+00:00"),
        ("2023-01-12T14:05:00", None, "2023-01-12T14:05:00"),
        ("2023/01/12 02:05 PM", None, "2023-01-12T14:05:00"),
        ("2023-01-12 02:05:00 p.m. UTC", datetime(2023, 1, 12, 14, 5), "2023-01-12T14:05:00+00:00"),
        ("2023-01-12 12:05 am", None, "2023-01-12T00:05:00"),
        ("2023-01-12 14:05 PM", None, "2023-01-12T14:05:00"),
        ("2023-01-12 14:05 amid fog", None, "2023-01-12T14:05:00"),
    ],
)
def test_moments(value, at, text):
    found = parse_stated_date(value, TODAY)
    assert (found.precision, found.at, found.text) == ("instant", at, text)
    assert found.day == date(2023, 1, 12)
    assert found.is_zone_known == (at is not None)
    assert found.column_precision == ("instant" if at else "day")


@pytest.mark.parametrize(
    ("value", "precision", "text"),
    [
        ("2023-01-12", "day", "2023-01-12"),
        ("2023/01/12", "day", "2023-01-12"),
        ("20230112", "day", "2023-01-12"),
        ("1970-01-01", "day", "1970-01-01"),
        ("January 12, 2023", "day", "2023-01-12"),
        ("2023-01", "month", "2023-01"),
        ("2023", "year", "2023"),
    ],
)
def test_coarser_dates(value, precision, text):
    found = parse_stated_date(value, TODAY)
    assert (found.precision, found.text, found.at, found.is_zone_known) == (
        precision, text, None, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "no_date"),
        ("yesterday", "no_date"),
        ("2023-02-30", "no_date"),
        ("1970-01-01T01:00:00+01:00", "no_date"),  # the zero of clocks
        ("1970-01-01 00:00:00", "no_date"),
        ("2023-01-12T25:00:00Z", "no_date"),
        ("9999-12-31", "in_the_future"),
        ("2031-01-01T00:00:00Z", "in_the_future"),
        ("2031", "in_the_future"),
        ("1899-12-31", "before_1900"),
        ("3/4/2023", "ambiguous_date"),  # March or April
    ],
)
def test_refused_dates_say_why(value, reason):
    found = parse_stated_date(value, TODAY)
    assert (found.precision, found.text, found.refused) == ("unknown", None, reason)


def test_a_clock_of_the_united_states_tells_that_the_month_goes_first():
    assert parse_date_line("5/2/2022 12:15 PM PT", TODAY, "en")[0].day == date(2022, 5, 2)
    assert parse_date_line("5/2/2022 9:15 a.m. EDT", TODAY)[0].day == date(2022, 5, 2)
    assert parse_date_line("25/2/2022 12:15 PM ET", TODAY)[0].day == date(2022, 2, 25)
    assert parse_date_line("5/2/2022 12:15 CET", TODAY, "en")[0].refused == "ambiguous_date"


def test_the_halves_of_an_arabic_day():
    assert parse_date_line("3 يوليو 2022 - 1:20 م", TODAY, "ar")[0].text == "2022-07-03T13:20:00"
    assert parse_date_line("3 يوليو 2022 - 1:20 ص", TODAY, "ar")[0].text == "2022-07-03T01:20:00"


def test_a_zone_is_known_only_when_it_can_mean_one_thing():
    assert parse_date_line("12 January 2023 14:05 GMT", TODAY)[0].is_zone_known
    assert not parse_date_line("12 January 2023 14:05 IST", TODAY)[0].is_zone_known


@given(st.text(max_size=30) | st.lists(PIECES, max_size=8).map("".join))
@example("2023-01-12T10:00:00+99:00")
@example("0001-01-01T00:00:00+14:00")
@example("٢٠٢٣-٠١-١٢")
def test_any_value_gives_a_date_within_bounds_or_a_reason(value):
    found = parse_date_numbers(value, TODAY)
    if found is None:
        return
    assert (found.precision == "unknown") == (found.text is None) == (found.refused is not None)
    if found.day:
        assert EARLIEST <= found.day <= TODAY + timedelta(days=1)
    if found.text:
        assert parse_date_numbers(found.text, TODAY) == found
