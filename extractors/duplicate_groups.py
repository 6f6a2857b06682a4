"""Groups of texts from verified pairs, without chaining.

A and B the same text, B and C the same text does not make A and C the same text: a round-up that
quotes two reports would join them. So a connected component is taken apart into stars: the text
with the most partners gathers them, the rest follows in the same way. Each member is the verified
partner of the text it is gathered around.
"""

from __future__ import annotations

import numpy as np


def gather_stars(edges: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """For every node the node it is gathered around (itself for the middle of a star).

    `edges`: int array (n, 2), each pair once; `sizes`: length of each text. Nodes are taken by
    falling number of partners, then falling size, then rising number: nodes must be numbered in an
    order that does not depend on the run.
    """
    count = len(sizes)
    both = np.concatenate([edges, edges[:, ::-1]]) if len(edges) else np.zeros((0, 2), np.int64)
    both = both[np.lexsort((both[:, 1], both[:, 0]))]
    bounds = np.searchsorted(both[:, 0], np.arange(count + 1))
    degrees = np.diff(bounds)
    middles = np.full(count, -1)
    for node in np.lexsort((np.arange(count), -np.asarray(sizes), -degrees)).tolist():
        if middles[node] >= 0:
            continue
        middles[node] = node
        partners = both[bounds[node] : bounds[node + 1], 1]
        middles[partners[middles[partners] < 0]] = node
    return middles
