"""Another cast tells another event: where a group of articles does not take in what resembles it.

Articles about one long conflict are alike because of the conflict, by names of countries and its
history, and no score of a pair shows that they tell of different events. A group of articles does:
when any two of them are more alike than they are like the other one, when both name somebody of the
topic, and when of those whom all of them name, and of those whom the other one names, half or more
are not in the other cast. Articles of one event mostly have more persons in common than not; where
they have nobody in common the names show no topic.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class CastParameters:
    """When a group of articles shows who belongs to its event."""

    least_members: int = 3  # articles of the group
    least_cohesion: float = 0.58  # their mean score; in looser groups the persons vary by chance.
    # Flat from .57 to .62 on three sets of news
    nearness: float = 0.97  # mean score with the other, of the lowest score in the group. Flat
    # from .95 to .97


class Casts:
    """Who is named in the clusters during linkage: each lives in the row of its first member."""

    def __init__(self, scores: np.ndarray, names: np.ndarray, params: CastParameters) -> None:
        """`scores`: symmetric matrix; `names`: bool, shape (rows, persons)."""
        self.params = params
        self.naming = names.astype(np.int32)  # members that name each person
        self.counts = np.ones(len(scores), np.int64)
        self.lowest = scores.copy()  # of the scores between two clusters
        self.inner_lowest = np.full(len(scores), np.inf)  # of the scores inside a cluster
        self.refuses = np.zeros(scores.shape, bool)  # [a, b]: cluster a does not take in b

    def merge(self, first: int, second: int) -> None:
        self.inner_lowest[first] = min(
            self.inner_lowest[first], self.inner_lowest[second], self.lowest[first, second]
        )
        np.minimum(self.lowest[first], self.lowest[second], out=self.lowest[first])
        self.lowest[:, first] = self.lowest[first]
        self.naming[first] += self.naming[second]
        self.counts[first] += self.counts[second]
        for row in (first, second):
            self.refuses[row] = self.refuses[:, row] = False

    def find_strangers(
        self, row: int, others: np.ndarray, means: np.ndarray, cohesion: np.ndarray
    ) -> np.ndarray:
        """Those of the clusters `others` that this one refuses, or that refuse it.

        `means`: mean score with each of the others; `cohesion`: mean score inside every cluster.
        """
        shows = self.counts >= self.params.least_members
        shows &= cohesion >= self.params.least_cohesion
        least = self.params.nearness * self.inner_lowest
        refused = shows[row] & (means < least[row])
        refusing = shows[others] & (means < least[others])
        mine, theirs = self.naming[row], self.naming[others]
        refused &= _is_other_cast(mine == self.counts[row], mine > 0, theirs > 0)
        refusing &= _is_other_cast(theirs == self.counts[others, None], theirs > 0, mine > 0)
        self.refuses[row, others], self.refuses[others, row] = refused, refusing
        return others[refused | refusing]

    def have_a_stranger_nearer(self, first: int, second: int, means: np.ndarray) -> bool:
        """Does a cluster refuse both that is more alike each than they are alike each other?

        What they have in common is then the topic. `means`: shape (2, rows), the mean scores of
        either with every cluster.
        """
        nearer = (means > means[0, second]).all(axis=0)
        return bool((nearer & self.refuses[:, first] & self.refuses[:, second]).any())


def _is_other_cast(always: np.ndarray, named: np.ndarray, other: np.ndarray) -> np.ndarray:
    """bool per cluster: are some of those who are always named in the other cast, but no more than
    are not, and as many at least of the other cast never named as named? Arguments: bool, the last
    axis for the persons."""
    shared, missing = (always & other).sum(axis=-1), (always & ~other).sum(axis=-1)
    known, new = (other & named).sum(axis=-1), (other & ~named).sum(axis=-1)
    return (shared > 0) & (missing >= shared) & (new >= known)


@dataclass(frozen=True, slots=True)
class Sides:
    """The articles of two or more clusters, to be looked at again."""

    scores: np.ndarray  # symmetric matrix
    copies: np.ndarray  # int, how often each article counts in a mean
    names: np.ndarray  # bool, shape (articles, persons)
    side: np.ndarray  # int, the cluster of each article
    persons: tuple[str, ...]  # names of the persons


@dataclass(frozen=True, slots=True)
class Between:
    """What lies between two clusters."""

    mean: float  # of the scores
    is_refused: bool  # one of them refuses the other


def measure_sides(sides: Sides, one: int, other: int) -> Between:
    """The mean score between two of the clusters, and whether one refuses the other."""
    casts = Casts(sides.scores, sides.names, CastParameters())
    cohesion = np.zeros(len(sides.side))
    rows = [np.flatnonzero(sides.side == cluster) for cluster in (one, other)]
    for members in rows:
        for member in members[1:]:
            casts.merge(int(members[0]), int(member))
        cohesion[members[0]] = _mean_inside(sides, members)
    first, second = (int(members[0]) for members in rows)
    weights = np.multiply.outer(*(sides.copies[members] for members in rows))
    mean = float(np.average(sides.scores[np.ix_(*rows)], weights=weights))
    strangers = casts.find_strangers(first, np.array([second]), np.array([mean]), cohesion)
    return Between(mean, bool(strangers.size))


def list_casts(sides: Sides, one: int, other: int) -> tuple[list[str], list[str]]:
    """Persons whom one cluster names and the other does not, and the reverse."""
    mine, theirs = (sides.names[sides.side == cluster].any(axis=0) for cluster in (one, other))
    found = (mine & ~theirs, theirs & ~mine)
    return tuple([sides.persons[at] for at in np.flatnonzero(told)] for told in found)


def _mean_inside(sides: Sides, members: np.ndarray) -> float:
    """Mean score of the pairs of members; 0 for a single one."""
    a, b = (members[places] for places in np.triu_indices(len(members), 1))
    weights = sides.copies[a] * sides.copies[b]
    return float(np.average(sides.scores[a, b], weights=weights)) if len(a) else 0.0
