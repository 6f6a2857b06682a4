"""Relative days are resolved against the day of publication, or left alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates.relative import MOST_MENTIONS, resolve_relative_dates
from extractors.records import Line

PUBLISHED = date(2023, 1, 12)  # a Thursday


def resolve(text, published=PUBLISHED, verdict="keep"):
    line = Line(0, 0, len(text), verdict, None, "body", 0.0)
    return list(resolve_relative_dates(text, [line], published))


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("Russia blamed Armenia on Thursday for a breakdown.", "2023-01-12", "day"),
        ("The mayor said Monday that the bridge was closed.", "2023-01-09", "day"),
        ("He said on Monday that it would be closed.", "2023-01-09", "day"),
        ("He left late Friday. The bridge will be mended.", "2023-01-06", "day"),
        ("It was closed yesterday.", "2023-01-11", "day"),
        ("The council meets tomorrow.", "2023-01-13", "day"),
        ("Talks were set for last month in Moscow.", "2022-12", "month"),
        ("It opens next month.", "2023-02", "month"),
        ("No drills will be held this year.", "2023", "year"),
    ],
)
def test_resolved(text, value, precision):
    (found,) = resolve(text)
    assert (found.normal_value, found.precision) == (value, precision)
    assert (found.field, found.method, found.source_field) == (
        "mentioned_date", "relative", "published_at",
    )  # fmt: skip
    assert text[found.start : found.end] == found.value


@pytest.mark.parametrize(
    "text",
    [
        "The council will meet on Friday.",
        "On Friday the council will meet.",
        "He said it would be closed on Friday.",
        "It was closed last Friday.",
        "The market is open on Sundays.",
        "On Thursday, January 5, it was closed.",
        "Friday's market was closed.",
        "It was closed last week.",
        "Today’s youth likes bridges.",
        "Every Monday he walks.",
    ],
)
def test_left_alone(text):
    assert resolve(text) == []


def test_only_kept_lines_are_looked_at():
    assert resolve("It was closed on Monday.", verdict="drop") == []


@given(st.text(max_size=80), st.dates())
def test_any_text_is_read_without_an_error(text, published):
    for row in resolve(text + " It was closed on Monday, yesterday and last month.", published):
        assert row.normal_value


@given(st.integers(0, 6))
def test_a_weekday_is_never_more_than_six_days_back(offset):
    published = PUBLISHED + timedelta(days=offset)
    (found,) = resolve("He said so on Monday.", published)
    assert 0 <= (published - date.fromisoformat(found.normal_value)).days <= 6


def test_there_is_a_limit():
    assert len(resolve("He said so on Monday. " * 200)) == MOST_MENTIONS


def test_what_stands_far_from_a_weekday_tells_nothing_of_it():
    """So that a text without full stops is read in linear time."""
    far, near = "and so on, " * 200, "and so on, " * 20
    assert len(resolve(f"He will come, {far}and said so on Monday.")) == 1
    assert resolve(f"He will come, {near}and said so on Monday.") == []
    assert resolve(f"On Monday {near}he will come.") == []
    assert len(resolve(f"On Monday {far}he will come.")) == 1
