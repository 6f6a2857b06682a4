"""Pasted pages in 38 languages: their furniture leaves, their body stays, the headline is found.

pasted.txt was written for this test, in the form of benchmarks/written_pages.txt, by one who had
seen neither that file nor the cleaner; nothing was set or trained by it. The floors may rise;
lowering one needs a reason beside it.
"""

from pathlib import Path

import pytest

from benchmarks.written_pages import PAGES, load_pages
from extractors.cleaning import clean
from extractors.records import Page

TEXTS = load_pages(Path(__file__).parent / "pasted" / "pasted.txt")
MOST_LOST, MOST_LEFT, FEWEST_HEADLINES = 0.05, 0.06, 90  # shares of lines; of 104 pages
SHORT = 40  # characters


@pytest.fixture(scope="module")
def cleaned():
    return [clean(Page(page.text, "text")) for page in TEXTS]


def count(cleaned, label, staying):
    """Lines with this label that stay in the body, or leave it, and all lines with it."""
    pairs = [
        (line.verdict == "keep") == staying
        for page, found in zip(TEXTS, cleaned, strict=True)
        for line, told in zip(found.lines, page.labels, strict=True)
        if told == label
    ]
    return sum(pairs), len(pairs)


def list_paragraphs(pages):
    """Body lines that are no short heading."""
    return [line for page in pages for line in page.gold.split("\n") if len(line) > SHORT]


def test_hardly_a_line_of_a_body_leaves(cleaned):
    lost, lines = count(cleaned, "1", staying=False)
    assert lines == 838
    assert lost <= MOST_LOST * lines


def test_hardly_a_line_of_furniture_stays(cleaned):
    left, lines = count(cleaned, "0", staying=True)
    assert lines == 2020
    assert left <= MOST_LEFT * lines


def test_the_headline_is_found(cleaned):
    pairs = zip(TEXTS, cleaned, strict=True)
    assert sum(found.title in page.titles for page, found in pairs) >= FEWEST_HEADLINES


def test_no_page_was_trained_on():
    trained = set(list_paragraphs(load_pages(PAGES)))
    assert trained.isdisjoint(list_paragraphs(TEXTS))
