"""How much the words of each line are those of appeals, plugs and notices, in any language.

A linear model over hashed words and pairs of words, trained on appeals written for the purpose,
on lines of pages and on news about the same things.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from extractors.cleaning.words import WordTable

BUCKETS = 1 << 15  # enough for the words and pairs of appeals in a dozen languages
_PAIR = 31


@dataclass(frozen=True)
class AppealWords:
    """A weight per bucket; the sum is divided by the root of the number of words."""

    weight: np.ndarray  # (BUCKETS,)
    bias: float


@lru_cache(maxsize=1 << 16)  # the words of news repeat; the bound keeps memory flat
def _hash_word(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def list_buckets(table: WordTable) -> tuple[np.ndarray, np.ndarray]:
    """Buckets of all words and pairs of words of a document, and the line of each."""
    hashed = np.array([_hash_word(w) for w in table.vocabulary] or [0], np.uint64)
    words = hashed[table.word] if len(table.word) else np.zeros(0, np.uint64)
    same = table.line[1:] == table.line[:-1]
    pairs = words[:-1][same] * np.uint64(_PAIR) + words[1:][same]
    # High bits are mixed in: the low ones of a product keep too little of the first word.
    pairs ^= pairs >> np.uint64(17)
    buckets = np.concatenate((words, pairs)) % np.uint64(BUCKETS)
    return buckets.astype(np.int64), np.concatenate((table.line, table.line[1:][same]))


def score_appeal_words(table: WordTable, model: AppealWords) -> np.ndarray:
    """Log-odds per line that its words are those of an appeal."""
    buckets, line = list_buckets(table)
    total = np.bincount(line, model.weight[buckets], minlength=len(table.counts))
    return total / np.sqrt(np.maximum(table.counts, 1)) + model.bias
