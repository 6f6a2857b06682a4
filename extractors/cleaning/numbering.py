"""Equal keys get equal numbers: what a dictionary does, for an array at once."""

from __future__ import annotations

import numpy as np

_SPARE_BITS = 2  # places in the table for each key
FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, with its bits well spread (2**64 / golden ratio)
_OTHER = np.uint64(0xD1B54A32D192ED03)  # another such number


def number_distinct(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A number for each of the `keys`, counted by first use, and where each number is used first.

    `keys` are hashes, uint64; both results int64. Each key is put at the place in a table that its
    high bits name, where the first one stays; those that find another key there try again, with
    other bits, among themselves. Every round settles at least one key.
    """
    first_use = np.empty(len(keys), np.int64)
    bits = len(keys).bit_length() + _SPARE_BITS
    table = np.empty(1 << bits, np.int32)  # what is read was written in the same round
    left, mixed = np.arange(len(keys)), keys
    while len(left):
        slot = (mixed >> np.uint64(64 - bits)).astype(np.int64)
        table[slot[::-1]] = left[::-1]  # of several the last one assigned, so the first, stays
        found = table[slot]
        settled = keys[found] == keys[left]
        first_use[left[settled]] = found[settled]
        left, mixed = left[~settled], mixed[~settled] * _OTHER
    is_first = first_use == np.arange(len(keys))
    return (np.cumsum(is_first) - 1)[first_use], np.flatnonzero(is_first)
