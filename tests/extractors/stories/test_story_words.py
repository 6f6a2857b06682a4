"""Stems of words in scripts of several kinds, as stories compare them."""

import numpy as np

from extractors.stories.reasons import list_shared_words
from extractors.stories.terms import read_story_terms


def count_shared(a: str, b: str, language: str | None = None) -> int:
    """Stems that the terms of both texts have."""
    told = (read_story_terms(None, text, language=language).stems for text in (a, b))
    return np.intersect1d(*told).size


def test_particles_behind_a_word_of_hangul_change_nothing():
    assert count_shared("항만청은", "항만청이", "ko") == 1
    assert count_shared("항만청은", "해운사는", "ko") == 0
    assert count_shared("그 배", "그 섬", "ko") == 0, "single syllables"


def test_the_arabic_article_and_signs_on_letters_change_nothing():
    assert count_shared("والميناء", "ميناء", "ar") == 1
    assert count_shared("أسطول", "اسطول", "ar") == 1
    assert count_shared("ألم", "مم", "ar") == 0, "what is left must be a word"


def test_function_words_of_two_signs_tell_nothing():
    assert count_shared("港湾局が発表", "球団が発表", "ja") == 0
    assert count_shared("港湾局が発表", "港湾局が指摘", "ja") == 2


def test_shared_words_are_shown_as_words():
    a, b = "港湾局は運休をロープウエーに広げた。", "運休は三日に及ぶと港湾局、ロープウエーも。"
    assert {"港湾", "湾局", "運休", "ロープウ"} <= set(list_shared_words(a, b))
    assert list_shared_words("항만청은 쉰다", "어제 항만청이") == ["항만청은"]
