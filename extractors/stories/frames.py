"""Do two articles fill one frame with other facts? Weather, results, court and match reports do.

What such reports have in common is the frame, and it says nothing of an event. It shows in the
slots for facts (see fact_slots): the same words stand around the facts at most places of the
shorter text, and at many of them other facts. Articles that tell one event in words of their own
share few slots, copies of one text share facts as well.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.copies.fact_slots import Slots
from extractors.sparse_rows import SparseRows, make_sparse_rows, multiply_pairs

FRAME_CONTAINMENT = 0.5  # of each text in the other, from which on texts that are no copies of one
# another share a frame; a short report in a long one may tell the same event

_HALF = np.uint64(32)
_LOWER = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class FrameParameters:
    """When slots show a frame. Of 9,600 pairs of one event in three sets of news one is beyond
    these values, of pairs from generated templates of eleven kinds 98 in 100."""

    least_conflicts: int = 4  # slots with other facts
    least_overlap: float = 0.35  # shared slots, of those of the text with fewer. Flat from .3 to .5
    # Of the shared slots; in German all nouns pass for facts, and those of the frame agree.
    least_conflict_share: float = 0.3


@dataclass(frozen=True, slots=True)
class FrameRows:
    """The slots of articles, a row for each article, with ones."""

    places: SparseRows  # a column for each place that a fact can stand in
    facts: SparseRows  # a column for each fact at its place


def pack_slots(slots: Slots) -> np.ndarray:
    """Sorted uint64, each once: a hash of what stands around the facts in the upper 32 bits, one of
    the facts in the lower ones."""
    return np.unique((slots.keys >> _HALF << _HALF) | (slots.facts & _LOWER))


def make_frame_rows(rows: np.ndarray, packed: np.ndarray, row_count: int) -> FrameRows:
    """Packed slots of articles, sorted by article and slot; `rows`: int64, the article of each."""
    ones = np.ones(rows.size, np.int64)
    places = np.unique(packed >> _HALF, return_inverse=True)[1]
    facts = np.unique(packed, return_inverse=True)[1]
    is_new = (np.diff(rows, prepend=-1) != 0) | (np.diff(places, prepend=-1) != 0)
    return FrameRows(
        make_sparse_rows(rows[is_new], places[is_new], ones[is_new], row_count),
        make_sparse_rows(rows, facts, ones, row_count),
    )


def fill_one_frame(a: np.ndarray, b: np.ndarray) -> bool:
    """True where two articles, given as their packed slots, fill one frame with other facts."""
    rows = make_frame_rows(np.repeat([0, 1], [a.size, b.size]), np.concatenate([a, b]), 2)
    return bool(are_frames(rows, np.array([0]), np.array([1]))[0])


def are_frames(
    rows: FrameRows, a: np.ndarray, b: np.ndarray, params: FrameParameters | None = None
) -> np.ndarray:
    """bool per pair of articles a[i], b[i]: do they fill one frame with other facts? `a` rises."""
    params = params or FrameParameters()
    sizes = np.diff(rows.places.bounds)
    shared = multiply_pairs(rows.places, a, b)
    conflicts = shared - multiply_pairs(rows.facts, a, b)
    return (
        (conflicts >= params.least_conflicts)
        & (shared >= params.least_overlap * np.minimum(sizes[a], sizes[b]))
        & (conflicts >= params.least_conflict_share * shared)
    )
