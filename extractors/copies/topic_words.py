"""Do two passages speak of the same thing? The similarity of their words, rare ones above all.

Halves of one article share names and terms; two articles of one section, or an article and the
notice of a site, share next to none. Words are stems, weighted by their rarity in news at large.
"""

from __future__ import annotations

import numpy as np

from extractors.words.rarity import look_up_shares

UNRELATED = 0.06  # similarity below which two passages are not of one text: halves of one article
# stay above .07 in 99 of 100 cases, an article and what stands around it below .06 in 97
LEAST_WORDS = 40  # of a passage: fewer may well repeat no word

_RAREST = 1e-3  # share of articles taken for stems that no list knows
_OFFSET = 1.0  # stems in more than a third of all articles weigh nothing


def compare_topics(a: np.ndarray, b: np.ndarray) -> float:
    """Similarity (0..1) of two passages, given as the stems (uint64) of their words; 1 where one
    is too short to tell."""
    if min(a.size, b.size) < LEAST_WORDS:
        return 1.0
    stems_a, weights_a = _weigh(a)
    stems_b, weights_b = _weigh(b)
    _, at_a, at_b = np.intersect1d(stems_a, stems_b, assume_unique=True, return_indices=True)
    return float(weights_a[at_a] @ weights_b[at_b])


def compare_with_rest(stems: np.ndarray, is_shared: np.ndarray) -> float:
    """Similarity of the words of a text that stand in shared 3-grams and of its other words.

    `stems`: of every word; `is_shared`: bool per 3-gram of the text, in reading order.
    """
    inside = np.zeros(stems.size, bool)
    for shift in range(stems.size - is_shared.size + 1):
        inside[shift : shift + is_shared.size] |= is_shared
    return compare_topics(stems[inside], stems[~inside])


def _weigh(stems: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each stem once, and weights of length 1 (all 0 where no stem tells anything)."""
    unique, counts = np.unique(stems, return_counts=True)
    rarity = -np.log(look_up_shares(unique) + _RAREST) - _OFFSET
    weights = (1.0 + np.log(counts)) * np.maximum(rarity, 0.0)
    return unique, weights / max(float(np.linalg.norm(weights)), 1e-9)
