"""What an article says about its abbreviations."""

import pytest

from extractors.names.abbreviations import (
    find_long_form,
    label_abbreviations,
    list_common_abbreviations,
)
from extractors.names.candidates import Candidate
from extractors.names.mentions import find_rule_mentions


@pytest.mark.parametrize(
    ("before", "short", "words"),
    [
        ("signed a memorandum of understanding ", "MoU", ["memorandum", "of", "understanding"]),
        ("said the Bank of Arvena ", "BA", ["Bank", "Arvena"]),
        ("every non-fungible token ", "NFT", ["non", "fungible", "token"]),
        ("said the minister ", "MoU", []),
        ("", "MoU", []),
    ],
)
def test_the_words_an_abbreviation_stands_for(before, short, words):
    assert find_long_form(before, short) == words


def test_common_words_make_no_name():
    text = "Foreign direct investment (FDI) fell. The Arvena Rural Fund (ARF) lost two lawsuits."
    assert list_common_abbreviations(text) == set()
    text = "They lost foreign direct investments (FDIs). The Arvena Rural Fund (ARF) sued."
    assert list_common_abbreviations(text) == {"FDI", "FDIs"}


def test_what_an_article_explains_by_common_words_is_found_nowhere_in_it():
    texts = [("title", "Why RWD fell"), ("body", "Minister Omar Diallo said RWD fell last year.")]
    assert "RWD" in {m.text for m in find_rule_mentions(texts)}
    body = texts[1][1] + " Most rural water demand (RWD) had come from mines."
    assert "RWD" not in {m.text for m in find_rule_mentions([texts[0], ("body", body)])}


def test_an_abbreviation_has_the_label_of_its_long_form():
    text = "The Great Arvena Dam (GAD) is full. GAD was built in 1990, said the PRF (Omar)."
    dam = Candidate(4, 20, "Great Arvena Dam", "PLACE", 0.9, False)
    other = Candidate(36, 39, "GAD", "ORG", 0.5, False, (0.1, 0.6, 0.1, 0.1, 0.1))
    found = label_abbreviations([("body", text)], [(0, dam), (0, other)])
    assert [(c.start, c.text, c.label) for _, c in found] == [
        (4, "Great Arvena Dam", "PLACE"),
        (22, "GAD", "PLACE"),
        (36, "GAD", "PLACE"),
    ]
    assert all(text[c.start : c.end] == c.text for _, c in found)


def test_a_long_form_must_be_the_whole_name():
    text = "The Royal Great Arvena Dam (GAD) is full."
    dam = Candidate(4, 26, "Royal Great Arvena Dam", "PLACE", 0.9, False)
    assert label_abbreviations([("body", text)], [(0, dam)]) == [(0, dam)]
