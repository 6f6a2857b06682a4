from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from extractors.lines import LineSpan, split_lines

ODD_TEXT = st.text(
    alphabet=st.sampled_from("ab \r\n\u2028\u2029\x0b\x0c\x85\x00é漢🙂"), max_size=60
)


@given(st.one_of(ODD_TEXT, st.text()))
def test_pieces_joined_are_the_text(text):
    spans = split_lines(text)
    assert "".join(text[s.start : s.end] + s.ending for s in spans) == text
    assert spans[0].start == 0
    assert all(a.end + len(a.ending) == b.start for a, b in pairwise(spans))


def test_every_ending_is_told_apart():
    assert split_lines("a\r\nb\nc\rd\u2028e\u2029") == [
        LineSpan(0, 1, "\r\n"),
        LineSpan(3, 4, "\n"),
        LineSpan(5, 6, "\r"),
        LineSpan(7, 8, "\u2028"),
        LineSpan(9, 10, "\u2029"),
        LineSpan(11, 11, ""),
    ]


def test_empty_text_has_one_empty_line():
    assert split_lines("") == [LineSpan(0, 0, "")]


def test_vertical_tabs_do_not_end_a_line():
    assert len(split_lines("a\x0bb\x0cc\x85d")) == 1
