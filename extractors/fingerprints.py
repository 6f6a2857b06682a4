"""Fingerprints: the hashes of all word 3-grams of a text, and what is stored of them.

Two texts that share a passage share the hashes of its 3-grams, whatever stands around it. The
sampled hashes serve to find candidates (the same hash is sampled in every text, so that an excerpt
is found in the full text); the decision is taken on all of them (extractors.near_duplicates).
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from extractors.word_hashes import WORD_HASH_VERSION, WordHashes, hash_words, mix_hashes

FINGERPRINT_VERSION = f"words{WORD_HASH_VERSION}-trigrams1"

_GRAM_FACTORS = tuple(
    np.uint64(value) for value in (0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB)
)
_SKETCH_FACTORS = tuple(
    np.uint64(value)
    for value in (0x8EBC6AF09C88C6E3, 0x589965CC75374CC3, 0x1D8E4E27C47D124F, 0xEB44ACCAB455D165)
)
_MIN_WORDS = 3  # fewer words are no evidence: such texts are never copies of one another


@dataclass(frozen=True, slots=True)
class SampleParameters:
    """How many of the hashes are stored for finding candidates."""

    one_in: int = 8  # a shared passage of 60 words keeps about 7: found with probability .999
    all_up_to: int = 128  # shingles; shorter texts store all, a sample would be empty too often


def fingerprint(text: str) -> np.ndarray:
    """Sorted unique uint64 hashes of all word 3-grams of `text`.

    One or two words give one hash; a text without words gives an empty array.
    """
    return sort_unique(hash_trigrams(hash_words(text)))


def sort_unique(hashes: np.ndarray) -> np.ndarray:
    """The values sorted, each once (np.unique without its overhead on short arrays)."""
    ordered = np.sort(hashes)
    if ordered.size < 2:
        return ordered
    return ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])]


def hash_trigrams(words: WordHashes) -> np.ndarray:
    """uint64 hash of every word 3-gram in reading order; n words give n - 2 (at least one)."""
    hashes = words.hashes
    if 0 < hashes.size < _MIN_WORDS:
        hashes = np.concatenate([hashes, np.zeros(_MIN_WORDS - hashes.size, np.uint64)])
    first, second, third = _GRAM_FACTORS
    return mix_hashes(hashes[:-2] * first + hashes[1:-1] * second + hashes[2:] * third)


def text_digest(text: str) -> str:
    """128-bit hex digest of the words of `text`: equal for texts with the same words in order."""
    return _digest_words(hash_words(text))


def sample_hashes(hashes: np.ndarray, params: SampleParameters | None = None) -> np.ndarray:
    """The hashes stored for finding candidates: one in `one_in`, or all of a short text."""
    params = params or SampleParameters()
    if hashes.size <= params.all_up_to:
        return hashes
    return hashes[hashes % np.uint64(params.one_in) == 0]


def sketch_hashes(hashes: np.ndarray) -> np.ndarray:
    """Four minima of the hashes under four orders (MinHash): texts with Jaccard similarity j
    agree in each with probability j. Empty for an empty fingerprint."""
    if not hashes.size:
        return hashes
    return np.array([(hashes * factor).min() for factor in _SKETCH_FACTORS], np.uint64)


def fingerprint_row(article_id: str, title: str | None, text: str) -> dict[str, object]:
    """One row of table fingerprint. `text_key` is NULL for fewer than 3 words.

    The title takes no part: other outlets give the same text another headline.
    """
    del title
    words = hash_words(text)
    hashes = sort_unique(hash_trigrams(words))
    digest = _digest_words(words)
    return {
        "article_id": article_id,
        "fingerprint_version": FINGERPRINT_VERSION,
        "text_digest": digest,
        "text_key": int(digest[:16], 16) if len(words) >= _MIN_WORDS else None,
        "word_count": len(words),
        "shingle_count": len(hashes),
        "sample": sample_hashes(hashes).tolist(),
        "sketch": sketch_hashes(hashes).tolist(),
    }


def _digest_words(words: WordHashes) -> str:
    return blake2b(words.hashes.astype("<u8").tobytes(), digest_size=16).hexdigest()
