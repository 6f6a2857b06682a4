"""Components and stars: chains must come apart."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractors.components import label_components
from extractors.copies.duplicate_groups import drop_compilations, gather_stars, list_forks

EDGES = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=40)


def as_edges(pairs):
    unique = {(min(a, b), max(a, b)) for a, b in pairs if a != b}
    return np.array(sorted(unique), np.int64).reshape(-1, 2)


def gather(edges, sizes):
    """Stars of texts that share the same with each of their partners."""
    return gather_stars(edges, np.ones((len(edges), 2)), sizes)


def test_a_chain_is_one_component_but_not_one_group():
    chain = as_edges([(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)])
    assert label_components(chain, 6).tolist() == [0] * 6
    assert len(set(gather(chain, np.ones(6)).tolist())) > 1


def test_the_text_with_most_partners_gathers():
    star = as_edges([(3, 0), (3, 1), (3, 2), (0, 1)])
    assert gather(star, np.array([9, 9, 9, 1, 5])).tolist() == [3, 3, 3, 3, 4]


def test_of_equals_the_longer_gathers():
    assert gather(as_edges([(0, 1)]), np.array([5, 8])).tolist() == [1, 1]


def test_a_text_goes_to_the_middle_in_which_most_of_it_stands():
    edges = as_edges([(0, 1), (0, 2), (0, 3), (3, 4), (4, 5)])
    shares = np.array([[1, 1], [1, 1], [0.2, 0.3], [0.9, 0.8], [1, 1]])
    assert gather_stars(edges, shares, np.ones(6)).tolist() == [0, 0, 0, 4, 4, 4]
    shares[3] = [0.2, 0.8]
    assert gather_stars(edges, shares, np.ones(6)).tolist() == [0, 0, 0, 0, 4, 4]


def test_a_text_made_of_two_that_are_no_copies_of_one_another():
    page = as_edges([(0, 1), (0, 2)])
    shares = np.array([[0.4, 1.0], [0.6, 1.0]])
    assert list_forks(page, shares).tolist() == [[2, 1, 1, 0]]
    assert list_forks(page, np.array([[0.4, 1.0], [0.95, 1.0]])).size == 0, "a copy and an excerpt"
    linked = as_edges([(0, 1), (0, 2), (1, 2)])
    assert list_forks(linked, np.array([[0.4, 1.0], [0.6, 1.0], [1.0, 1.0]])).size == 0


def test_a_digest_does_not_join_its_reports():
    reports = as_edges([(0, number) for number in range(1, 8)])
    shares = np.tile([0.1, 1.0], (7, 1))
    assert not drop_compilations(reports, shares).any()
    assert drop_compilations(reports, np.tile([0.9, 1.0], (7, 1))).all(), "copies, not pieces"
    excerpts = as_edges([(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (2, 3)])
    assert drop_compilations(excerpts, np.tile([0.2, 0.9], (6, 1))).all(), "pieces that overlap"


def test_nothing_to_group():
    assert label_components(as_edges([]), 3).tolist() == [0, 1, 2]
    assert gather(as_edges([]), np.ones(3)).tolist() == [0, 1, 2]
    assert drop_compilations(as_edges([]), np.zeros((0, 2))).size == 0
    assert list_forks(as_edges([]), np.zeros((0, 2))).shape == (0, 4)


@given(EDGES)
def test_components_agree_with_the_definition(pairs):
    edges = as_edges(pairs)
    labels = label_components(edges, 20)
    reach = np.eye(20, dtype=bool)
    reach[edges[:, 0], edges[:, 1]] = reach[edges[:, 1], edges[:, 0]] = True
    for _ in range(5):
        reach = reach @ reach
    assert (labels == reach.argmax(axis=1)).all()


@given(EDGES)
def test_every_member_is_a_partner_of_its_middle(pairs):
    edges = as_edges(pairs)
    shares = np.random.default_rng(len(pairs)).random((len(edges), 2))
    middles = gather_stars(edges, shares, np.ones(20))
    known = {tuple(edge) for edge in edges.tolist()}
    for node, middle in enumerate(middles.tolist()):
        assert node == middle or (min(node, middle), max(node, middle)) in known
        assert middles[middle] == middle
