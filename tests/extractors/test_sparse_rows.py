"""Ranks and products of sparse rows, with empty ones among them."""

import numpy as np
import pytest

from extractors.sparse_rows import make_sparse_rows, multiply_pairs, rank_in_rows


@pytest.mark.parametrize("cells", [1, 6, 1000])
def test_ranks_inside_a_row(cells, monkeypatch):
    monkeypatch.setattr("extractors.sparse_rows._TABLE_CELLS", cells)
    rows = np.array([0, 0, 0, 2, 3, 3])
    values = np.array([1.0, 5.0, 1.0, 7.0, 0.0, 2.0])
    assert rank_in_rows(rows, values).tolist() == [1, 0, 2, 0, 1, 0]
    assert rank_in_rows(rows[:0], values[:0]).size == 0


def test_products_of_rows_with_and_without_entries():
    rows, keys = np.array([0, 0, 2, 2, 3]), np.array([7, 9, 9, 11, 7])
    matrix = make_sparse_rows(rows, keys, np.array([2, 3, 5, 1, 4]), 5)
    first, second = np.array([0, 0, 0, 1, 2, 4]), np.array([1, 2, 3, 2, 3, 0])
    assert multiply_pairs(matrix, first, second).tolist() == [0, 15, 8, 0, 0, 0]
    none = make_sparse_rows(rows[:0], keys[:0], rows[:0], 5)
    assert multiply_pairs(none, first, second).tolist() == [0] * 6
