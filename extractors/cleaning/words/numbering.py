"""Equal keys get equal numbers: what a dictionary does, for an array at once."""

from __future__ import annotations

import numpy as np

_SPARE_BITS = 2  # places in the table for each key
FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, with its bits well spread (2**64 / golden ratio)
OTHER = np.uint64(0xD1B54A32D192ED03)  # another such number


def number_distinct(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A number for each of the `keys`, counted by first use, and where each number is used first.

    `keys` are hashes, uint64; both results int64. Each key is put at the place in a table that its
    high bits name, where the first one stays; those that find another key there try again, with
    other bits, among themselves. Every round settles at least one key.
    """
    bits = len(keys).bit_length() + _SPARE_BITS
    table = np.empty(1 << bits, np.int32)  # what is read was written in the same round
    shift, place = np.uint64(64 - bits), np.arange(len(keys))
    first_use = _meet(table, keys >> shift, place)
    left = np.flatnonzero(keys.take(first_use) != keys)
    mixed = keys.take(left)
    while len(left):
        mixed = mixed * OTHER
        found = _meet(table, mixed >> shift, left)
        settled = keys.take(found) == keys.take(left)
        first_use[left[settled]] = found[settled]
        left, mixed = left[~settled], mixed[~settled]
    is_first = first_use == place
    return (np.cumsum(is_first) - 1).take(first_use), np.flatnonzero(is_first)


def _meet(table: np.ndarray, slots: np.ndarray, places: np.ndarray) -> np.ndarray:
    """The first of the `places` that have the same slot, for each of them."""
    slots = slots.astype(np.intp)
    # Of several the last one assigned, so the first, stays; arrays turned round are slow to read.
    table[slots[::-1].copy()] = places[::-1].astype(table.dtype)
    return table.take(slots).astype(np.intp)
