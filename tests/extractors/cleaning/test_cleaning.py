"""The cleaner on whole texts: the ledger, the body, and texts that make it work."""

import gc
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.categories import CATEGORIES
from extractors.cleaning import CLEANER_VERSION, clean
from extractors.lines import split_lines
from extractors.records import VERDICTS, Page
from tests.extractors.cleaning.cleaned_lines import LEAD, SECOND, THIRD, clean_lines

LINE_PIECES = st.sampled_from(
    [LEAD, SECOND, "Share this article", "Read more:", "", "  ", "3 min read", "By Anna Novak",
     "- item", "漢字の見出し", "مرحبا بالعالم.", "🙂", "\x00", "Support us today!", "a\u2028b"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(), st.lists(LINE_PIECES, max_size=25).map("\n".join)))
def test_ledger_covers_the_text_and_uses_closed_lists(text):
    result = clean(Page(text, "text"))
    assert [(x.start, x.end) for x in result.lines] == [(s.start, s.end) for s in split_lines(text)]
    assert [x.line_no for x in result.lines] == list(range(len(result.lines)))
    for line in result.lines:
        assert line.verdict in VERDICTS
        assert 0.0 <= line.score <= 1.0
        assert (line.category is None) == (line.verdict == "keep")
        assert line.category is None or line.category in CATEGORIES
    assert result.cleaner_version == CLEANER_VERSION


@settings(max_examples=40, deadline=None)
@given(st.lists(LINE_PIECES, max_size=25).map("\n".join))
def test_same_text_gives_the_same_result(text):
    assert clean(Page(text, "text")) == clean(Page(text, "text"))


def test_blank_lines_are_kept_lines():
    result = clean_lines(LEAD, "", " \u00a0", SECOND)
    assert [x.rule for x in result.lines if x.line_no in (1, 2)] == ["blank", "blank"]
    assert all(x.verdict == "keep" and x.score == 0.0 for x in result.lines if x.line_no in (1, 2))


def test_body_is_stripped_and_without_invisible_characters():
    lead = "  " + LEAD.replace(" Bay", "\u00a0Bay") + "\u200b"
    result = clean_lines("Freighter aground in Ostrava Bay", "", lead, SECOND)
    assert result.text == f"{LEAD}\n{SECOND}"


def test_repeated_paragraph_is_dropped_once():
    result = clean_lines("Freighter aground in Ostrava Bay", LEAD, SECOND, LEAD, THIRD)
    assert result.text == "\n".join([LEAD, SECOND, THIRD])
    assert result.lines[3].category == "duplicate_block"


def test_empty_text_gives_an_empty_body():
    result = clean(Page("", "text"))
    assert (result.text, result.title, len(result.lines)) == ("", None, 1)


def test_one_giant_line_is_kept():
    giant = "The freighter lay in the bay and waited for the tide. " * 20_000
    assert clean(Page(giant, "text")).text == giant.strip()


SENTENCE = "The harbour of Lom was closed on Tuesday, the authority said in a statement."
SHAPES = {  # texts of n pieces that break cleaners which look at all pairs of lines
    "one line": lambda n: SENTENCE * n,
    "short lines": lambda n: "\n".join(f"Item {k}" for k in range(n)),
    "one heading again and again": lambda n: "Heading of a part\n" * n,
    "headings": lambda n: "\n".join(f"Heading of part {k} of many" for k in range(n)),
    "paragraphs": lambda n: f"{SENTENCE}\n" * n,
    "labels": lambda n: "Read more:\nOne two three four five\n" * n,
    "appeals": lambda n: "Please subscribe to our newsletter and support us today.\n" * n,
    "right to left": lambda n: "الشرطة أعلنت اليوم، أن الأمر انتهى.\n" * n,
    "no spaces": lambda n: "東京都は火曜日、新しい計画を発表した。" * n,
    "one word": lambda n: "a" * n * 50,
}


def count_calls(text):
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        result = clean(Page(text, "text"))
    finally:
        sys.setprofile(None)
    assert "".join(text[x.start : x.end] for x in result.lines) == text.replace("\n", "")
    return calls


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_no_faster_than_the_text(shape):
    small, large = (count_calls(SHAPES[shape](n)) for n in (300, 1200))
    assert large <= 4.4 * small


@pytest.mark.parametrize(
    "line",
    [
        "Port of Ostrava Bay reopens after three days",
        "OSTRAVA FERRIES <OSF> 2ND QUARTER Passengers 14,200 vs 13,900 Tonnes carried 812 vs 790",
        "word and more " * 5000,
    ],
)
def test_a_line_alone_is_the_body(line):
    assert clean_lines(line).text == line.strip()


def test_a_line_alone_of_a_known_kind_is_no_body():
    assert clean_lines("Share this article").text == ""


def test_the_collector_of_cycles_is_left_as_it_was():
    was_on = gc.isenabled()
    try:
        for switch, state in ((gc.disable, False), (gc.enable, True)):
            switch()
            clean(Page("A ferry left the harbour.\nRead more: Fog over the bay", "text"))
            assert gc.isenabled() is state
    finally:
        (gc.enable if was_on else gc.disable)()
