"""Tells whether a text is in the language that the rules and the tagger were made for."""

from __future__ import annotations

import re

from extractors.namebook.cues import words

# The most frequent words of English that no neighbouring language shares.
FREQUENT = words(
    """the of and to that is was for it with as his be by this had not are but from or have they
    which you were her all she there would their we him been has when who will more if out said"""
)
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
SAMPLE = 6000  # characters that are looked at
LEAST_WORDS = 25  # fewer words prove nothing: taken for English
LEAST_SHARE = 0.12  # of frequent words; English news has .25 to .4, other languages below .06


def is_english(text: str, language: str | None = None) -> bool:
    """True for English: by the given ISO 639-1 code, else by the share of frequent words."""
    if language is not None:
        return language.lower().startswith("en")
    found = WORD.findall(text[:SAMPLE])
    if len(found) < LEAST_WORDS:
        return True
    return sum(word.lower() in FREQUENT for word in found) >= LEAST_SHARE * len(found)


def is_latin(text: str) -> bool:
    """True when most letters of the text are of the Latin alphabet; for one without letters too."""
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    return 2 * len(LATIN.findall(sample)) >= letters
