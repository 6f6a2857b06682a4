"""What facts two texts keep and change, when one is laid beside the other.

Copies are edited here and there, but what they tell stays: names and numbers far outnumber those
that are corrected or brought up to date. Reports that fill one frame keep its words and change its
facts, nearly all of them. A fact is a run of numbers and of words with a capital inside a sentence;
where a sentence begins, a capital tells something only of words that have it elsewhere as well.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.words.hashes import WordHashes, compose_text

LONGEST_CHANGE = 12  # words; what is replaced by more was written anew, and tells of no frame
MAX_CAPITAL_SHARE = 0.6  # above it (text in capitals) a capital says nothing about a word
NOUN_SHARE = 0.22  # of words with a capital inside sentences; above it (German) nouns have one,
NAME_SHARE = 0.2  # of which so many are names; English news has at most .16
_SENTENCE_ENDS = ".!?…。！？؟।\n"


@dataclass(frozen=True, slots=True)
class FactWords:
    """Which words of a text are facts; all arrays have one element per word."""

    hashes: np.ndarray  # uint64
    heads: np.ndarray  # code point of the first character
    lengths: np.ndarray  # characters up to the next word
    is_number: np.ndarray  # bool
    is_fact: np.ndarray  # bool, numbers among them
    name_weight: float  # what a word with a capital counts, 0 to 1


@dataclass(frozen=True, slots=True)
class FactChanges:
    """Facts of two texts, counted in places; where nouns have capitals, kept ones in part."""

    kept: float = 0.0
    changed: int = 0


NO_CHANGES = FactChanges()


def find_fact_words(text: str, words: WordHashes) -> FactWords:
    """The facts of `text`, whose words are given."""
    is_number, is_capital = words.is_number, words.is_capital
    inside = is_capital & ~_begin_sentences(compose_text(text), words.starts)
    share = np.count_nonzero(inside) / max(len(words), 1)
    if np.count_nonzero(is_capital) > MAX_CAPITAL_SHARE * len(words):
        is_fact = is_number
    else:
        is_fact = is_number | (is_capital & np.isin(words.hashes, words.hashes[inside]))
    lengths = np.diff(words.starts, append=words.starts[-1:] + 1)
    weight = NAME_SHARE if share > NOUN_SHARE else 1.0
    return FactWords(words.hashes, words.heads, lengths, is_number, is_fact, weight)


def compare_fact_words(
    a: FactWords, b: FactWords, places_in_b: np.ndarray, is_met_in_b: np.ndarray
) -> FactChanges:
    """The facts that a and b keep and change.

    `places_in_b`: for each word 3-gram of a, in reading order, where it stands in b, or -1;
    `is_met_in_b`: bool per word of b, it stands in a 3-gram of a.
    """
    is_met = spread_grams(places_in_b >= 0, a.hashes.size)
    changed = sum(
        _count_changed(a, b, slice(*in_a), slice(*in_b))
        for in_a, in_b in _pair_gaps(places_in_b, is_met, is_met_in_b)
    )
    numbers = _count_runs(is_met & a.is_number)
    names = int(np.count_nonzero(is_met & a.is_fact & ~a.is_number))
    return FactChanges(numbers + names * min(a.name_weight, b.name_weight), changed)


def spread_grams(is_shared: np.ndarray, word_count: int) -> np.ndarray:
    """bool per word: it stands in one of the word 3-grams that are given as bool in order."""
    is_met = np.zeros(word_count, bool)
    for shift in range(word_count - is_shared.size + 1):
        is_met[shift : shift + is_shared.size] |= is_shared
    return is_met


def _begin_sentences(text: str, starts: np.ndarray) -> np.ndarray:
    """bool per word: is it the first one of a sentence or a line?"""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    ends = np.cumsum(np.isin(points, [ord(end) for end in _SENTENCE_ENDS]))
    return np.diff(ends[starts], prepend=-1) > 0


def _pair_gaps(
    places: np.ndarray, is_met: np.ndarray, is_met_in_b: np.ndarray
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Runs of words of a and of b, of LONGEST_CHANGE words or fewer, that stand between the same
    words."""
    edges = np.diff(np.concatenate([[1], is_met.view(np.int8), [1]]))
    pairs = []
    for first, behind in zip(
        np.flatnonzero(edges == -1).tolist(), np.flatnonzero(edges == 1).tolist(), strict=True
    ):
        in_b = int(places[first - 3]) + 3 if first else 0
        behind_b = int(places[behind]) if behind < is_met.size else is_met_in_b.size
        is_short = 0 < behind_b - in_b <= LONGEST_CHANGE and behind - first <= LONGEST_CHANGE
        if is_short and not is_met_in_b[in_b:behind_b].any():
            pairs.append(((first, behind), (in_b, behind_b)))
    return pairs


def _count_changed(a: FactWords, b: FactWords, in_a: slice, in_b: slice) -> int:
    """Places between the same words where both texts have facts, and other ones."""
    facts_a, facts_b = a.is_fact[in_a], b.is_fact[in_b]
    if not facts_a.any() or not facts_b.any():
        return 0
    hashes_a, hashes_b = a.hashes[in_a], b.hashes[in_b]
    if hashes_a.size == hashes_b.size:
        is_alike = (a.heads[in_a] == b.heads[in_b]) & ~a.is_number[in_a]
        is_alike &= np.abs(a.lengths[in_a] - b.lengths[in_b]) <= 1
        return _count_runs(facts_a & facts_b & (hashes_a != hashes_b) & ~is_alike)
    return int(not np.isin(hashes_a[facts_a], hashes_b[facts_b]).any())


def _count_runs(flags: np.ndarray) -> int:
    """How many runs of True there are."""
    return int(np.count_nonzero(flags[1:] > flags[:-1])) + int(flags[:1].sum())
