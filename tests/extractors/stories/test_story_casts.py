"""A group of articles does not take in what tells of another cast."""

import numpy as np
import pytest

from extractors.sparse_rows import make_sparse_rows
from extractors.stories.average_linkage import link_average
from extractors.stories.casts import Sides, list_casts, measure_sides
from extractors.stories.clusters import cluster_articles

SCORES = np.array(
    [
        [0.00, 0.70, 0.64, 0.55, 0.54],
        [0.70, 0.00, 0.62, 0.52, 0.55],
        [0.64, 0.62, 0.00, 0.57, 0.50],
        [0.55, 0.52, 0.57, 0.00, 0.46],
        [0.54, 0.55, 0.50, 0.46, 0.00],
    ]
)
CASTS = ("AB", "AB", "ABC", "AD", "AE")  # A is named in all: the one whom the topic is about
TOGETHER = [0, 0, 0, 0, 0]


def name(casts: tuple[str, ...]) -> np.ndarray:
    return np.array([[person in cast for person in "ABCDE"] for cast in casts])


def link(scores=SCORES, casts=CASTS, sizes=None):
    return link_average(scores, 0.2, sizes, names=name(casts)).tolist()


def test_other_casts_stay_apart_from_a_close_group_and_from_each_other():
    assert link_average(SCORES, 0.2).tolist() == TOGETHER
    assert link() == [0, 0, 0, 1, 2]
    assert link(sizes=np.array([4, 1, 1, 9, 1])) == [0, 0, 0, 1, 2]


@pytest.mark.parametrize(
    "casts",
    [
        ("AB", "AB", "ABC", "ABD", "ABE"),  # names all that the group names
        ("AB", "AB", "ABC", "A", "A"),  # names nobody else
        ("AB", "AB", "AC", "AD", "AE"),  # the group has nobody but the topic's person
        ("AB", "AB", "ABC", "D", "E"),  # no person of the topic in common
        ("ABC", "ABC", "ABC", "ABD", "ABE"),  # more of the group's persons than not
        ("ABC", "AC", "AC", "ABD", "ABE"),  # more of their own persons than not
        ("ABD", "AB", "ABE", "AD", "AE"),  # somebody of the group names them too
        ("", "", "", "", ""),
    ],
)
def test_persons_that_do_not_show_another_cast(casts):
    assert link(casts=casts) == TOGETHER


@pytest.mark.parametrize(
    ("changed", "score"),
    [
        ((0, 1), 0.50),  # the group is not close
        ((2, 3), 0.80),  # the other one is as much like the group as two of the group are alike
    ],
)
def test_scores_that_do_not_show_a_group(changed, score):
    scores = SCORES.copy()
    scores[changed] = scores[changed[::-1]] = score
    assert link(scores)[:4] == [0, 0, 0, 0]


def test_two_articles_are_no_group():
    kept = np.ix_([0, 1, 3], [0, 1, 3])
    assert link(SCORES[kept], ("AB", "AB", "AD")) == [0, 0, 0]


def test_strangers_of_a_group_that_are_most_alike_are_one_story():
    scores = SCORES.copy()
    scores[3, 4] = scores[4, 3] = 0.71
    assert link(scores) == [0, 0, 0, 1, 1]


def test_the_order_of_articles_changes_nothing():
    order = np.array([3, 1, 4, 0, 2])
    labels = link(SCORES[np.ix_(order, order)], tuple(CASTS[at] for at in order))
    assert labels == [0, 1, 2, 1, 1]


def test_clusters_of_articles_know_their_persons():
    named = name(CASTS)
    rows, columns = np.nonzero(named)
    persons = make_sparse_rows(rows, columns, np.ones(rows.size, np.int64), 5)
    ends = np.argwhere(np.triu(SCORES))
    scores = SCORES[tuple(ends.T)]
    labels, _ = cluster_articles(ends, scores, np.ones(5, int), 0.2, persons=persons)
    assert labels.tolist() == [0, 0, 0, 3, 4]
    labels, _ = cluster_articles(ends, scores, np.ones(5, int), 0.2)
    assert labels.tolist() == TOGETHER


def test_what_lies_between_two_stories_is_told():
    sides = Sides(
        SCORES, np.array([1, 1, 2, 1, 1]), name(CASTS), np.array([0, 0, 0, 1, 2]), tuple("ABCDE")
    )
    told = measure_sides(sides, 0, 1)
    assert told.is_refused and abs(told.mean - (0.55 + 0.52 + 2 * 0.57) / 4) < 1e-9
    assert measure_sides(sides, 1, 0) == told
    assert not measure_sides(sides, 1, 2).is_refused
    assert list_casts(sides, 0, 1) == (["B", "C"], ["D"])
