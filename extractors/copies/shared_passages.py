"""What two texts share and where they differ, as text a person can read side by side."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np

from extractors.copies.fact_slots import Look, Slots, find_slots, list_looks, spread_look
from extractors.copies.fingerprints import hash_trigrams
from extractors.words.hashes import WordHashes, compose_text, hash_words

NO_PARTNER = 3  # rank of a place that the other text does not have


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in both texts, as each of them writes them."""

    words: int
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What stands between the same words in both texts: numbers and capitalised words."""

    before: str  # the word before, empty at the start of a text
    a: str
    b: str
    after: str
    is_alike: bool = False  # names of one length that begin alike: misread, or spelt otherwise

    @property
    def agrees(self) -> bool:
        return self.a.casefold() == self.b.casefold()


def find_passages(a: str, b: str, least_words: int = 6) -> list[Passage]:
    """Runs of at least `least_words` words that stand in both texts, in the order of a.

    A run that stands in b twice is shown where it stands first.
    """
    one, other = _Words(a), _Words(b)
    grams_a, grams_b = hash_trigrams(one.words), hash_trigrams(other.words)
    known, firsts = np.unique(grams_b, return_index=True)
    if not known.size or not grams_a.size:
        return []
    places = np.minimum(np.searchsorted(known, grams_a), known.size - 1)
    found = np.where(known[places] == grams_a, firsts[places], -2)
    goes_on = (np.diff(found, prepend=-9) == 1) & (found >= 0)
    begins = np.flatnonzero((found >= 0) & ~goes_on)
    ends = np.flatnonzero((found >= 0) & ~np.append(goes_on[1:], False))
    return [
        Passage(
            int(last - first + 3),
            one.quote(first, last + 3),
            other.quote(found[first], found[first] + last - first + 3),
        )
        for first, last in zip(begins, ends, strict=True)
        if last - first + 3 >= least_words
    ]


def compare_facts(a: str, b: str) -> list[Fact]:
    """The facts at places that both texts have, in the order of a; each place once."""
    one, other = _Words(a), _Words(b)
    slots_a, slots_b = find_slots(one.words), find_slots(other.words)
    firsts = tuple(map(_find_firsts, zip(*_list_slots(slots_b), strict=True))) or ({}, {}, {})
    facts: dict[int, tuple[int, Fact]] = {}
    for place, slot in enumerate(_list_slots(slots_a)):
        key = slot[0]
        rank, at = _find_partner(slot, *firsts)
        if rank < facts.get(key, (NO_PARTNER,))[0]:
            facts[key] = rank, _tell_fact(one, slots_a, place, other.fact(slots_b, at), rank == 1)
    return [fact for _, fact in facts.values()]


def _list_slots(slots: Slots) -> list[tuple[int, int, Look]]:
    """Key, fact and look of each slot."""
    return list(zip(slots.keys.tolist(), slots.facts.tolist(), list_looks(slots), strict=True))


def _find_firsts(values: Iterable[Hashable]) -> dict[Hashable, int]:
    """Each value with the place where it stands first."""
    firsts: dict[Hashable, int] = {}
    for place, value in enumerate(values):
        firsts.setdefault(value, place)
    return firsts


def _find_partner(
    slot: tuple[int, int, Look], keys: dict[int, int], facts: dict[int, int], looks: dict[Look, int]
) -> tuple[int, int]:
    """Rank and place of the slot of the other text that says most: 0 for the same fact, 1 for one
    that looks alike, 2 for another one at this place; NO_PARTNER where there is none."""
    key, fact, look = slot
    if fact in facts:
        return 0, facts[fact]
    if alike := [looks[other] for other in spread_look(look) if other in looks]:
        return 1, min(alike)
    return (2, keys[key]) if key in keys else (NO_PARTNER, -1)


class _Words:
    """A text with its words, to quote from."""

    def __init__(self, text: str) -> None:
        self.text: str = compose_text(text)
        self.words: WordHashes = hash_words(text)

    def quote(self, first: int, behind: int) -> str:
        """The text from one word up to another; empty when there is no such word."""
        starts = self.words.starts
        if first < 0 or first >= len(starts):
            return ""
        end = starts[behind] if behind < len(starts) else len(self.text)
        return " ".join(self.text[starts[first] : end].split()).rstrip("“„«‘([ ")

    def fact(self, slots: Slots, place: int) -> str:
        return self.quote(int(slots.first[place]), int(slots.behind[place])).strip(' ,.;:"“”‘’()')


def _tell_fact(words: _Words, slots: Slots, place: int, value_b: str, is_alike: bool) -> Fact:
    first, behind = int(slots.first[place]), int(slots.behind[place])
    before = words.quote(first - 1, first)
    return Fact(
        before, words.fact(slots, place), value_b, words.quote(behind, behind + 1), is_alike
    )
