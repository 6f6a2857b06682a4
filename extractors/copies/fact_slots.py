"""Places where a text states a fact: runs of numbers and capitalised words, by their surroundings.

Two texts with the same slot (the same words before and behind) state the same fact there or not:
copies mostly agree, texts from one template do not. A capital at the start of a sentence is no fact
where the word is a common one. Names of one length that begin alike (a misread letter, another
spelling) look alike: they speak neither for copies nor for a template.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from extractors.words.hashes import WordHashes, mix_hashes
from extractors.words.rarity import look_up_shares

MAX_CAPITAL_SHARE = 0.6  # above it (text in capitals) a capital says nothing about a word
COMMON_SHARE = 0.2  # of articles; flat from .1 to .3. Words longer than a stem are never common
_LONGER = (-1, 0, 1)  # characters by which a fact may be longer than one that looks like it

Look = tuple[int, int]  # outline and length of a slot

_LEFT, _RIGHT, _VALUE = (
    np.uint64(value) for value in (0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)
)


@dataclass(frozen=True, slots=True)
class Slots:
    """Runs of facts in reading order; arrays of one length."""

    keys: np.ndarray  # uint64, hash of the words around the run
    facts: np.ndarray  # uint64, hash of key and run
    outlines: np.ndarray  # uint64, hash of key, numbers and first letters of the run
    lengths: np.ndarray  # int64, characters from the first word to the word behind the run
    first: np.ndarray  # place of its first word
    behind: np.ndarray  # place behind its last word


@dataclass(frozen=True, slots=True)
class SlotIndex:
    """The slots of one text, to be compared with those of others."""

    keys: frozenset[int]
    facts: dict[int, int]  # the key of each fact
    looks: dict[Look, int]  # the key of each outline with its length


def find_slots(words: WordHashes) -> Slots:
    """Keys, facts and outlines of every run of facts, in reading order."""
    is_number = words.is_number
    is_fact = is_number.copy()
    capitals = np.flatnonzero(words.is_capital)
    if capitals.size <= MAX_CAPITAL_SHARE * len(words):
        is_fact[capitals] |= look_up_shares(words.hashes[capitals]) < COMMON_SHARE
    edges = np.diff(np.concatenate([[0], is_fact.view(np.int8), [0]]))
    first, behind = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    padded = np.concatenate([[np.uint64(1)], words.hashes, [np.uint64(2)]])
    keys = mix_hashes(padded[first] * _LEFT + padded[behind + 1] * _RIGHT)
    facts = mix_hashes(keys + _sum_runs(words.hashes, first, behind) * _VALUE)
    seen = np.where(is_number, words.hashes, mix_hashes(words.heads.astype(np.uint64)))
    outlines = mix_hashes(keys + _sum_runs(seen, first, behind) * _VALUE)
    starts = np.append(words.starts, words.starts[-1:])
    return Slots(keys, facts, outlines, starts[behind] - starts[first], first, behind)


def index_slots(slots: Slots) -> SlotIndex:
    """The slots as sets and dictionaries, which are quicker than arrays for some dozens of them."""
    keys = slots.keys.tolist()
    return SlotIndex(
        frozenset(keys),
        dict(zip(slots.facts.tolist(), keys, strict=True)),
        dict(zip(list_looks(slots), keys, strict=True)),
    )


def list_looks(slots: Slots) -> list[Look]:
    """How each slot looks."""
    return list(zip(slots.outlines.tolist(), slots.lengths.tolist(), strict=True))


def compare_slots(a: SlotIndex, b: SlotIndex) -> tuple[set[int], set[int]]:
    """Keys of the slots of both texts whose facts agree, and of those whose facts conflict."""
    both = a.keys & b.keys
    agreeing = {a.facts[fact] for fact in a.facts.keys() & b.facts.keys()}
    if len(agreeing) == len(both):
        return agreeing, set()
    alike = {a.looks[look] for look in list_lookalikes(a.looks, b.looks)}
    return agreeing, set(both - agreeing - alike)


def list_lookalikes(a: Collection[Look], b: Collection[Look]) -> list[Look]:
    """Those of `a` for which something in `b` looks alike."""
    return [look for look in a if any(other in b for other in spread_look(look))]


def spread_look(look: Look) -> list[Look]:
    """All looks that look like this one."""
    outline, length = look
    return [(outline, length + by) for by in _LONGER]


def _sum_runs(hashes: np.ndarray, first: np.ndarray, behind: np.ndarray) -> np.ndarray:
    """Order-aware hash of each run hashes[first:behind]: sum of (2 i + 1) * hash, i from 0."""
    places = np.arange(hashes.size, dtype=np.uint64)
    plain = np.concatenate([[np.uint64(0)], np.cumsum(hashes, dtype=np.uint64)])
    placed = np.concatenate([[np.uint64(0)], np.cumsum(hashes * places, dtype=np.uint64)])
    shift = first.astype(np.uint64) * np.uint64(2) - np.uint64(1)
    return (placed[behind] - placed[first]) * np.uint64(2) - (plain[behind] - plain[first]) * shift
