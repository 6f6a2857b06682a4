import re

import pytest

from extractors.cleaning.labels.heads import (
    HEAD_CHARS,
    fold_head,
    list_heads,
    list_open_choices,
    needs_digit,
)
from extractors.cleaning.labels.kinds import KINDS, OPEN_SIGNS, fold_label
from tests.extractors.cleaning.test_cleaning_kinds import MATCHING

PATTERNS = [pattern for kind in KINDS for pattern in kind.patterns]


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        ("abcd|de", {"abc", "de"}),
        ("(?:ab|c)?d", {"abd", "cd", "d"}),
        ("(?:a|b)(?:c|d)e", {"ace", "ade", "bce", "bde"}),
        ("(?:a(?:b|)c)d", {"abc", "acd"}),
        ("a+b", {"a"}),
        ("(?:x|yz)*q", {"q", "x", "yz"}),
        ("a{0,2}b", {"a", "b"}),
        ("a{2}b", {"a"}),
        (r"\d\.x", {"0.x"}),
        (r"a\sb\W", {"a b"}),
        ("[ab]c", {"ac", "bc"}),
        ("[a-c]x|[^a]", {""}),
        ("a.b", {"a"}),
        ("(?=x)ab|(?!x)c", {"ab", "c"}),
        ("a?.", {"a", ""}),
    ],
)
def test_beginnings_of_what_a_pattern_matches(pattern, heads):
    assert list_heads(pattern) == heads


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"a\d?|\d", False),
        (r"(?:a|b)\w*\.?\s+\d{1,2}", True),
        (r"(?:x(?:a\d|\d+))?b(?:[^\d]|\d)", False),
        (r"(?:x|\d{0,2})(?:1|\d){2}", False),
        (r"[(|]?(?:a(?:b|c)\d|\d(?:\)|x)*)", True),
        (r"(?=\d)a", False),
    ],
)
def test_what_a_pattern_matches_may_need_a_digit(pattern, needed):
    assert needs_digit(pattern) == needed


def test_choices_that_may_begin_with_anything():
    assert list_open_choices("(?:(?:a|.b)|c(?:d|.)|(?:[^e]|f))") == [".b", "[^e]"]
    assert list_open_choices("(?:ab)(?:c|.)") == []


def test_no_such_choice_of_the_tables_goes_without_a_sign():
    choices = [c for pattern in PATTERNS for c in list_open_choices(pattern.pattern)]
    signs = [[sign for sign in OPEN_SIGNS if sign in choice] for choice in choices]
    assert signs == [["@"], ["/", "|"], ["all rights reserved"]]


@pytest.mark.parametrize("line", [line for line, _ in MATCHING])
def test_labels_begin_like_their_pattern(line):
    label = fold_label(line)
    head = fold_head(label)
    for pattern in PATTERNS:
        if pattern.fullmatch(label):
            heads = list_heads(pattern.pattern)
            assert re.search(r"\d", label) or not needs_digit(pattern.pattern)
            assert "" in heads or any(head[:n] in heads for n in range(1, HEAD_CHARS + 1))


def test_digits_are_alike():
    assert fold_head("12 comments") == fold_head("34 more") == "00 "
    assert fold_head("menu") == "men"
