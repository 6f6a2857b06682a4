"""Train linear models of lines over hashed words, pairs and parts of words, and families."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from scipy.special import log_softmax

from extractors.cleaning.labels.lexicon import find_families
from extractors.cleaning.scoring.line_model import WORD_STEPS
from extractors.cleaning.words.model import WordModel, hash_pairs, mark_families
from extractors.cleaning.words.parts import list_parts
from extractors.cleaning.words.table import number_words

PART_SHARE = 0.4  # what a part of a word counts, where a word counts one,
FAMILY_SHARE = 0.5  # and a family of words
STEPS = 150


class Buckets(NamedTuple):
    """How many places words, pairs of words and parts of words are hashed to."""

    word: int
    pair: int
    part: int


def train_words(
    lines: list[list[str]], wanted: np.ndarray, weight: np.ndarray, telling: np.ndarray,
    buckets: Buckets, fewest: int, penalty: float,
) -> WordModel:  # fmt: skip
    """Models of lines given as words; `wanted` has a column of zeros and ones for each model.

    One model tells whether a line is of a kind, several of which kind it is. What stands in fewer
    than `fewest` lines, or in none of the `telling` ones, gets no weight.
    """
    counted = _count(lines, buckets)
    used = (_count_lines(counted) >= fewest) & (_count_lines(counted[telling]) > 0)
    families = mark_families(np.array([find_families(x) for x in lines])).T
    matrix = hstack([counted[:, used], FAMILY_SHARE * families]).tocsr()
    turned, size = matrix.T.tocsr(), wanted.shape[1]

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        bias, weights = point[:size], point[size:].reshape(size, -1)
        odds = matrix @ weights.T + bias
        if size == 1:
            value = weight @ (np.logaddexp(0, odds) - wanted * odds)
            error = 1 / (1 + np.exp(-odds)) - wanted
        else:
            logs = log_softmax(odds, axis=1)
            value, error = -(weight @ (wanted * logs)).sum(), np.exp(logs) - wanted
        error *= weight[:, None]
        gradient = (turned @ error).T + penalty * weights
        value = float(np.sum(value)) + 0.5 * penalty * (weights**2).sum()
        return value, np.append(error.sum(axis=0), gradient)

    start = np.zeros(size * (1 + matrix.shape[1]))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    bias, weights = found.x[:size], found.x[size:].reshape(size, -1)
    hashed = np.zeros((size, counted.shape[1]))
    hashed[:, used] = weights[:, : used.sum()]
    word, pair, part = np.split(hashed, np.cumsum(buckets)[:-1], axis=1)
    return WordModel(
        _round(word, WORD_STEPS["word"]),
        _round(pair, WORD_STEPS["pair"]),
        _round(part * PART_SHARE, WORD_STEPS["part"], least=2),  # the many that tell little: none
        np.round(weights[:, used.sum() :] * FAMILY_SHARE, 2).astype(np.float32).astype(float),
        np.round(bias, 3),
    )


def _round(weights: np.ndarray, steps: int, least: int = 1) -> np.ndarray:
    """Weights as the model's file holds them, in whole steps of eight bits."""
    whole = np.clip(np.rint(weights * steps), -127, 127)
    return np.where(np.abs(whole) < least, 0.0, whole) / steps


def _count(lines: list[list[str]], buckets: Buckets) -> csr_matrix:
    """What each bucket counts in each line, (lines, all buckets)."""
    table = number_words([[" ".join(line) for line in lines]])
    scale = 1 / np.sqrt(np.maximum(table.counts, 1))
    hashes = table.hashes[table.word]
    words = _cells(scale, table.line, hashes.astype(np.int64) % buckets.word, buckets.word)
    kinds = [words]
    if buckets.pair:
        pairs, line = hash_pairs(hashes, table.line, buckets.pair)
        kinds.append(_cells(scale, line, pairs, buckets.pair))
    numbers = np.arange(table.size)
    part, owner = list_parts(table.spell(numbers), buckets.part)
    parts = _cells(np.ones(table.size), owner, part, buckets.part)
    kinds.append(PART_SHARE * _cells(scale, table.line, table.word, table.size) @ parts)
    return hstack(kinds).tocsr()


def _cells(value: np.ndarray, row: np.ndarray, column: np.ndarray, columns: int) -> csr_matrix:
    """A matrix with the value of its row in each cell, added up."""
    return csr_matrix((value[row], (row, column)), (len(value), columns))


def _count_lines(matrix: csr_matrix) -> np.ndarray:
    """In how many lines each column stands."""
    return np.bincount(matrix.indices, minlength=matrix.shape[1])
