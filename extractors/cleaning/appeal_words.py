"""How much the words of each line are those of appeals, plugs and notices, in any language.

A linear model over hashed words and pairs of words, trained on appeals written for the purpose,
on lines of pages and on news about the same things.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.cleaning.word_table import WordTable

BUCKETS = 1 << 15  # enough for the words and pairs of appeals in a dozen languages
_PAIR = 31


@dataclass(frozen=True)
class AppealWords:
    """A weight per bucket; the sum is divided by the root of the number of words."""

    weight: np.ndarray  # (BUCKETS,)
    bias: float


def list_buckets(table: WordTable) -> tuple[np.ndarray, np.ndarray]:
    """Buckets of all words and pairs of words of some documents, and the line of each."""
    words = table.hashes[table.word]
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
