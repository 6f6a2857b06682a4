"""Dates far from the head of an article are those of others."""

from datetime import date

import pytest

from extractors.facts.choosing import choose_facts
from extractors.line_places import LinePlaces, find_line_places
from extractors.lines import cut_lines
from extractors.records import CleanText, Line, Metadatum

TODAY = date(2026, 6, 1)


def place(verdicts, title=None):
    """Places of lines that are kept (k), dropped (d) or blank (.)."""
    raw = "\n".join("" if verdict == "." else "x" for verdict in verdicts)
    starts, ends, _ = cut_lines(raw)
    lines = tuple(
        Line(n, starts[n], ends[n], "keep" if v in "k." else "drop", None, "test", 0.5)
        if n != title
        else Line(n, starts[n], ends[n], "move", "title", "test", 0.9)
        for n, v in enumerate(verdicts)
    )
    return find_line_places(raw, CleanText("x", None, lines, (), "0"))


def test_menus_stand_far_above_and_links_far_below():
    places = place("d" * 40 + "." * 20 + "k" + "d" * 15)
    assert places.far_above == frozenset(range(10))
    assert places.below_head == frozenset(range(71, 76))


def test_lines_under_the_headline_are_near():
    assert place("d" * 40 + "k", title=0).far_above == frozenset((0, 9))


def test_a_text_without_a_body_has_no_places():
    assert place("ddd") == LinePlaces()


def choose(*rows, places=LinePlaces()):  # noqa: B008 - a value
    found = [Metadatum("published_at", value, "line", line) for value, line in rows]
    facts = choose_facts(found, TODAY, None, "", places)
    return facts.published.day, [m.refused for m in facts.metadata]


FAR = LinePlaces(frozenset({1}), frozenset({8, 9}))


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        ([("3 May 2024", 1)], None),  # today's paper
        ([("Published: 3 May 2024", 1)], date(2024, 5, 3)),
        ([("3 May 2024", 5)], date(2024, 5, 3)),
        ([("3 May 2024", 8)], date(2024, 5, 3)),  # alone, at the foot
        ([("3 May 2024", 8), ("4 May 2024", 9)], None),
        ([("Published 3 May 2024", 8), ("4 May 2024", 9)], date(2024, 5, 3)),
        ([("4 May 2024", 8), ("2 May 2024", 5)], date(2024, 5, 2)),
        ([("— Anna Novak (@annanovak) May 3, 2024", 5)], None),
    ],
)
def test_days_far_from_the_head_need_a_label_or_no_other(rows, day):
    assert choose(*rows, places=FAR)[0] == day


def test_a_day_of_others_keeps_its_row():
    assert choose(("3 May 2024", 1), places=FAR)[1] == ["of_other_article"]
