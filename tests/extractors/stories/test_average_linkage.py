"""Average linkage: means, ties between clusters, and clusters that stand on their own."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractors.stories.average_linkage import LinkageParameters, ask_tightness, link_average


def make_blocks(inside: float, between: float, size: int) -> np.ndarray:
    """Scores of two clusters of `size` rows each."""
    block = np.kron(np.eye(2), np.ones((size, size)))
    return np.where(block > 0, inside, between)


def test_no_chaining_through_one_pair():
    scores = np.array(
        [[1, 0.9, 0.0, 0.0], [0.9, 1, 0.5, 0.0], [0.0, 0.5, 1, 0.9], [0.0, 0.0, 0.9, 1]]
    )
    assert link_average(scores, 0.4).tolist() == [0, 0, 1, 1]


def test_clusters_of_nothing_and_of_one():
    assert link_average(np.zeros((0, 0)), 0.5).size == 0
    assert link_average(np.zeros((1, 1)), 0.5).tolist() == [0]


def test_a_row_counts_as_often_as_it_has_copies():
    scores = np.array([[0, 0.9, 0.1], [0.9, 0, 0.6], [0.1, 0.6, 0]])
    assert link_average(scores, 0.4).tolist() == [0, 0, 1]
    assert link_average(scores, 0.4, np.array([1, 3, 1])).tolist() == [0, 0, 0]


def test_two_clusters_far_more_alike_inside_stay_apart():
    assert link_average(make_blocks(0.4, 0.2, 3), 0.18).tolist() == [0, 0, 0, 1, 1, 1]
    assert link_average(make_blocks(0.26, 0.21, 3), 0.18).tolist() == [0] * 6
    assert link_average(make_blocks(0.4, 0.23, 3), 0.18).tolist() == [0] * 6, "alike enough"


def test_more_is_asked_of_larger_clusters():
    assert link_average(make_blocks(0.4, 0.25, 3), 0.2).tolist() == [0] * 6
    assert link_average(make_blocks(0.4, 0.25, 9), 0.2).tolist() == [0] * 9 + [1] * 9


def test_two_members_do_not_show_how_alike_a_cluster_is():
    assert link_average(make_blocks(0.4, 0.2, 2), 0.18).tolist() == [0] * 4


def make_even(score: float, size: int) -> np.ndarray:
    """Scores of rows that are all as much alike."""
    return np.full((size, size), score)


def test_more_is_asked_of_few_pairs_in_the_end():
    assert link_average(make_even(0.25, 2), 0.18).tolist() == [0, 1]
    assert link_average(make_even(0.25, 4), 0.18).tolist() == [0] * 4
    assert link_average(make_even(0.29, 2), 0.18).tolist() == [0, 0]
    assert link_average(make_even(0.21, 40), 0.18).tolist() == list(range(40))


def test_a_loose_pair_stays_where_others_make_the_whole_tight():
    scores = make_even(0.5, 4)
    scores[:2, :2] = 0.2  # alone these two would not stay together
    assert link_average(scores, 0.18).tolist() == [0] * 4
    assert link_average(scores[:2, :2], 0.18).tolist() == [0, 1]


def test_a_loose_cluster_leaves_its_tight_parts():
    scores = make_even(0.19, 5)
    scores[:2, :2] = 0.3
    assert link_average(scores, 0.18).tolist() == [0, 0, 1, 2, 3]


def test_what_is_asked_falls_with_the_pairs():
    params = LinkageParameters(tight_score=0.2, pair_extra=0.06)
    asked = [round(ask_tightness(members, params), 4) for members in (2, 3, 4, 5)]
    assert asked == [0.26, 0.22, 0.21, 0.206]


@given(st.integers(2, 12), st.integers(0, 10_000), st.floats(0.2, 0.9))
def test_no_two_clusters_are_left_above_the_threshold(count, seed, threshold):
    raw = np.random.default_rng(seed).random((count, count))
    scores = np.round((raw + raw.T) / 2, 6)
    plain = LinkageParameters(loose_penalty=0.0, tight_score=0.0, pair_extra=0.0)
    labels = link_average(scores, threshold, params=plain)
    for a in set(labels.tolist()):
        for b in set(labels.tolist()) - {a}:
            mean = scores[np.ix_(labels == a, labels == b)].mean()
            assert mean < threshold + 1e-9


@given(st.integers(2, 14), st.integers(0, 10_000))
def test_the_order_of_rows_changes_nothing(count, seed):
    chosen = np.random.default_rng(seed)
    raw = chosen.random((count, count))
    scores = np.round((raw + raw.T) / 2, 6)
    order = chosen.permutation(count)
    labels = link_average(scores, 0.45)
    shuffled = np.empty(count, int)
    shuffled[order] = link_average(scores[np.ix_(order, order)], 0.45)
    assert (np.equal.outer(labels, labels) == np.equal.outer(shuffled, shuffled)).all()
