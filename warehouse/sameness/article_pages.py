"""Pages on which several articles stand: a copy of the longest of them, and of no other.

Such a page is joined to each of its articles, and would put them all into one group. So is an
article to two of its excerpts; these speak of the same thing, which their words show.
"""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

from extractors.copies.duplicate_groups import CompilationParameters, list_forks
from extractors.copies.topic_words import UNRELATED, compare_topics
from extractors.words.hashes import hash_stems
from extractors.words.stems import STEM_LENGTH
from warehouse.sameness.statements import registered, run_sql

_BLOCK = 5_000  # pairs of pieces whose texts stand in memory together


def find_pages_of_several(
    connection: duckdb.DuckDBPyConnection, keys: np.ndarray, edges: np.ndarray, shares: np.ndarray
) -> np.ndarray:
    """Places of the edges, sorted, that join a page of several articles to one that is not its
    longest, or to any where even the longest makes but a small part of it.

    `edges`: int array (n, 2) of places in `keys`; `shares`: as for drop_compilations.
    """
    least = CompilationParameters().piece_share
    forks = list_forks(edges, shares)
    found: set[int] = set()
    for first in range(0, len(forks), _BLOCK):
        block = forks[first : first + _BLOCK]
        stems = _read_stems(connection, keys[np.unique(block[:, :2])])
        for largest, piece, longest, edge in block.tolist():
            if compare_topics(stems[int(keys[largest])], stems[int(keys[piece])]) < UNRELATED:
                found.add(edge)
                if shares[longest].min() < least:
                    found.add(longest)
    return np.array(sorted(found), np.int64)


def _read_stems(connection: duckdb.DuckDBPyConnection, keys: np.ndarray) -> dict[int, np.ndarray]:
    """The stems of the words of every text."""
    with registered(connection, "near_block", pa.table({"text_key": pa.array(keys, pa.uint64())})):
        rows = run_sql(connection, "read_texts").fetchall()
    return {key: hash_stems(text or "", STEM_LENGTH) for key, text in rows}
