"""Clusters of articles with a high mean score: average linkage inside connected components.

Two clusters whose mean score reaches the threshold have at least one pair that does. So clusters
lie inside the components of the graph of such pairs, and only these are worked on. Pairs without
an edge count as 0.
"""

from __future__ import annotations

import numpy as np

from extractors.components import label_components
from extractors.corrections import Corrections, correct_clusters
from extractors.sparse_rows import SparseRows
from extractors.stories.average_linkage import LinkageParameters, ask_tightness, link_average
from extractors.stories.casts import CastParameters

LARGEST_COMPONENT = 1500  # nodes; linking takes a matrix of so many rows and columns (18 MB each)
STEP = 0.02  # by which the threshold of a larger component rises until it falls apart


def cluster_articles(
    ends: np.ndarray,
    scores: np.ndarray,
    copies: np.ndarray,
    threshold: float,
    corrections: Corrections | None = None,
    persons: SparseRows | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Label (the smallest member) and centrality of every article.

    `ends`: int array (n, 2) of article numbers, each pair once; `scores`: float per pair;
    `copies`: how many articles each number stands for; `persons`: those it names. The centrality
    of an article is the sum of its scores inside its cluster. Articles that a person keeps apart
    are not linked, so that later ones join those they resemble.
    """
    corrections = corrections or Corrections()
    all_ends, all_scores, size = ends, scores, len(copies)
    components = split_components(ends, scores, size, threshold)
    inside = components[ends[:, 0]] == components[ends[:, 1]]
    ends, scores = ends[inside], scores[inside]
    labels = np.arange(size)
    for members, edges in _list_components(components, ends):
        if not len(corrections.apart) and _are_plainly_one(len(members), scores[edges], threshold):
            labels[members] = members[0]
            continue
        matrix = np.zeros((len(members), len(members)))
        i, j = np.searchsorted(members, ends[edges].T)
        matrix[i, j] = matrix[j, i] = scores[edges]
        apart = _find_inside(members, corrections.apart)
        names = _spread_names(members, scores[edges], persons)
        found = link_average(matrix, threshold, copies[members], apart, names=names)
        labels[members] = members[np.unique(found, return_index=True)[1]][found]
    labels = correct_clusters(labels, corrections)
    same = labels[all_ends[:, 0]] == labels[all_ends[:, 1]]
    centrality = np.zeros(size)
    np.add.at(centrality, all_ends[same].ravel(), np.repeat(all_scores[same], 2))
    return labels, np.round(centrality, 4)


def _are_plainly_one(count: int, scores: np.ndarray, threshold: float) -> bool:
    """True for so few nodes, with every pair so much alike, that linking must merge them."""
    is_small = count < 2 * LinkageParameters().least_members and not _may_have_casts(count, scores)
    least = max(threshold, ask_tightness(count))
    return is_small and len(scores) == count * (count - 1) // 2 and scores.min() >= least


def _may_have_casts(count: int, scores: np.ndarray) -> bool:
    """Can a cluster of these nodes be close enough to refuse another node (stories.casts)?"""
    params = CastParameters()
    return count > params.least_members and scores.max() >= params.least_cohesion


def _spread_names(
    members: np.ndarray, scores: np.ndarray, persons: SparseRows | None
) -> np.ndarray | None:
    """bool, shape (members, persons): who names whom; None where it decides nothing."""
    if persons is None or not _may_have_casts(len(members), scores):
        return None
    bounds = persons.bounds
    found = [persons.columns[bounds[row] : bounds[row + 1]] for row in members.tolist()]
    named, places = np.unique(np.concatenate(found), return_inverse=True)
    names = np.zeros((len(members), named.size), bool)
    names[np.repeat(np.arange(len(members)), [len(part) for part in found]), places] = True
    return names


def _find_inside(members: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """The pairs with both ends among the sorted members, as places among them."""
    if not len(pairs):
        return pairs
    inside = pairs[np.isin(pairs, members).all(axis=1)]
    return np.searchsorted(members, inside)


def split_components(
    ends: np.ndarray,
    scores: np.ndarray,
    size: int,
    threshold: float,
    largest: int = LARGEST_COMPONENT,
) -> np.ndarray:
    """Smallest node of the component of each node, in the graph of pairs with `threshold`.

    The threshold rises inside a component of more than `largest` nodes until its parts are small
    enough: a topic that a whole year writes about is no story.
    """
    labels = label_components(ends[scores >= threshold], size)
    while threshold < 1.0:
        is_large = np.bincount(labels, minlength=size)[labels] > largest
        if not is_large.any():
            break
        threshold += STEP
        kept = np.where(is_large[ends[:, 0]], scores >= threshold, True)
        kept &= labels[ends[:, 0]] == labels[ends[:, 1]]
        labels = np.where(is_large, label_components(ends[kept], size), labels)
    return labels


def _list_components(
    components: np.ndarray, ends: np.ndarray
) -> list[tuple[np.ndarray, np.ndarray]]:
    """(members, places of the edges inside) of every component of two nodes and more."""
    nodes = np.argsort(components, kind="stable")
    node_bounds = np.searchsorted(components[nodes], np.arange(components.size + 1))
    of_edge = components[ends[:, 0]]
    edges = np.argsort(of_edge, kind="stable")
    edge_bounds = np.searchsorted(of_edge[edges], np.arange(components.size + 1))
    return [
        (
            nodes[node_bounds[root] : node_bounds[root + 1]],
            edges[edge_bounds[root] : edge_bounds[root + 1]],
        )
        for root in np.flatnonzero(np.diff(node_bounds) > 1).tolist()
    ]
