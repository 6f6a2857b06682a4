"""Parts of words: three to five letters in a row, with the borders of the word."""

from __future__ import annotations

import numpy as np

from extractors.cleaning.numbering import FACTOR
from extractors.cleaning.word_places import list_codes

_SIZES = (3, 4, 5)


def list_parts(words: list[str], buckets: int) -> tuple[np.ndarray, np.ndarray]:
    """Buckets of the parts of all words, and the place in `words` of the word of each."""
    codes = list_codes(f"<{'><'.join(words)}>" if words else "").astype(np.uint64)
    sizes = np.fromiter(map(len, words), np.int64, len(words)) + 2
    word = np.repeat(np.arange(len(words)), sizes)
    found, owners, hashed = [], [], codes
    for size in range(2, max(_SIZES) + 1):
        hashed = hashed[:-1] * FACTOR + codes[size - 1 :]
        if size in _SIZES:
            inside = word[: len(hashed)] == word[size - 1 :]
            mixed = (hashed[inside] ^ (hashed[inside] >> np.uint64(29))) * FACTOR
            found.append((mixed >> np.uint64(40)) % np.uint64(buckets))
            owners.append(word[: len(hashed)][inside])
    return np.concatenate(found).astype(np.int64), np.concatenate(owners)
