"""Parts of words: three to five letters in a row, with the borders of the word."""

from __future__ import annotations

import numpy as np

from extractors.cleaning.words.numbering import FACTOR
from extractors.cleaning.words.places import list_codes

_SIZES = (3, 4, 5)


def list_parts(words: list[str], buckets: int) -> tuple[np.ndarray, np.ndarray]:
    """Buckets of the parts of all words, and the place in `words` of the word of each.

    There are a power of two of `buckets`.
    """
    codes = list_codes(f"<{'><'.join(words)}>" if words else "").astype(np.uint64)
    sizes = np.fromiter(map(len, words), np.int64, len(words)) + 2
    word = np.repeat(np.arange(len(words)), sizes)
    left = np.repeat(np.cumsum(sizes), sizes) - np.arange(len(codes))  # to the end of the word
    found, owners, hashed = [], [], codes
    for size in range(2, max(_SIZES) + 1):
        hashed = hashed[:-1] * FACTOR
        hashed += codes[size - 1 :]
        if size in _SIZES:
            inside = np.flatnonzero(left[: len(hashed)] >= size)
            mixed = hashed.take(inside)
            mixed ^= mixed >> np.uint64(29)
            mixed *= FACTOR
            found.append((mixed >> np.uint64(40)) & np.uint64(buckets - 1))
            owners.append(word.take(inside))
    return np.concatenate(found).astype(np.int64), np.concatenate(owners)
