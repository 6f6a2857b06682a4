"""Which characters make words, by code point: letters, digits, and the marks that belong to them.

Vowel signs, tone marks and accents that are characters of their own are marks (Unicode categories
Mn and Mc); those around symbols are not. Tables cover the Basic Multilingual Plane: whatever lies
above it has the code point ASTRAL and separates words.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np

ASTRAL = 0xFFFF  # stands for everything above the Basic Multilingual Plane
JOINER = "\u200d"  # zero width: shapes letters of Sinhala and others, and ties symbols together
SPACELESS = (  # scripts that set no spaces between words: each letter is a word of its own
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
)
ALONE, BEHIND = 1, 2  # letters of these scripts, and marks that go with the letter before them
_SYMBOL_MARKS = ((0x20D0, 0x20FF), (0xFE00, 0xFE0F))  # marks around symbols, variants of symbols


def is_word_character(char: str) -> bool:
    """Can this character stand in a word?"""
    return bool(read_letters()[0][min(ord(char), ASTRAL)])


@cache
def read_letters() -> tuple[np.ndarray, np.ndarray]:
    """Folded letter (uint64, 0 for separators) and capital flag (bool) of every code point."""
    letters = np.zeros(ASTRAL + 1, np.uint64)
    capitals = np.zeros(ASTRAL + 1, bool)
    for point in range(ASTRAL):
        char = chr(point)
        if char.isalnum() or char == JOINER or _is_mark(char):
            letters[point] = ord(_fold_letter(char))
            capitals[point] = char.isupper() or char.istitle()
    return letters, capitals


@cache
def read_ascii_letters() -> np.ndarray:
    """The folded letters of ASCII alone: a table that stays in the cache of a processor."""
    return read_letters()[0][:128].copy()


@cache
def read_spaceless() -> np.ndarray:
    """uint8 per code point: ALONE, BEHIND, or 0 outside the scripts without spaces."""
    kinds = np.zeros(ASTRAL + 1, np.uint8)
    letters = read_letters()[0]
    for first, last in SPACELESS:
        for point in range(first, last + 1):
            if letters[point]:
                kinds[point] = BEHIND if _is_mark(chr(point)) else ALONE
    return kinds


def _is_mark(char: str) -> bool:
    if unicodedata.category(char) not in ("Mn", "Mc"):
        return False
    return not any(first <= ord(char) <= last for first, last in _SYMBOL_MARKS)


def _fold_letter(char: str) -> str:
    """Lower case; an accented Latin letter becomes its plain letter."""
    lower = char.lower()[0]
    base = unicodedata.normalize("NFD", lower)[0]
    return base if base.isascii() and base.isalpha() else lower
