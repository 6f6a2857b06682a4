"""Groups of texts from verified pairs, without chaining.

A and B the same text, B and C the same text does not make A and C the same text: a round-up that
quotes two reports would join them. So a connected component is taken apart into stars: the text
with the most partners gathers them, the rest follows in the same way. Each member is the verified
partner of the text it is gathered around.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np


@dataclass(frozen=True, slots=True)
class CompilationParameters:
    """When a text is a compilation (a digest, a page of many reports) and not a copy."""

    piece_share: float = 0.35  # a partner that makes less than this of a text is a piece of it
    least_pieces: int = 4  # three excerpts of one article may well not overlap
    linked_share: float = 0.1  # pieces of one article overlap; reports of a digest do not
    looked_at: int = 40  # pieces compared with one another: bounds the work
    most_share: float = 0.9  # a partner that makes more than this of a text is a copy of it


def drop_compilations(
    edges: np.ndarray, shares: np.ndarray, params: CompilationParameters | None = None
) -> np.ndarray:
    """bool per edge: False where a text is joined to the pieces it was compiled from.

    `edges`: int array (n, 2); `shares`: float array (n, 2), the share of each end that stands in
    the other. A compilation has many pieces that are no copies of one another.
    """
    params = params or CompilationParameters()
    kept = np.ones(len(edges), bool)
    if not len(edges):
        return kept
    known = {tuple(edge) for edge in np.sort(edges, axis=1).tolist()}
    wholes = np.concatenate([edges[:, 0], edges[:, 1]])
    parts = np.concatenate([edges[:, 1], edges[:, 0]])
    is_piece = np.concatenate([shares[:, 0], shares[:, 1]]) < params.piece_share
    order = np.flatnonzero(is_piece)[np.lexsort((parts[is_piece], wholes[is_piece]))]
    _, firsts, counts = np.unique(wholes[order], return_index=True, return_counts=True)
    for place in np.flatnonzero(counts >= params.least_pieces).tolist():
        run = order[firsts[place] : firsts[place] + counts[place]]
        pieces = parts[run[: params.looked_at]].tolist()
        linked = [tuple(sorted(pair)) in known for pair in combinations(pieces, 2)]
        if sum(linked) < params.linked_share * len(linked):
            kept[run % len(edges)] = False
    return kept


def list_forks(
    edges: np.ndarray, shares: np.ndarray, params: CompilationParameters | None = None
) -> np.ndarray:
    """Pairs of pieces of one text that are no copies of one another: int array (n, 4) of both
    pieces, the one that makes more of the text first, and of the places of their edges to it.

    They are excerpts of an article, or the articles of a page. `edges` and `shares` as for
    drop_compilations.
    """
    params = params or CompilationParameters()
    known = {tuple(edge) for edge in np.sort(edges, axis=1).tolist()}
    pieces: dict[int, list[tuple[float, int, int]]] = {}
    for end in (0, 1):
        made = shares[:, end]
        for place in np.flatnonzero(made <= params.most_share).tolist():
            whole, piece = int(edges[place, end]), int(edges[place, 1 - end])
            pieces.setdefault(whole, []).append((-float(made[place]), piece, place))
    forks = []
    for of_whole in pieces.values():
        (_, largest, first), *others = sorted(of_whole)[: params.looked_at]
        for _, piece, place in others:
            if (min(largest, piece), max(largest, piece)) not in known:
                forks.append((largest, piece, first, place))
    return np.array(forks, np.int64).reshape(-1, 4)


def gather_stars(edges: np.ndarray, shares: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """For every node the node it is gathered around (itself for the middle of a star).

    `edges`: int array (n, 2), each pair once; `shares`: float array (n, 2), the share of each end
    that stands in the other; `sizes`: length of each text. Middles are taken by falling number of
    partners, then falling size, then rising number: nodes must be numbered in an order that does
    not depend on the run. Every other node goes to the middle in which most of it stands.
    """
    count = len(sizes)
    both = np.concatenate([edges, edges[:, ::-1]]) if len(edges) else np.zeros((0, 2), np.int64)
    held = np.concatenate([shares[:, 1], shares[:, 0]])  # of the second end, in the first
    order = np.lexsort((both[:, 1], both[:, 0]))
    partners, held = both[order, 1], held[order]
    bounds = np.searchsorted(both[order, 0], np.arange(count + 1))
    middles = np.full(count, -1)
    best = np.full(count, -np.inf)
    for node in np.lexsort((np.arange(count), -np.asarray(sizes), -np.diff(bounds))).tolist():
        if middles[node] >= 0:
            continue
        middles[node] = node
        own = slice(bounds[node], bounds[node + 1])
        is_nearer = held[own] > best[partners[own]]
        nearer = partners[own][is_nearer]
        middles[nearer], best[nearer] = node, held[own][is_nearer]
    return middles
