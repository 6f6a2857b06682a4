"""A person's word on clusters always holds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractors.corrections import Corrections, correct_clusters
from extractors.stories.average_linkage import link_average
from extractors.stories.clusters import cluster_articles

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] != p[1]))


def as_pairs(pairs):
    return np.array(pairs, np.int64).reshape(-1, 2)


def correct(labels, together=(), apart=()):
    made = Corrections(as_pairs(list(together)), as_pairs(list(apart)))
    return correct_clusters(np.array(labels), made).tolist()


def test_tied_clusters_are_one():
    assert correct([0, 0, 2, 2, 4], together=[(1, 3)]) == [0, 0, 0, 0, 4]


def test_the_first_of_a_pair_leaves():
    assert correct([0, 0, 0], apart=[(0, 2)]) == [0, 1, 1]
    assert correct([0, 0, 2], apart=[(0, 2)]) == [0, 0, 2]


def test_what_is_tied_to_it_leaves_with_it():
    assert correct([0, 0, 0, 0], together=[(1, 3)], apart=[(1, 0)]) == [0, 1, 0, 1]


def test_linking_heeds_pairs_kept_apart():
    scores = np.array([[0, 0.9, 0.5], [0.9, 0, 0.6], [0.5, 0.6, 0]])
    assert link_average(scores, 0.2).tolist() == [0, 0, 0]
    assert link_average(scores, 0.2, apart=as_pairs([(0, 1)])).tolist() == [0, 1, 1]
    assert link_average(scores, 0.2, apart=as_pairs([(2, 0)])).tolist() == [0, 0, 2 - 1]


def test_a_newcomer_joins_the_half_it_resembles():
    ends, scores = as_pairs([(0, 1), (0, 2), (1, 2)]), np.array([0.9, 0.8, 0.3])
    apart = Corrections(apart=as_pairs([(0, 1)]))
    labels, _ = cluster_articles(ends, scores, np.ones(3, int), 0.2, apart)
    assert labels.tolist() == [0, 1, 0]


@given(st.lists(st.integers(0, 9), min_size=10, max_size=10), PAIRS, PAIRS)
def test_every_correction_holds_and_nothing_else_comes_together(labels, together, apart):
    labels = [labels[label] if labels[label] == labels[labels[label]] else 0 for label in labels]
    found = correct(labels, together, apart)
    ties = correct(range(10), together)
    for first, second in together:
        assert found[first] == found[second]
    for first, second in apart:
        assert found[first] != found[second] or ties[first] == ties[second]
    assert all(found[label] == label for label in found)
