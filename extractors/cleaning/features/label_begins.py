"""Which lines begin with the words of a known label: the others need no closer look.

All lines are followed word by word at once, each as long as some label goes on like it.
"""

from __future__ import annotations

from functools import cache
from itertools import chain

import numpy as np

from extractors.cleaning.labels.known import KNOWN_WORDS
from extractors.cleaning.words.facts import hash_word
from extractors.cleaning.words.numbering import FACTOR
from extractors.cleaning.words.table import WordTable


def mark_label_begins(table: WordTable) -> np.ndarray:
    """True for the lines whose first words are all those of a label, every number alike."""
    begins, is_label, powers = _list_begins()
    found, hashes = np.zeros(len(table.counts), bool), table.shape_hashes
    lines = np.flatnonzero(table.counts > 0)
    sums = np.zeros(len(lines), np.uint64)
    for size, power in enumerate(powers, 1):
        sums = sums + hashes[table.word[table.begins[lines] + size - 1]] * power
        place = np.searchsorted(begins, sums).clip(max=len(begins) - 1)
        known = begins[place] == sums
        found[lines[known]] |= is_label[place[known]]
        goes_on = known & (table.counts[lines] > size)
        lines, sums = lines[goes_on], sums[goes_on]
    return found


@cache
def _list_begins() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Hashes of the first words of all labels, ordered; which are whole labels; powers by place.

    A hash is that of each word times a power of an odd number, added up.
    """
    labels = [label.split() for label in KNOWN_WORDS]
    sizes = np.fromiter(map(len, labels), np.int64, len(labels))
    powers = np.multiply.accumulate(np.full(sizes.max(), FACTOR, np.uint64))
    words = np.fromiter(map(hash_word, chain.from_iterable(labels)), np.uint64, sizes.sum())
    ends = np.cumsum(sizes)
    place = np.arange(len(words)) - np.repeat(ends - sizes, sizes)
    sums = words * powers[place]
    before = np.cumsum(sums) - sums
    sums = np.cumsum(sums) - np.repeat(before[ends - sizes], sizes)
    begins = np.unique(sums)
    return begins, np.isin(begins, sums[ends - 1]), powers
