"""Words of texts with and without spaces between them."""

import pytest

from extractors.tokens import count_words


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
