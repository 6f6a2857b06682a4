"""Words of a text as 64-bit hashes, computed in numpy without a Python object per word.

A text is brought into Unicode's compatibility composition (NFKC) first; word_starts says what a
word is.

The hash of a word is a polynomial over its characters modulo 2**64, then mixed (the finaliser of
SplitMix64). versions.WORD_HASH_VERSION changes whenever any of this, or what a word is, does:
stored hashes of two versions must never be compared.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from extractors.words.letters import read_letters
from extractors.words.starts import read_points

SLICE_CHARS = 1 << 18  # long texts are hashed in slices: 2 MiB per temporary array
CUT_CHARS = 1 << 12  # how far before the end of a slice a space is looked for

_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, so that it can be divided out again modulo 2**64
_BASE_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))
_SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))
_MIXERS = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


@dataclass(frozen=True, slots=True)
class WordHashes:
    """The words of a text in reading order. All arrays have one element per word."""

    hashes: np.ndarray  # uint64
    starts: np.ndarray  # int64, offset of the first character in the composed text
    heads: np.ndarray  # unsigned, code point of the first character

    def __len__(self) -> int:
        return len(self.hashes)

    def cut(self, first: int, behind: int) -> WordHashes:
        """The words from one place up to another."""
        part = slice(first, behind)
        return WordHashes(self.hashes[part], self.starts[part], self.heads[part])

    @property
    def is_capital(self) -> np.ndarray:
        """bool per word: the first character is upper case."""
        return read_letters()[1].take(self.heads)

    @property
    def is_number(self) -> np.ndarray:
        """bool per word: the first character is a decimal digit of ASCII."""
        return (self.heads >= ord("0")) & (self.heads <= ord("9"))


def compose_text(text: str) -> str:
    """NFKC form of a text; the text itself when it is already composed."""
    if text.isascii() or unicodedata.is_normalized("NFKC", text):
        return text
    return unicodedata.normalize("NFKC", text)


def hash_words(text: str) -> WordHashes:
    """Words of `text` with their hashes, in time linear in its length.

    A text without a word gives empty arrays. Offsets count in `compose_text(text)`.
    """
    parts = [_hash_slice(piece, first) for first, piece in _cut_slices(compose_text(text))]
    if len(parts) == 1:
        return WordHashes(*parts[0])
    if not parts:
        return WordHashes(*_hash_slice("", 0))
    return WordHashes(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def hash_together(texts: Sequence[str]) -> tuple[WordHashes, np.ndarray]:
    """The words of several texts in one, and bounds b: text i has the words b[i] to b[i + 1].

    The offsets of words count in their own text.
    """
    composed = [compose_text(text) for text in texts]
    words = hash_words("\n".join(composed))
    behind = np.cumsum([len(text) + 1 for text in composed])
    bounds = np.concatenate([[0], np.searchsorted(words.starts, behind)])
    firsts = np.repeat(np.concatenate([[0], behind[:-1]]), np.diff(bounds))
    return WordHashes(words.hashes, words.starts - firsts, words.heads), bounds


def hash_stems(text: str, length: int) -> np.ndarray:
    """uint64 hash of the first `length` characters of each word of `hash_words(text)`.

    A crude stem that needs no language: inflected forms mostly share their beginning.
    """
    parts = [_hash_stem_slice(piece, length) for _, piece in _cut_slices(compose_text(text))]
    return np.concatenate(parts)


def mix_hashes(values: np.ndarray) -> np.ndarray:
    """uint64 values scrambled one to one (finaliser of SplitMix64), same shape."""
    mixed = values >> _SHIFTS[0]
    mixed ^= values
    mixed *= _MIXERS[0]
    mixed ^= mixed >> _SHIFTS[1]
    mixed *= _MIXERS[1]
    mixed ^= mixed >> _SHIFTS[2]
    return mixed


def _cut_slices(text: str) -> Iterator[tuple[int, str]]:
    """Pieces of at most SLICE_CHARS characters, cut before a space where one is near."""
    first = 0
    while len(text) - first > SLICE_CHARS:
        limit = first + SLICE_CHARS
        cut = text.rfind(" ", limit - CUT_CHARS, limit)
        cut = cut if cut > first else limit
        yield first, text[first:cut]
        first = cut
    yield first, text[first:] if first else text


def _hash_slice(piece: str, first: int) -> tuple[np.ndarray, ...]:
    powers, inverses = _powers()
    points, folded, starts = read_points(piece)
    if not starts.size:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64), np.zeros(0, points.dtype)
    sums = np.add.reduceat(folded * powers[: folded.size], starts) * inverses.take(starts)
    return mix_hashes(sums), starts + first, points.take(starts)


def _hash_stem_slice(piece: str, length: int) -> np.ndarray:
    powers, inverses = _powers()
    _, folded, starts = read_points(piece)
    if not starts.size:
        return np.zeros(0, np.uint64)
    ends = np.minimum(starts + length, np.append(starts[1:], folded.size))
    bounds = np.stack([starts, ends], axis=1).ravel()
    values = np.append(folded * powers[: folded.size], np.uint64(0))  # ends may lie behind the text
    return mix_hashes(np.add.reduceat(values, bounds)[::2] * inverses[starts])


@cache
def _powers() -> tuple[np.ndarray, np.ndarray]:
    """Powers of the base and their inverses modulo 2**64, one per character of a slice."""
    powers = np.full(SLICE_CHARS, _BASE, np.uint64)
    inverses = np.full(SLICE_CHARS, _BASE_INVERSE, np.uint64)
    powers[0] = inverses[0] = 1
    return np.multiply.accumulate(powers), np.multiply.accumulate(inverses)
