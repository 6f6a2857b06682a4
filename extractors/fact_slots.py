"""Places where a text states a fact: runs of numbers and capitalised words, by their surroundings.

Two texts with the same slot (the same words before and behind) state the same fact there or not:
copies mostly agree, texts from one template do not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.word_hashes import WordHashes, mix_hashes

MAX_CAPITAL_SHARE = 0.6  # above it (text in capitals) a capital says nothing about a word

_LEFT, _RIGHT, _VALUE = (
    np.uint64(value) for value in (0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)
)


@dataclass(frozen=True, slots=True)
class Slots:
    """Runs of facts in reading order; arrays of one length."""

    keys: np.ndarray  # uint64, hash of the words around the run
    facts: np.ndarray  # uint64, hash of key and run
    first: np.ndarray  # place of its first word
    behind: np.ndarray  # place behind its last word


def find_slots(words: WordHashes) -> Slots:
    """Key and fact hash of every run of facts, in reading order."""
    is_fact = words.is_number
    if np.count_nonzero(words.is_capital) <= MAX_CAPITAL_SHARE * len(words):
        is_fact = is_fact | words.is_capital
    edges = np.diff(np.concatenate([[0], is_fact.view(np.int8), [0]]))
    first, behind = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    padded = np.concatenate([[np.uint64(1)], words.hashes, [np.uint64(2)]])
    keys = mix_hashes(padded[first] * _LEFT + padded[behind + 1] * _RIGHT)
    facts = mix_hashes(keys + _sum_runs(words.hashes, first, behind) * _VALUE)
    return Slots(keys, facts, first, behind)


def _sum_runs(hashes: np.ndarray, first: np.ndarray, behind: np.ndarray) -> np.ndarray:
    """Order-aware hash of each run hashes[first:behind]: sum of (2 i + 1) * hash, i from 0."""
    places = np.arange(hashes.size, dtype=np.uint64)
    plain = np.concatenate([[np.uint64(0)], np.cumsum(hashes, dtype=np.uint64)])
    placed = np.concatenate([[np.uint64(0)], np.cumsum(hashes * places, dtype=np.uint64)])
    shift = first.astype(np.uint64) * np.uint64(2) - np.uint64(1)
    return (placed[behind] - placed[first]) * np.uint64(2) - (plain[behind] - plain[first]) * shift
