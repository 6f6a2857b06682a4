"""Connected components of a graph given as an array of edges."""

from __future__ import annotations

import numpy as np


def label_components(edges: np.ndarray, node_count: int) -> np.ndarray:
    """Smallest node of the connected component of every node; edges: int array of shape (n, 2).

    Labels are pulled down along the edges and then shortened until nothing changes: the number of
    rounds grows with the logarithm of the longest chain.
    """
    labels = np.arange(node_count)
    if not len(edges):
        return labels
    left, right = edges[:, 0], edges[:, 1]
    while True:
        lowest = np.minimum(labels[left], labels[right])
        before = labels.copy()
        np.minimum.at(labels, labels[left], lowest)
        np.minimum.at(labels, labels[right], lowest)
        labels = labels[labels]
        if np.array_equal(before, labels):
            return labels
