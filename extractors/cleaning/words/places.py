"""Where words stand in folded text, and a hash of each, without making a string of any."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from extractors.cleaning.words.numbering import FACTOR

_FACTOR = int(FACTOR)
_INVERSE = pow(_FACTOR, -1, 1 << 64)
_END, _SPACE = 10, 32
CHUNK_CHARS = 1 << 15  # characters hashed at once: what they need fits into the cache


def list_codes(text: str) -> np.ndarray:
    """One code per character, in as few bytes as hold all of them."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    wide = text.encode("utf-16-le", "surrogatepass")
    if len(wide) == 2 * len(text):
        return np.frombuffer(wide, np.uint16)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def find_words(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """First characters of all words, the places behind them, and the number of words per line.

    `codes` are those of folded lines, each with its end.
    """
    is_word = codes > _SPACE
    first = np.flatnonzero(_mark_begins(is_word))
    behind = np.flatnonzero(is_word[:-1] & ~is_word[1:]) + 1
    ends = np.searchsorted(first, np.flatnonzero(codes == _END))
    return first, behind, np.diff(ends, prepend=0)


def count_words(lines: Sequence[str]) -> list[int]:
    """Number of words of each folded line."""
    if not lines:
        return []
    codes = list_codes("\n".join(lines) + "\n")
    begun = np.cumsum(_mark_begins(codes > _SPACE), dtype=np.int32)
    return np.diff(begun.take(np.flatnonzero(codes == _END)), prepend=0).tolist()


def _mark_begins(is_word: np.ndarray) -> np.ndarray:
    """True for the first characters of words."""
    begins = is_word.copy()
    begins[1:] &= ~is_word[:-1]
    return begins


def hash_words(codes: np.ndarray, first: np.ndarray, behind: np.ndarray) -> np.ndarray:
    """Hash of each word, uint64: its characters times powers of an odd number, added up."""
    keys = np.empty(len(first), np.uint64)
    low = 0
    while low < len(first):
        start = first[low]
        high = max(int(np.searchsorted(behind, start + CHUNK_CHARS)), low + 1)
        keys[low:high] = _hash_chunk(
            codes[start : behind[high - 1]], first[low:high] - start, behind[low:high] - start
        )
        low = high
    return keys


def _hash_chunk(codes: np.ndarray, first: np.ndarray, behind: np.ndarray) -> np.ndarray:
    powers, inverses = _list_powers(len(codes).bit_length())
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(codes * powers[: len(codes)], out=sums[1:])
    # The same for a word wherever it stands.
    return (sums[behind] - sums[first]) * inverses[first]


@cache
def _list_powers(bits: int) -> tuple[np.ndarray, np.ndarray]:
    """The first 2**bits powers of the factor and of its inverse, modulo 2**64."""
    return tuple(
        np.multiply.accumulate(np.array([1, *[base] * ((1 << bits) - 1)], np.uint64))
        for base in (_FACTOR, _INVERSE)
    )
