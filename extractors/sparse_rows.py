"""Sparse matrices of whole numbers, row by row: ranks inside rows and products of pairs of rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_TABLE_CELLS = 1 << 21  # entries ranked together: 16 MiB


@dataclass(frozen=True, slots=True)
class SparseRows:
    """Rows of a sparse matrix of whole numbers: row r has columns[bounds[r]:bounds[r + 1]]."""

    bounds: np.ndarray  # int64, one more than there are rows
    columns: np.ndarray  # int64, each once in a row
    values: np.ndarray  # int64


def rank_in_rows(rows: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Rank of each entry in its row, 0 for the greatest value; of equals the first comes first.

    `rows` rises. The rows are sorted as lines of tables with empty places behind, several times
    quicker than all entries at once.
    """
    bounds = np.searchsorted(rows, np.arange(int(rows.max(initial=-1)) + 2))
    width = int(np.diff(bounds).max(initial=0))
    ranks = np.empty(rows.size, np.int64)
    height = max(1, _TABLE_CELLS // max(1, width))
    for first in range(0, len(bounds) - 1, height):
        behind = min(first + height, len(bounds) - 1)
        part = slice(bounds[first], bounds[behind])
        cells = rows[part] - first, np.arange(bounds[first], bounds[behind]) - bounds[rows[part]]
        table = np.full((behind - first, width), np.inf)
        table[cells] = -values[part]
        order = table.argsort(axis=1, kind="stable")
        ranked = np.empty_like(order)
        np.put_along_axis(ranked, order, np.arange(width)[None], axis=1)
        ranks[part] = ranked[cells]
    return ranks


def make_sparse_rows(
    rows: np.ndarray, columns: np.ndarray, values: np.ndarray, row_count: int
) -> SparseRows:
    """Sparse rows from entries sorted by row; columns are numbered from 0."""
    bounds = np.searchsorted(rows, np.arange(row_count + 1))
    return SparseRows(bounds, columns.astype(np.int64), values)


def multiply_pairs(matrix: SparseRows, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Scalar product (int64) of rows first[i] and second[i]; `first` must rise.

    The partners of one row are multiplied together: time grows with the entries of all partners.
    """
    products = np.zeros(first.size, np.int64)
    is_full = np.diff(matrix.bounds) > 0
    told = np.flatnonzero(is_full[first] & is_full[second])
    dense = np.zeros(int(matrix.columns.max(initial=-1)) + 1, np.int64)
    for row, begin, end in cut_runs(first[told]):
        own = slice(matrix.bounds[row], matrix.bounds[row + 1])
        dense[matrix.columns[own]] = matrix.values[own]
        partners = second[told[begin:end]]
        sizes = matrix.bounds[partners + 1] - matrix.bounds[partners]
        behind = np.cumsum(sizes)
        firsts = behind - sizes
        places = np.arange(behind[-1]) + np.repeat(matrix.bounds[partners] - firsts, sizes)
        terms = dense[matrix.columns[places]] * matrix.values[places]
        products[told[begin:end]] = np.add.reduceat(terms, firsts)
        dense[matrix.columns[own]] = 0
    return products


def cut_runs(values: np.ndarray) -> list[tuple[int, int, int]]:
    """(value, first place, place behind the last) of every run of equal values."""
    if not values.size:
        return []
    firsts = np.flatnonzero(np.diff(values, prepend=values[0] - 1))
    return list(
        zip(
            values[firsts].tolist(),
            firsts.tolist(),
            [*firsts[1:].tolist(), values.size],
            strict=True,
        )
    )
