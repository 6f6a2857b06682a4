"""What stands for words in scripts without spaces, of which each letter is hashed as a word.

Two Chinese characters, or four letters of Katakana, Thai, Khmer and the like, tell what a word of
other scripts does; one alone stands in every article. Hiragana is left out: it writes grammar.
"""

from __future__ import annotations

import numpy as np

from extractors.words.hashes import WordHashes, mix_hashes
from extractors.words.letters import ALONE, read_spaceless

HIRAGANA = (0x3040, 0x309F)
HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))
HAN_LETTERS, OTHER_LETTERS = 2, 4  # in a group
HAN_STEP, OTHER_STEP = 1, 3  # characters from one letter to the next: marks may go with it
_STEP = np.uint64(0x9E3779B97F4A7C15)


def join_letters(
    stems: np.ndarray, words: WordHashes, tells: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """(stems, which of them tell something): each letter of such a script becomes the group that
    begins with it; where the next letters are none, or tell nothing, it tells nothing itself.

    Both arrays (uint64, bool) have one element per word of `words`, as `stems` and `tells` have.
    """
    is_alone = read_spaceless()[words.heads] == ALONE
    if not is_alone.any():
        return stems, tells
    tells = tells & ~(is_alone & _lies_in(words.heads, HIRAGANA))
    is_han = np.logical_or.reduce([_lies_in(words.heads, block) for block in HAN])
    joined = stems.copy()
    for chosen, length, reach in (
        (is_han, HAN_LETTERS, HAN_STEP),
        (is_alone & ~is_han, OTHER_LETTERS, OTHER_STEP),
    ):
        group, is_whole = stems.copy(), chosen & tells
        for step in range(1, length):
            is_near = _shift(words.starts, step) - words.starts <= step * reach
            is_whole &= _shift(chosen & tells, step) & is_near
            group = mix_hashes(group + _STEP) + _shift(stems, step)
        joined[chosen] = mix_hashes(group)[chosen]
        tells = np.where(chosen, is_whole, tells)
    return joined, tells


def count_letters(words: WordHashes) -> np.ndarray:
    """How many letters a group has that begins with each word: int64, 1 where it stays a word."""
    is_alone = read_spaceless()[words.heads] == ALONE
    is_han = np.logical_or.reduce([_lies_in(words.heads, block) for block in HAN])
    return np.where(is_han, HAN_LETTERS, np.where(is_alone, OTHER_LETTERS, 1))


def _shift(values: np.ndarray, step: int) -> np.ndarray:
    """The values `step` places on; nothing behind the last."""
    shifted = np.zeros_like(values)
    shifted[:-step] = values[step:]
    return shifted


def _lies_in(heads: np.ndarray, block: tuple[int, int]) -> np.ndarray:
    return (heads >= block[0]) & (heads <= block[1])
