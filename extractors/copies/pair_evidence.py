"""What two texts have in common: the evidence on which the verdict on a pair rests.

It is the share of the word 3-grams of each text that stand in the other (containment both ways) and
their Jaccard similarity, once over all 3-grams and once without common passages: passages that many
otherwise different texts share (a footer the cleaner missed, an agency's note). What is common is
counted over different texts, not over copies (see warehouse/sameness).

Facts are compared in place: a slot is a run of numbers and capitalised words between two other
words; when both texts have the slot, its facts agree, conflict or look alike. And they are counted
where one text is laid beside the other: see fact_changes.

A passage that two articles of one site share by its furniture speaks of other things than either of
them: so the words of what is shared are held against the words of the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from extractors.copies.fact_changes import NO_CHANGES, FactChanges, compare_fact_words, spread_grams
from extractors.copies.fact_slots import compare_slots
from extractors.copies.fingerprints import SampleParameters
from extractors.copies.text_shapes import TextShape
from extractors.copies.topic_words import compare_with_rest

NEXT_TO_NOTHING = 0.1  # containment of the shorter text below which nothing more is compared
LITTLE, WHOLE = 0.2, 0.8  # containments between which the rest of a text is looked at; facts
# are counted from the first on

_NO_HASHES = np.zeros(0, np.uint64)
_ONE_IN = np.uint64(SampleParameters().one_in)


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """What two texts, a and b, have in common. Shares lie between 0 and 1."""

    containment_a: float  # share of a's 3-grams that stand in b
    containment_b: float  # share of b's 3-grams that stand in a
    jaccard: float  # shared 3-grams / all 3-grams of both
    rare_containment_a: float = 0.0  # as containment_a, without common passages
    rare_containment_b: float = 0.0
    agreeing_slots: int = 0  # places where both texts state the same facts
    conflicting_slots: int = 0  # places where they state different facts
    shingles_a: int = 0  # different 3-grams of a
    shingles_b: int = 0
    longest_gap_a: int = 0  # longest run of a's 3-grams that do not stand in b
    longest_gap_b: int = 0
    topic_similarity: float = 1.0  # of what is shared and the rest of a text, the higher of both
    same_start: bool = False  # the shorter text begins like the longer
    facts: FactChanges = NO_CHANGES  # kept and changed, one text laid beside the other

    @property
    def conflict_share(self) -> float:
        slots = self.agreeing_slots + self.conflicting_slots
        return self.conflicting_slots / slots if slots else 0.0


def compare_texts(a: TextShape, b: TextShape, common: np.ndarray = _NO_HASHES) -> PairEvidence:
    """Evidence for the pair. `common`: sorted, the upper 32 bits (as uint64) of the hashes known
    to stand in many different texts.

    Of texts that share next to nothing only the containments and the Jaccard similarity are told.
    """
    evidence = count_grams(a.unique_grams, b.unique_grams)
    if not is_worth_comparing(evidence):
        return evidence
    in_b, in_a = _member(a.grams, b.unique_grams), _member(b.grams, a.unique_grams)
    agreeing, conflicting = compare_slots(a.slots, b.slots)
    topic = 1.0
    most = max(evidence.containment_a, evidence.containment_b)
    if LITTLE <= most < WHOLE:
        topic = max(compare_with_rest(a.stems, in_b), compare_with_rest(b.stems, in_a))
    return replace(
        evidence,
        rare_containment_a=_rare_share(a.grams, in_b, common),
        rare_containment_b=_rare_share(b.grams, in_a, common),
        agreeing_slots=len(agreeing),
        conflicting_slots=len(conflicting),
        facts=_compare_facts(a, b, in_a) if most >= LITTLE else NO_CHANGES,
        longest_gap_a=_longest_gap(in_b),
        longest_gap_b=_longest_gap(in_a),
        topic_similarity=topic,
        same_start=_same_start(in_b, in_a),
    )


def count_grams(a: np.ndarray, b: np.ndarray) -> PairEvidence:
    """The containments and the Jaccard similarity of two fingerprints, and no more."""
    shared = _count_shared(a, b)
    return PairEvidence(
        _share(shared, a.size),
        _share(shared, b.size),
        _share(shared, a.size + b.size - shared),
        shingles_a=a.size,
        shingles_b=b.size,
    )


def is_worth_comparing(evidence: PairEvidence) -> bool:
    """False for texts that share next to nothing."""
    return max(evidence.containment_a, evidence.containment_b, 1e-9) >= NEXT_TO_NOTHING


def find_common_passages(grams: np.ndarray, common: np.ndarray) -> np.ndarray:
    """bool per 3-gram: does it stand in a common passage?

    Only the sampled 3-grams can be known as common; the others take the answer of the nearest
    sampled one.
    """
    sampled = np.flatnonzero(grams % _ONE_IN == 0)
    if not common.size or not sampled.size:
        return np.zeros(grams.size, bool)
    known = _member(grams[sampled] >> np.uint64(32), common)
    middles = (sampled[1:] + sampled[:-1] + 1) // 2
    return known[np.searchsorted(middles, np.arange(grams.size), side="right")]


def _compare_facts(a: TextShape, b: TextShape, in_a: np.ndarray) -> FactChanges:
    places = np.minimum(np.searchsorted(b.unique_grams, a.grams), b.unique_grams.size - 1)
    is_shared = b.unique_grams[places] == a.grams
    places_in_b = np.where(is_shared, b.gram_places[places], -1)
    return compare_fact_words(a.facts, b.facts, places_in_b, spread_grams(in_a, len(b.words)))


def _longest_gap(in_other: np.ndarray) -> int:
    """Longest run of False."""
    shared = np.flatnonzero(np.concatenate([[True], in_other, [True]]))
    return int(np.diff(shared).max() - 1)


def _rare_share(grams: np.ndarray, in_other: np.ndarray, common: np.ndarray) -> float:
    """Share of the 3-grams outside common passages that stand in the other text."""
    rare = ~find_common_passages(grams, common)
    return _share(np.count_nonzero(in_other & rare), np.count_nonzero(rare))


def _same_start(in_b: np.ndarray, in_a: np.ndarray, grams: int = 40) -> bool:
    """True when most of the first 3-grams of the shorter text stand in the other one's start."""
    shorter, longer = (in_b, in_a) if in_b.size <= in_a.size else (in_a, in_b)
    if not shorter.size:
        return False
    return bool(shorter[:grams].mean() >= 0.5 and longer[:grams].mean() >= 0.5)


def _count_shared(a: np.ndarray, b: np.ndarray) -> int:
    """Values that two sorted arrays of unique values have in common."""
    shorter, longer = (a, b) if a.size <= b.size else (b, a)
    return int(np.count_nonzero(_member(shorter, longer)))


def _member(values: np.ndarray, sorted_values: np.ndarray) -> np.ndarray:
    """bool per value: does it stand in the sorted array?"""
    if not sorted_values.size:
        return np.zeros(values.size, bool)
    places = np.searchsorted(sorted_values, values)
    places[places == sorted_values.size] = 0
    return sorted_values[places] == values


def _share(part: int, whole: int) -> float:
    return float(part / whole) if whole else 0.0
