"""Words of all scripts are whole: vowel signs, tone marks and accents belong to their letters."""

from itertools import pairwise

import numpy as np
import pytest

from extractors.copies.fingerprints import fingerprint, text_digest
from extractors.stories.reasons import list_shared_words
from extractors.words.hashes import compose_text, hash_stems, hash_words
from extractors.words.letters import is_word_character


def list_words(text):
    """The words of `hash_words`, as the text writes them."""
    composed = compose_text(text)
    bounds = [*hash_words(text).starts.tolist(), len(composed)]
    return [
        "".join(char for char in composed[a:b] if is_word_character(char))
        for a, b in pairwise(bounds)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("प्रधानमंत्री ने कहा।", ["प्रधानमंत्री", "ने", "कहा"]),  # Hindi
        ("নির্বাচন কমিশন", ["নির্বাচন", "কমিশন"]),  # Bengali
        ("தமிழ் செய்திகள்", ["தமிழ்", "செய்திகள்"]),  # Tamil
        ("ශ්\u200dරී ලංකාව", ["ශ්\u200dරී", "ලංකාව"]),  # Sinhala, with a joiner
        ("مُحَمَّد قال", ["مُحَمَّد", "قال"]),  # Arabic with vowels
        ("ẹ\u0301bùn náà", ["ẹ\u0301bùn", "náà"]),  # Yoruba: no composed letter for the first
        ("ที่นี่", ["ที่", "นี่"]),  # Thai: a letter with the marks above it
        ("မြန်မာ", ["မြ", "န်", "မာ"]),  # Burmese
        ("ខ្មែរ", ["ខ្", "មែ", "រ"]),  # Khmer
        ("ガス news", ["ガ", "ス", "news"]),
    ],
)
def test_marks_belong_to_their_word(text, words):
    assert list_words(text) == [compose_text(word) for word in words]
    assert len(hash_stems(text, 6)) == len(words)


@pytest.mark.parametrize("text", ["❤\ufe0f", "1\ufe0f\u20e3 2\ufe0f\u20e3", "👩\u200d🚀", "\u200d"])
def test_marks_of_symbols_are_no_words(text):
    assert list_words(text) == [char for char in text if char.isdigit()]


def test_vowel_signs_tell_words_apart():
    assert text_digest("की नीति") != text_digest("का नाता")
    assert text_digest("ที่") != text_digest("ทา")
    assert fingerprint("सरकार ने कहा कि नीति बदलेगी").size == 4  # six words


def test_composed_and_decomposed_letters_are_the_same_word():
    assert text_digest("cafe\u0301 déjà") == text_digest("café de\u0301ja\u0300")


def test_shared_words_are_shown_whole():
    shared = list_shared_words("प्रधानमंत्री दिल्ली में", "दिल्ली के प्रधानमंत्री")
    assert sorted(shared) == sorted(["प्रधानमंत्री", "दिल्ली"])


def test_hashes_of_english_are_those_of_the_first_version():
    words = hash_words("The café’s talks of 2024 – “ended” in Zürich, officials said").hashes
    assert int(np.bitwise_xor.reduce(words)) == 5711642819385382664
