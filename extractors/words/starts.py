"""Where words begin in a text, found in numpy without a Python object per word.

A word is a run of letters, digits and marks (see word_letters), lower case, Latin letters without
the accents that compose with them. A zero width joiner belongs to the word before it. Characters of
scripts that write no spaces (Chinese, Japanese, Thai, Lao, Burmese, Khmer) are words of their own,
with the marks behind them. Everything else separates words. A change here is a change of stored
hashes: see versions.WORD_HASH_VERSION.
"""

from __future__ import annotations

import numpy as np

from extractors.words.letters import (
    ALONE,
    ASTRAL,
    BEHIND,
    JOINER,
    SPACELESS,
    read_ascii_letters,
    read_letters,
    read_spaceless,
)


def read_points(piece: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Code points, folded letters (0 for separators) and the offsets where words begin."""
    if piece.isascii():  # most English text: one byte a character, and a table that stays in cache
        points = np.frombuffer(piece.encode("ascii"), dtype=np.uint8)
        folded = read_ascii_letters().take(points)
        is_word = folded != 0
        begins = is_word[1:] > is_word[:-1]
        return points, folded, np.flatnonzero(np.concatenate([is_word[:1], begins]))
    points = np.frombuffer(piece.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if points.size and int(points.max()) > ASTRAL:
        points = np.minimum(points, np.uint32(ASTRAL))
    folded = read_letters()[0].take(points)
    if JOINER in piece:
        stray = np.flatnonzero(points == ord(JOINER))
        folded[stray[(stray == 0) | (folded[stray - 1] == 0)]] = 0
    return points, folded, _find_starts(points, folded)


def _find_starts(points: np.ndarray, folded: np.ndarray) -> np.ndarray:
    """Offsets at which a word begins."""
    is_word = folded > 0
    begins = is_word.copy()
    begins[1:] &= ~is_word[:-1]
    if points.size and int(points.max()) >= SPACELESS[0][0]:
        kinds = read_spaceless()[points]
        begins |= kinds == ALONE
        begins[1:] |= is_word[1:] & (kinds[:-1] > 0) & (kinds[1:] != BEHIND)
    return np.flatnonzero(begins)
