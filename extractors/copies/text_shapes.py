"""What comparing needs of a text: its words, its word 3-grams and its slots for facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from extractors.copies.fact_changes import FactWords, find_fact_words
from extractors.copies.fact_slots import SlotIndex, find_slots, index_slots
from extractors.copies.fingerprints import hash_in_bulk, sort_unique
from extractors.words.hashes import WordHashes, hash_stems
from extractors.words.stems import STEM_LENGTH


@dataclass(frozen=True)
class TextShape:
    """What comparing needs of one text; all hash arrays are uint64."""

    text: str
    words: WordHashes
    grams: np.ndarray  # word 3-grams in reading order
    unique_grams: np.ndarray  # the same, sorted, each once

    @cached_property
    def slots(self) -> SlotIndex:
        """The slots; found when first asked for."""
        return index_slots(find_slots(self.words))

    @cached_property
    def facts(self) -> FactWords:
        """Which words are facts; found when first asked for."""
        return find_fact_words(self.text, self.words)

    @cached_property
    def gram_places(self) -> np.ndarray:
        """For each value of `unique_grams` the word with which it first begins."""
        return np.unique(self.grams, return_index=True)[1]

    @cached_property
    def stems(self) -> np.ndarray:
        """The stem of every word; hashed when first asked for."""
        return hash_stems(self.text, STEM_LENGTH)


def shape_text(text: str) -> TextShape:
    """The hashes of `text` that comparing needs, in time linear in its length."""
    return shape_texts([text])[0]


def shape_texts(texts: Sequence[str]) -> list[TextShape]:
    """The shapes of many texts, in order; quicker than one by one."""
    shapes = {
        place: TextShape(texts[place], words, grams, sort_unique(grams))
        for place, words, grams in hash_in_bulk(texts)
    }
    return [shapes[place] for place in range(len(texts))]
