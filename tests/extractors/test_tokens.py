"""Words of texts with and without spaces between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.tokens import count_words, fold_lines, list_tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The ferry's late - again.", 5),
        ("Die Fähre fällt aus", 4),
        ("Паром не пойдёт", 3),
        ("학생들이 나무를 심었다", 3),
        ("成都地铁30号线开通。", 9),
        ("市长 Joan Hill 说：“好”。", 6),
    ],
)
def test_words_of_a_text(text, words):
    assert count_words(text) == words


def test_vowel_signs_and_accents_belong_to_their_word():
    line = "दान करें, cafe\u0301 שָׁלוֹם ঢাকা"
    words = ["दान", "करें", "cafe\u0301", "שָׁלוֹם", "ঢাকা"]
    assert list_tokens(line) == words
    assert fold_lines([line])[0].split() == words


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_words_are_the_same_one_text_or_many_lines(line):
    assert [x.split() for x in fold_lines([line, "end"])] == [list_tokens(line), ["end"]]
