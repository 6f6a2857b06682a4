"""What an article tells about its event: weighted word stems, persons, quotations, facts.

Title and lead say what happened, so their words count double; names and numbers are what events
differ in, so they count more than other words. Reading stops after some hundred words: background
at the end of an article is shared by many stories of one topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from extractors.copies.fact_slots import find_slots
from extractors.copies.fingerprints import hash_trigrams
from extractors.stories.event_words import list_event_words
from extractors.stories.frames import pack_slots
from extractors.words.hashes import hash_words
from extractors.words.letter_groups import join_letters
from extractors.words.rarity import are_function_stems, look_up_counted_shares
from extractors.words.stems import read_story_words

QUOTED = re.compile(r"[“„«\"]([^“”„«»\"\n]{20,600})[”“»\"]")
_POSSESSIVE = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class StoryParameters:
    """How the words of an article are weighted. Best of a coarse grid, flat around it."""

    read_words: int = 500  # the start of an article tells its event
    lead_words: int = 60  # title and first paragraph or two
    lead_factor: float = 2.0
    capital_factor: float = 2.0  # names of persons, places, organisations
    number_factor: float = 1.5
    kept_stems: int = 160  # the rarest and most frequent; the others change no decision
    max_capital_share: float = 0.6  # above it (text in capitals) a capital says nothing


@dataclass(frozen=True, slots=True)
class StoryTerms:
    """What one article tells. Arrays are sorted by hash but for the last."""

    stems: np.ndarray  # uint64, each once
    counts: np.ndarray  # float64, weighted number of occurrences
    quotations: np.ndarray  # uint64, word 3-grams inside quotation marks, each once
    slots: np.ndarray  # uint64, places for facts with their facts, see stories.frames
    event_words: np.ndarray  # uint64, stems that are no names, in the order of reading


def read_story_terms(
    title: str | None,
    text: str,
    params: StoryParameters | None = None,
    language: str | None = None,
) -> StoryTerms:
    """Stems with their counts, quoted 3-grams and slots of an article, in linear time.

    Function words of its `language` (ISO 639-1) are left out: where few articles are in it, they
    would pass for rare words that tell an event.
    """
    params = params or StoryParameters()
    whole = f"{title}\n{text}" if title and not text.startswith(title) else text
    start = whole[: params.read_words * 20]  # no language has words of 20 letters on average
    read = read_story_words(start)
    words = read.words.cut(0, params.read_words)
    weights = np.ones(len(words))
    weights[: params.lead_words] = params.lead_factor
    if np.count_nonzero(read.words.is_capital) <= params.max_capital_share * len(read.words):
        weights[words.is_capital] *= params.capital_factor
    weights[words.is_number] *= params.number_factor
    stems, tells = read.stems[: len(words)], read.tells[: len(words)]
    tells = tells & ~are_function_stems(stems, language)  # they break groups of letters as well
    stems, tells = join_letters(stems, words, tells)
    event_words = list_event_words(stems, words, tells, language)
    unique, places = np.unique(stems[tells], return_inverse=True)
    counts = np.bincount(places, weights[tells], minlength=unique.size)
    is_telling = ~are_function_stems(unique, language)
    unique, counts = unique[is_telling], counts[is_telling]
    kept = _choose_telling(unique, counts, params.kept_stems)
    slots = pack_slots(find_slots(words))
    return StoryTerms(unique[kept], counts[kept], read_quotations(whole), slots, event_words)


def read_quotations(text: str) -> np.ndarray:
    """Sorted hashes (uint64) of the word 3-grams inside quotation marks."""
    quoted = [hash_trigrams(hash_words(quote)) for quote in QUOTED.findall(text)]
    return np.unique(np.concatenate(quoted)) if quoted else np.zeros(0, np.uint64)


def _choose_telling(stems: np.ndarray, counts: np.ndarray, limit: int) -> np.ndarray:
    """Sorted places of the `limit` stems with the greatest weight in news at large."""
    weights = np.log1p(counts) * -np.log(look_up_counted_shares(stems) + 1e-4)
    return np.sort(np.lexsort((stems, -weights))[:limit])


def list_persons(names: Iterable[str]) -> list[str]:
    """Sorted last words of persons' names, lower case, without a possessive; each once."""
    keys = set()
    for name in names:
        last = name.split()[-1].lower() if name.split() else ""
        for ending in _POSSESSIVE:
            last = last.removesuffix(ending)
        if len(last) > 1:
            keys.add(last)
    return sorted(keys)
