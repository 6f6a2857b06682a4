"""What two articles of one story have in common, as words a person can read."""

from __future__ import annotations

from itertools import takewhile

import numpy as np

from extractors.stories.terms import QUOTED, StoryParameters, read_quotations
from extractors.words.letter_groups import count_letters, join_letters
from extractors.words.letters import is_word_character
from extractors.words.rarity import look_up_shares
from extractors.words.stems import read_story_words

_COMMON = 0.2  # share of articles from which on a word tells nothing about an event
_RAREST = 1e-4  # share of articles taken for words that no list knows


def list_shared_words(a: str, b: str, limit: int = 12) -> list[str]:
    """Words near the start of both texts whose stem is the same, the most telling first.

    A word is shown as a writes it first.
    """
    stems_a, words_a = _read_words(a)
    stems_b, _ = _read_words(b)
    shared, firsts = np.unique(stems_a, return_index=True)
    kept = np.isin(shared, stems_b)
    shared, firsts = shared[kept], firsts[kept]
    shares = look_up_shares(shared)
    tells = shares < _COMMON
    shared, firsts, shares = shared[tells], firsts[tells], shares[tells]
    rarity = -np.log(shares + _RAREST)
    order = np.lexsort((firsts, -rarity))[:limit]
    return [words_a[first] for first in firsts[order].tolist()]


def list_shared_quotations(a: str, b: str, least_grams: int) -> list[tuple[str, str]]:
    """Pairs of quotations, one from each text, with so many 3-grams in common."""
    others = [(text, read_quotations(f'"{text}"')) for text in QUOTED.findall(b)]
    pairs = []
    for text in QUOTED.findall(a):
        grams = read_quotations(f'"{text}"')
        for other, other_grams in others:
            if np.intersect1d(grams, other_grams).size >= least_grams:
                pairs.append((" ".join(text.split()), " ".join(other.split())))
                break
    return pairs


def _read_words(text: str) -> tuple[np.ndarray, list[str]]:
    params = StoryParameters()
    read = read_story_words(text[: params.read_words * 20])
    stems, tells = join_letters(read.stems, read.words, read.tells)
    starts = read.words.starts.tolist()
    chosen = np.flatnonzero(tells[: params.read_words])
    behind = np.minimum(chosen + count_letters(read.words)[chosen], len(starts)).tolist()
    ends = [*starts, len(read.text)]
    told = [read.text[starts[at] : ends[end]] for at, end in zip(chosen, behind, strict=True)]
    return stems[chosen], ["".join(takewhile(is_word_character, word)) for word in told]
