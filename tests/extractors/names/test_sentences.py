"""Sentences: where they end, where a point ends none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.names.sentences import cut_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("Mr. Holm met J. P. Moss. They spoke.", ["Mr. Holm met J. P. Moss.", "They spoke."]),
        ("The U.S. Army left the U.S. by air.", ["The U.S. Army left the U.S. by air."]),
        ("“Why?” “Because,” he said. “Go!”", ["“Why?”", "“Because,” he said.", "“Go!”"]),
        ("It rose 3.5 percent, i.e. a little.", ["It rose 3.5 percent, i.e. a little."]),
        ("A heading\nA line. Another", ["A heading", "A line.", "Another"]),
        ("今天下雨。明天晴。", ["今天下雨。", "明天晴。"]),
        ("  \n ", []),
    ],
)
def test_sentences(text, sentences):
    assert [text[start:end] for start, end in cut_sentences(text)] == sentences


@given(st.text(st.sampled_from("aB. \n!?”。…Mr"), max_size=60))
def test_sentences_hold_everything_but_blanks_in_order(text):
    spans = cut_sentences(text)
    assert "".join("".join(text[s:e] for s, e in spans).split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(start < end for start, end in spans)


@pytest.mark.parametrize("row", [".", "?!", ".'", ".)"])
def test_a_long_row_of_signs_is_one_sentence_and_read_once(row):
    """Looked through from each of its signs it would take a quarter of an hour."""
    text = f"Chapter one {row * 300_000}7 and more. The end."
    assert [text[start:end][-4:] for start, end in cut_sentences(text)] == ["ore.", "end."]
