"""A person's word on clusters: pairs of nodes that belong together, and pairs that do not.

Both kinds always hold. Where evidence would bring a pair that is kept apart into one cluster (by
way of others), the first of the two leaves, with all that is tied to it by a person's word.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from extractors.components import label_components

NO_PAIRS = np.zeros((0, 2), np.int64)


@dataclass(frozen=True, slots=True)
class Corrections:
    """Pairs of node numbers: int arrays of shape (n, 2)."""

    together: np.ndarray = field(default_factory=lambda: NO_PAIRS)
    apart: np.ndarray = field(default_factory=lambda: NO_PAIRS)  # when they meet, the first leaves


def correct_clusters(labels: np.ndarray, corrections: Corrections) -> np.ndarray:
    """Cluster of every node, named by its smallest member, with the corrections applied.

    `labels`: a node of the cluster of every node. Pairs that are both tied together and kept apart
    cannot be satisfied: together wins (whoever writes corrections takes the older one back).
    """
    count = len(labels)
    own = np.stack([np.arange(count), labels], axis=1)
    clusters = label_components(np.concatenate([own, corrections.together]), count)
    ties = label_components(corrections.together, count)
    fresh = count
    for leaving, staying in corrections.apart.tolist():
        if clusters[leaving] == clusters[staying] and ties[leaving] != ties[staying]:
            clusters[ties == ties[leaving]] = fresh
            fresh += 1
    firsts, places = np.unique(clusters, return_index=True, return_inverse=True)[1:]
    return firsts[places]
