"""Days whose year a sidecar or a folder states, and lines that tell none."""

from datetime import date

import pytest

from extractors.facts.choosing import choose_facts
from extractors.pasted.yearless_days import read_yearless_day
from extractors.records import Metadatum
from tests.extractors.pasted.ledgers import lay_lines

TODAY = date(2026, 6, 1)
BODY = ("keep", None, "The ferry stayed in port on Monday, and nobody could say for how long.")
TITLE = ("move", "title", "The ferry to Larn stays in port")


def read(line, *stated):
    rows = [Metadatum("published_at", value, method) for value, method in stated]
    raw, cleaned = lay_lines(TITLE, ("drop", "byline", line), BODY)
    found = read_yearless_day(raw, cleaned, rows, TODAY)
    assert all(raw[row.start : row.end].strip() == row.value == line for row in found)
    return choose_facts([*rows, *found], TODAY).published


@pytest.mark.parametrize(
    "line",
    ["12 March", "March 12", "By Anna Novak, March 12th", "Den 12. März", "12 de marzo", "3月12日",
     "12 марта, 10:15", "Thursday 12 March, 9.30pm"],
)  # fmt: skip
def test_a_day_in_the_year_or_month_that_is_stated(line):
    assert read(line, ("2024", "sidecar")).day == date(2024, 3, 12)
    assert read(line, ("2024-03", "folder")).day == date(2024, 3, 12)
    other = read(line, ("2024-04", "folder"))
    assert (other.day, other.precision) == (None, "month")


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("12 March", ()),
        ("12 March", (("2024", "sidecar"), ("2025-03", "folder"))),
        ("12 March or 13 March", (("2024", "sidecar"),)),
        ("30 February", (("2024", "sidecar"),)),
        ("12 minutes", (("2024", "sidecar"),)),
        ("12 August", (("2026", "sidecar"),)),  # which lies in the future
        ("What the union has won and lost since 12 March in the port", (("2024", "sidecar"),)),
    ],
)
def test_what_tells_no_day(line, stated):
    assert read(line, *stated).day is None


def test_a_whole_day_is_finer_than_the_year_that_a_sidecar_states():
    for value, day in (("2024-03-12", date(2024, 3, 12)), ("2023-03-12", None)):
        rows = (
            Metadatum("published_at", "2024", "sidecar"),
            Metadatum("published_at", value, "line"),
        )
        facts = choose_facts(rows, TODAY)
        assert facts.published.day == day
        assert [row.is_chosen for row in facts.metadata] == [True, day is not None]
