"""Fingerprints: the hashes of all word 3-grams of a text, and what is stored of them.

Two texts that share a passage share the hashes of its 3-grams, whatever stands around it. The
sampled hashes serve to find candidates (the same hash is sampled in every text, so that an excerpt
is found in the full text); the decision is taken on all of them (extractors.copies.pair_evidence).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

import numpy as np

from extractors.versions import FINGERPRINT_VERSION
from extractors.words.hashes import WordHashes, hash_together, hash_words, mix_hashes

_GRAM_FACTORS = tuple(
    np.uint64(value) for value in (0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB)
)
_SKETCH_FACTORS = np.array(
    (0x8EBC6AF09C88C6E3, 0x589965CC75374CC3, 0x1D8E4E27C47D124F, 0xEB44ACCAB455D165), np.uint64
)
_BATCH_CHARS = 1 << 16  # texts hashed together: their arrays stay in the cache of a processor
_MIN_WORDS = 3  # fewer words are no evidence: such texts are never copies of one another


@dataclass(frozen=True, slots=True)
class SampleParameters:
    """How many of the hashes are stored for finding candidates."""

    one_in: int = 8  # a shared passage of 60 words keeps about 7: found with probability .999
    all_up_to: int = 64  # shingles; shorter texts store all, a sample would be empty too often


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
    return hashes[hashes % params.one_in == 0]


def sketch_hashes(hashes: np.ndarray) -> np.ndarray:
    """Four minima of the hashes under four orders (MinHash): texts with Jaccard similarity j
    agree in each with probability j. Empty for an empty fingerprint."""
    if not hashes.size:
        return hashes
    return np.multiply.outer(_SKETCH_FACTORS, hashes).min(axis=1)


def fingerprint_row(article_id: str, text: str) -> dict[str, object]:
    """One row of table fingerprint, of the body: other outlets give the same text another headline.

    `text_key` is NULL for fewer than 3 words.
    """
    return fingerprint_rows([article_id], [text])[0]


def fingerprint_rows(article_ids: Sequence[str], texts: Sequence[str]) -> list[dict[str, object]]:
    """Rows of table fingerprint for many texts, in order; several times quicker than one by one.

    `sample` and `sketch` are uint64 arrays.
    """
    params, rows = SampleParameters(), {}
    for place, words, grams in hash_in_bulk(texts):
        unique, digest = sort_unique(grams), _digest_words(words)
        rows[place] = {
            "article_id": article_ids[place],
            "fingerprint_version": FINGERPRINT_VERSION,
            "text_digest": digest,
            "text_key": int(digest[:16], 16) if len(words) >= _MIN_WORDS else None,
            "word_count": len(words),
            "shingle_count": len(unique),
            "sample": sample_hashes(unique, params),
            "sketch": sketch_hashes(unique),
        }
    return [rows[place] for place in range(len(texts))]


def hash_in_bulk(texts: Sequence[str]) -> Iterator[tuple[int, WordHashes, np.ndarray]]:
    """(place, words, word 3-grams in reading order) of every text, in any order.

    Short texts are hashed together, one behind the other: what a call of numpy costs is paid once
    for all of them. Texts in ASCII go by themselves: one other text would slow all of them.
    """
    is_ascii = [text.isascii() for text in texts]
    for kind in (True, False):
        places = [place for place, flag in enumerate(is_ascii) if flag is kind]
        for batch in _cut_batches(places, texts):
            words, bounds = hash_together([texts[place] for place in batch])
            grams = hash_trigrams(words)
            for place, (first, behind) in zip(batch, pairwise(bounds.tolist()), strict=True):
                own = words.cut(first, behind)
                is_short = behind - first < _MIN_WORDS
                yield place, own, hash_trigrams(own) if is_short else grams[first : behind - 2]


def _cut_batches(places: list[int], texts: Sequence[str]) -> Iterator[list[int]]:
    """The places in runs of about _BATCH_CHARS characters; a longer text is a run of its own."""
    batch: list[int] = []
    size = 0
    for place in places:
        if batch and size + len(texts[place]) > _BATCH_CHARS:
            yield batch
            batch, size = [], 0
        batch.append(place)
        size += len(texts[place]) + 1
    if batch:
        yield batch


def _digest_words(words: WordHashes) -> str:
    return blake2b(words.hashes.astype("<u8", copy=False).data, digest_size=16).hexdigest()
