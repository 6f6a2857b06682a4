"""Whole pages pasted as text, in the manner of many kinds of sites, in nineteen languages.

pages.txt was written for this test, and its lines were marked before the cleaner read them: + body,
- what must leave, t headline, ? what a careful reader may do either way. Half of the pages were
looked at while rules were mended. The floors may rise; lowering one needs a reason beside it.
"""

from pathlib import Path

import pytest

from extractors.cleaning import clean_many
from extractors.records import Page

PATH = Path(__file__).parent / "pages" / "pages.txt"
PAGES = [
    [line.split(" ", 1) for line in lines]
    for _, *lines in (
        page.splitlines() for page in PATH.read_text("utf-8").removeprefix("=== ").split("\n=== ")
    )
]
MOST_LOST, MOST_OF_ONE = 0.01, 0.3  # shares of the words of bodies
MOST_LEFT, MOST_LEFT_IN_ONE = 0.05, 15  # share of the lines that must leave; lines of a page
TITLES = 0.85


@pytest.fixture(scope="module")
def cleaned():
    """Each page with its lines and verdicts, every second one pasted without blank lines."""
    texts = [("\n\n" if k % 2 else "\n").join(t for _, t in page) for k, page in enumerate(PAGES)]
    results = clean_many(Page(text, "text") for text in texts)
    return [
        (page, result.title, [line.verdict for line in result.lines if line.rule != "blank"])
        for page, result in zip(PAGES, results, strict=True)
    ]


def count_words(page, verdicts, wanted):
    """Words of the body lines that have one of the verdicts."""
    pairs = zip(page, verdicts, strict=True)
    return sum(len(text.split()) for (mark, text), v in pairs if mark == "+" and v in wanted)


def list_left(page, verdicts):
    pairs = zip(page, verdicts, strict=True)
    return [text for (mark, text), verdict in pairs if mark == "-" and verdict == "keep"]


def test_hardly_a_word_of_the_bodies_is_lost(cleaned):
    assert len(PAGES) == 76
    lost = [count_words(page, verdicts, ("drop", "move")) for page, _, verdicts in cleaned]
    words = [count_words(page, verdicts, ("keep", "drop", "move")) for page, _, verdicts in cleaned]
    assert sum(lost) <= MOST_LOST * sum(words)
    assert [page[0] for (page, *_), n, m in zip(cleaned, lost, words, strict=True)
            if n > MOST_OF_ONE * m] == []  # fmt: skip


def test_what_is_around_the_bodies_leaves(cleaned):
    left = [list_left(page, verdicts) for page, _, verdicts in cleaned]
    lines = sum(mark == "-" for page in PAGES for mark, _ in page)
    assert sum(map(len, left)) <= MOST_LEFT * lines, left
    assert [lines for lines in left if len(lines) > MOST_LEFT_IN_ONE] == []


def test_headlines_are_found(cleaned):
    stated = [(title, next((t for m, t in page if m == "t"), None)) for page, title, _ in cleaned]
    with_title = [pair for pair in stated if pair[1]]
    assert sum(a == b for a, b in with_title) >= TITLES * len(with_title)
