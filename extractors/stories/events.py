"""Do two articles tell of two events that share their names? Their other words say it.

Of the words of the shorter article that are no names (see event_words) each one counts as far as
the other article has it, or a word near it in meaning. Two reports of one event share a quarter
and more of them, two events of one town, person or club a tenth. Few words show nothing.

All is counted in whole numbers, and nothing hangs on what else lies in the corpus: the same two
articles always give the same share.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.sparse_rows import SparseRows, cut_runs, make_sparse_rows, multiply_pairs
from extractors.stories.near_words import WEIGHT_UNIT, WHOLE, find_near_stems, weigh_words


@dataclass(frozen=True, slots=True)
class EventParameters:
    """When words show two events. Three sets of news lose next to nothing by it."""

    least_share: float = 0.17  # of the words; flat from .16 to .18
    few_words: float = 40.0  # weight of so few words shows nothing, a dozen of them
    enough_words: float = 80.0  # from here on the whole share is asked; from 60 on more events are
    # told apart, and follow-ups lose their story
    least_score: float = 0.1  # of a pair worth a look


@dataclass(frozen=True, slots=True)
class EventRows:
    """The event words of articles."""

    words: SparseRows  # a column for each stem; square roots of weights
    totals: np.ndarray  # int64, weight of all words of each article
    near: np.ndarray  # int64, shape (stems, neighbours), columns near each; one behind all for none
    nearness: np.ndarray  # int64, the same shape


def make_event_rows(rows: np.ndarray, stems: np.ndarray, row_count: int) -> EventRows:
    """From event words of articles, sorted by article; `rows`: int64, the article of each."""
    told, columns = np.unique(stems, return_inverse=True)
    roots = weigh_words(told)[columns]
    kept = roots > 0
    totals = np.bincount(rows, roots**2, minlength=row_count).astype(np.int64)
    words = make_sparse_rows(rows[kept], columns[kept], roots[kept], row_count)
    return EventRows(words, totals, *find_near_stems(told))


def share_events(
    events: EventRows, a: np.ndarray, b: np.ndarray, params: EventParameters | None = None
) -> np.ndarray:
    """Share (0..1) of the words of the shorter article that the other one has too, in these or
    near words, for each pair of articles a[i], b[i]; `a` rises.

    Where the very words show enough no near ones are looked for; NaN where there are too few words.
    """
    params = params or EventParameters()
    least = np.minimum(events.totals[a], events.totals[b])
    shares = multiply_pairs(events.words, a, b) / np.maximum(least, 1)
    open_pairs = np.flatnonzero(shares < ask_share(least, params))
    is_first = events.totals[a] <= events.totals[b]
    shorter, longer = np.where(is_first, a, b)[open_pairs], np.where(is_first, b, a)[open_pairs]
    order = np.argsort(longer, kind="stable")
    counted = _count_near_words(events, longer[order], shorter[order])
    shares[open_pairs[order]] = counted / (WHOLE * events.totals[shorter[order]])
    shares[least <= params.few_words * WEIGHT_UNIT] = np.nan
    return np.round(shares, 4)


def are_other_events(
    events: EventRows, shares: np.ndarray, a: np.ndarray, b: np.ndarray
) -> np.ndarray:
    """bool per pair: two events, by the shares of share_events."""
    least = np.minimum(events.totals[a], events.totals[b])
    return shares < ask_share(least, EventParameters())


def ask_share(totals: np.ndarray, params: EventParameters) -> np.ndarray:
    """The least share of one event where the shorter article has words of this weight."""
    span = params.enough_words - params.few_words
    known = np.clip((totals / WEIGHT_UNIT - params.few_words) / span, 0.0, 1.0)
    return params.least_share * known


def _count_near_words(events: EventRows, longer: np.ndarray, shorter: np.ndarray) -> np.ndarray:
    """Weight (int64) of the words of shorter[i] in parts of WHOLE, as far as longer[i] has them or
    words near them. `longer` rises: what is near its words is found once."""
    words, counted = events.words, np.zeros(longer.size, np.int64)
    nearest = np.zeros(len(events.near) + 1, np.int64)  # of each column; the last is none
    for row, begin, end in cut_runs(longer):
        own = words.columns[words.bounds[row] : words.bounds[row + 1]]
        reached = events.near[own].ravel()
        np.maximum.at(nearest, reached, events.nearness[own].ravel())
        nearest[own] = WHOLE
        for place in range(begin, end):
            part = slice(words.bounds[shorter[place]], words.bounds[shorter[place] + 1])
            counted[place] = nearest[words.columns[part]] @ words.values[part] ** 2
        nearest[reached] = nearest[own] = 0
    return counted
