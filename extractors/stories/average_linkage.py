"""Average linkage, with a second look at clusters that already stand on their own.

Two tellings of one event are alike because of the event. Two events of one topic are alike because
of the topic: each then forms a cluster whose members are far more alike among themselves than they
are like the other cluster. Where both clusters are large enough to show this, more is asked of
their mean score, and the more, the larger they are: a few members are alike by chance. Where the
persons that a row names are known, a cluster may refuse another one: see stories.casts.

What two articles of one topic share by chance is enough to merge them, and they may be the seed of
a story to which others bring more. Where none do, it shows in the end: the whole is loose. A loose
cluster falls apart into the two that it was merged from, and these again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.corrections import NO_PAIRS
from extractors.stories.casts import CastParameters, Casts

SCALE = 1e6  # scores are added up as whole numbers, so that no order of adding shows


@dataclass(frozen=True, slots=True)
class LinkageParameters:
    """When two clusters count as apart. Flat around these values on three sets of news."""

    least_members: int = 3  # rows on either side; fewer do not show how alike a cluster is
    cohesion_share: float = 0.75  # mean score between two clusters, of the mean inside them
    loose_penalty: float = 0.04  # taken from the mean score of clusters that fall short of it
    penalty_growth: float = 0.6  # of the penalty, per natural logarithm of the smaller cluster's
    # members over the least
    tight_score: float = 0.22  # mean score inside a cluster in the end; flat from .20 to .23
    pair_extra: float = 0.06  # more of it for one pair, half for two, a third for three: the fewer
    # pairs, the more of their mean is chance. Flat from .04 to .06


def ask_tightness(members: int, params: LinkageParameters | None = None) -> float:
    """The mean score that a cluster of two members or more must have inside in the end."""
    params = params or LinkageParameters()
    return params.tight_score + params.pair_extra / (members * (members - 1) / 2)


class _Clusters:
    """The clusters during linkage: each lives in the row of its first member."""

    def __init__(self, scores: np.ndarray, weights: np.ndarray, params: LinkageParameters) -> None:
        self.params = params
        self.weights = weights.copy()  # how many times the members count; 0 once merged
        self.counts = np.ones(len(scores), np.int64)
        self.sums = np.rint(scores * SCALE).astype(np.int64) * np.multiply.outer(weights, weights)
        self.inner = np.zeros(len(scores), np.int64)  # the sum over pairs of members
        self.inner_weights = np.zeros(len(scores), np.int64)
        self.merges: list[tuple[int, int, bool]] = []  # both rows; is the whole tight?

    def merge(self, first: int, second: int) -> None:
        pairs = self.weights[first] * self.weights[second]
        self.inner[first] += self.inner[second] + self.sums[first, second]
        self.inner_weights[first] += self.inner_weights[second] + pairs
        self.sums[first] += self.sums[second]
        self.sums[:, first] = self.sums[first]
        self.weights[first] += self.weights[second]
        self.counts[first] += self.counts[second]
        self.weights[second] = 0
        tightness = ask_tightness(int(self.counts[first]), self.params)
        is_tight = self._cohesion(first) >= tightness * SCALE
        self.merges.append((first, second, bool(is_tight)))

    def list_members(self) -> np.ndarray:
        """The first member of the cluster of each row, after loose clusters have fallen apart."""
        is_kept: dict[int, bool] = {}  # of clusters, by row: do they stand in one that is tight?
        kept = []
        for first, second, is_tight in reversed(self.merges):
            is_kept[first] = is_kept[second] = is_tight or is_kept.get(first, False)
            if is_kept[first]:
                kept.append((first, second))
        members = np.arange(len(self.weights))
        for first, second in reversed(kept):
            members[members == second] = first
        return members

    def value(self, row: int) -> np.ndarray:
        """Mean score between this cluster and every other, less the penalty; -inf for none."""
        values = np.full(len(self.weights), -np.inf)
        others = np.flatnonzero(self.weights)
        others = others[others != row]
        values[others] = self.sums[row, others] / (self.weights[row] * self.weights[others])
        if self.counts[row] >= self.params.least_members:
            grown = others[self.counts[others] >= self.params.least_members]
            inside = np.sqrt(self._cohesion(row) * self._cohesion(grown))
            is_loose = values[grown] < self.params.cohesion_share * inside
            members = np.minimum(self.counts[row], self.counts[grown[is_loose]])
            values[grown[is_loose]] -= self._penalize(members) * SCALE
        return values

    def means(self, rows: list[int]) -> np.ndarray:
        """Mean scores of these clusters with every other, shape (rows, clusters); -1 for none."""
        weights = np.multiply.outer(self.weights[rows], self.weights)
        return np.where(weights > 0, self.sums[rows] / np.maximum(weights, 1), -1.0)

    def cohesion(self) -> np.ndarray:
        """Mean score inside every cluster, on the scale of the scores; 0 for a single row."""
        return self._cohesion(slice(None)) / SCALE

    def _penalize(self, members: np.ndarray) -> np.ndarray:
        growth = np.log(members / self.params.least_members)
        return self.params.loose_penalty * (1.0 + self.params.penalty_growth * growth)

    def _cohesion(self, rows: int | slice | np.ndarray) -> np.ndarray:
        return np.maximum(self.inner[rows], 0) / np.maximum(self.inner_weights[rows], 1)


def link_average(
    scores: np.ndarray,
    threshold: float,
    sizes: np.ndarray | None = None,
    apart: np.ndarray = NO_PAIRS,
    params: LinkageParameters | None = None,
    names: np.ndarray | None = None,
) -> np.ndarray:
    """Labels 0, 1, ... of average-link clusters; `scores`: symmetric matrix, the diagonal unused.

    `sizes`: how many times each row counts in a mean (whole numbers; once without it). `apart`:
    pairs (n, 2) of rows that never share a cluster. `names`: bool, shape (rows, persons), who is
    named in each row.

    The two clusters with the greatest mean score, less the penalty, are merged until it is below
    the threshold; of equal ones those with the smallest members. In the end loose clusters fall
    apart. Time and memory grow with the square of the size.
    """
    count = len(scores)
    weights = np.ones(count, np.int64) if sizes is None else np.array(sizes, np.int64)
    clusters = _Clusters(np.asarray(scores), weights, params or LinkageParameters())
    casts = None if names is None else Casts(np.asarray(scores), names, CastParameters())
    values = clusters.sums / np.multiply.outer(weights, weights)  # sizes are 1 and more
    np.fill_diagonal(values, -np.inf)
    barred = np.zeros(values.shape if len(apart) else (count, 0), bool)
    if len(apart):
        barred[apart[:, 0], apart[:, 1]] = barred[apart[:, 1], apart[:, 0]] = True
        values[barred] = -np.inf
    best = values.argmax(axis=1) if count else np.zeros(0, np.int64)
    tops = values[np.arange(count), best]
    while count and tops.max() >= threshold * SCALE:
        first = int(tops.argmax())
        second = int(best[first])
        first, second = min(first, second), max(first, second)
        ends = [first, second]
        if casts and casts.have_a_stranger_nearer(first, second, clusters.means(ends)):
            values[first, second] = values[second, first] = -np.inf
            best[ends] = values[ends].argmax(axis=1)
            tops[ends] = values[ends, best[ends]]
            continue
        clusters.merge(first, second)
        values[second] = values[:, second] = -np.inf
        values[first] = clusters.value(first)
        if casts:
            casts.merge(first, second)
            near = np.flatnonzero(values[first] >= threshold * SCALE)
            means = clusters.means([first])[0, near] / SCALE
            strangers = casts.find_strangers(first, near, means, clusters.cohesion())
            values[first, strangers] = -np.inf
        if len(apart):
            barred[first] |= barred[second]
            barred[:, first] = barred[first]
            values[first, barred[first]] = -np.inf
        values[:, first] = values[first]
        is_stale = (best == first) | (best == second) | (values[:, first] > tops)
        is_stale[first] = True
        stale = np.flatnonzero(is_stale)
        best[stale] = values[stale].argmax(axis=1)
        tops[stale] = values[stale, best[stale]]
        tops[second] = -np.inf
    return np.unique(clusters.list_members(), return_inverse=True)[1]
