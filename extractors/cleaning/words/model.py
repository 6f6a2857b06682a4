"""Linear models of lines over hashed words, pairs of words, parts of words and families of words.

Parts of words know what stems, endings and compounds share in languages with many forms, and
families what words of different languages mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from extractors.cleaning.labels.lexicon import FAMILY_NAMES
from extractors.cleaning.words.cache import WordCache
from extractors.cleaning.words.parts import list_parts
from extractors.cleaning.words.table import WordTable

_PAIR = np.uint64(31)


@dataclass(frozen=True)
class WordModel:
    """Weights of some models; those of words, pairs and parts count by the root of all words."""

    word: np.ndarray  # (models, buckets)
    pair: np.ndarray  # (models, buckets), of two words in a row; without buckets if none counts
    part: np.ndarray  # (models, buckets)
    family: np.ndarray  # (models, families of words), for each family in the line
    bias: np.ndarray  # (models,)

    def score(
        self, table: WordTable, families: np.ndarray, asked: np.ndarray | None = None
    ) -> np.ndarray:
        """What each model says of each line, (models, lines); 0 of lines not `asked` for (a mask).

        `families` are those of the words of each line, as bits.
        """
        asked = np.ones(len(table.counts), bool) if asked is None else asked
        counts, word = table.counts[asked], table.word[np.repeat(asked, table.counts)]
        line = np.repeat(np.arange(len(counts)), counts)
        used = np.bincount(word, minlength=table.size) > 0
        place = (np.cumsum(used) - 1)[word]
        weights = self._weigh_words(table, np.flatnonzero(used))

        def add_up(line: np.ndarray, values: np.ndarray) -> np.ndarray:
            return np.bincount(line, values, minlength=len(counts))

        total = np.array([add_up(line, values[place]) for values in weights])
        if self.pair.shape[1]:
            buckets, line = hash_pairs(table.hashes[word], line, self.pair.shape[1])
            total += [add_up(line, weight[buckets]) for weight in self.pair]
        scale = 1 / np.sqrt(np.maximum(counts, 1))
        said = (self.family[:, :, None] * mark_families(families[asked])).sum(axis=1)
        found = np.zeros((len(self.bias), len(asked)))
        found[:, asked] = total * scale + said + self.bias[:, None]
        return found

    def _weigh_words(self, table: WordTable, numbers: np.ndarray) -> list[np.ndarray]:
        """The weight of each word and of all its parts, an array per model."""

        def weigh(places: np.ndarray) -> list[np.ndarray]:
            new = numbers[places]
            bucket, owner = list_parts(table.spell(new), self.part.shape[1])
            own = table.hashes[new].astype(np.int64) % self.word.shape[1]
            return [
                word[own] + np.bincount(owner, part[bucket], minlength=len(new))
                for word, part in zip(self.word, self.part, strict=True)
            ]

        return self._known.list_known(table.keys[numbers], weigh)

    @cached_property
    def _known(self) -> WordCache:
        return WordCache(*["f4"] * len(self.bias))  # weights are short fractions


def hash_pairs(hashes: np.ndarray, line: np.ndarray, buckets: int) -> tuple[np.ndarray, np.ndarray]:
    """Bucket and line of all pairs of words, from the hash and the line of each word in order."""
    same = line[1:] == line[:-1]
    pairs = hashes[:-1][same] * _PAIR + hashes[1:][same]
    # High bits are mixed in: the low ones of a product keep too little of the first word.
    pairs ^= pairs >> np.uint64(17)
    return (pairs % np.uint64(buckets)).astype(np.int64), line[1:][same]


def mark_families(families: np.ndarray) -> np.ndarray:
    """Zeros and ones by family and line, from the families of each line as bits."""
    return families >> np.arange(len(FAMILY_NAMES))[:, None] & 1
