"""Pasted pages: their furniture leaves, their body stays, the headline is found.

In the form of benchmarks/written_pages.txt. pasted.txt has 104 pages in 38 languages by one who had
seen neither that file nor the cleaner; daily.txt has 46 in 44 languages by those who wrote a part
of that file, with other outlets and stories, and bodies that end with short paragraphs; sites.txt
has 87 in 28 languages by another stranger to both, a third of them whole pages. Nothing was set or
trained by them. The floors may rise; lowering one needs a reason beside it.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.written_pages import PAGES, load_pages
from extractors.cleaning import clean_many
from extractors.records import Page

FOLDER = Path(__file__).parent / "pasted"
SHORT = 40  # characters


@dataclass(frozen=True)
class Floors:
    """What holds at least: shares of lines, and headlines."""

    body: int  # lines
    furniture: int
    lost: float  # most of the first that leaves
    left: float  # most of the second that stays
    headlines: int


FLOORS = {
    "pasted": Floors(838, 2020, 0.04, 0.06, 90),
    "daily": Floors(515, 776, 0.07, 0.03, 42),
    "sites": Floors(1165, 1327, 0.03, 0.08, 77),
}


@pytest.fixture(scope="module", params=FLOORS)
def measured(request):
    pages = load_pages(FOLDER / f"{request.param}.txt")
    found = clean_many(Page(page.text, "text") for page in pages)
    return FLOORS[request.param], pages, found


def count(measured, label, staying):
    """Lines with this label that stay in the body, or leave it, and all lines with it."""
    _, pages, cleaned = measured
    pairs = [
        (line.verdict == "keep") == staying
        for page, found in zip(pages, cleaned, strict=True)
        for line, told in zip(found.lines, page.labels, strict=True)
        if told == label
    ]
    return sum(pairs), len(pairs)


def list_paragraphs(pages):
    """Body lines that are no short heading."""
    return [line for page in pages for line in page.gold.split("\n") if len(line) > SHORT]


def test_hardly_a_line_of_a_body_leaves(measured):
    lost, lines = count(measured, "1", staying=False)
    assert lines == measured[0].body
    assert lost <= measured[0].lost * lines


def test_hardly_a_line_of_furniture_stays(measured):
    left, lines = count(measured, "0", staying=True)
    assert lines == measured[0].furniture
    assert left <= measured[0].left * lines


def test_the_headline_is_found(measured):
    floors, pages, cleaned = measured
    right = [found.title in page.titles for page, found in zip(pages, cleaned, strict=True)]
    assert sum(right) >= floors.headlines


def test_no_page_was_trained_on(measured):
    trained = set(list_paragraphs(load_pages(PAGES)))
    assert trained.isdisjoint(list_paragraphs(measured[1]))
