"""Train the words of appeals: linear models over hashed words.

Positive lines are the appeals that were written for the purpose (appeal_texts.py) and lines of the
kit's pages that are not body and hold three families of appeal words; negative lines are body
lines, headlines and the hard negatives. Categories are learned from the written appeals alone.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from benchmarks.appeal_texts import WRITTEN, load_appeals
from benchmarks.labelled_texts import LabelledText, fold_of
from extractors.cleaning.appeal_words import (
    BUCKETS,
    CATEGORIES,
    CATEGORY_BUCKETS,
    AppealWords,
    list_buckets,
)
from extractors.cleaning.families import APPEAL_NAMES
from extractors.cleaning.lexicon import FAMILY_NAMES, family_bits, find_families
from extractors.cleaning.model import APPEAL_STEPS, NAMED_STEPS
from extractors.cleaning.sheet import read_sheet
from extractors.cleaning.word_table import number_words
from extractors.tokens import list_tokens

OWN_WEIGHT = 6.0  # an appeal of the set counts as much as six lines of pages,
NEWS_WEIGHT = 9.0  # and a hard negative more: an article lost costs more
BODY_WEIGHT = 1.0
PENALTY = 0.3  # of the squared weights
MIN_WORDS = 4  # of a line
MIN_LINES = 3  # that hold a word or pair of words
MIN_NAMED = 2  # the same for the categories, of which less is written
FAMILY_SHARE = 0.5  # what a family of words counts, where a word counts one
NAMED_PENALTY = 0.05


def collect_lines(texts: list[LabelledText]) -> list[tuple[list[str], int, float, int]]:
    """Words, label, weight and fold of all lines to learn from."""
    found = []
    for appeal in load_appeals() + load_appeals(WRITTEN):
        label = int(appeal.category != "none")
        weight = OWN_WEIGHT if label else NEWS_WEIGHT
        found.append((list_tokens(appeal.text), label, weight, appeal.fold))
    seen: set[tuple[str, int]] = set()
    for text in texts:
        found += [(list_tokens(x), 0, BODY_WEIGHT, fold_of(text.domain)) for x in text.titles]
        sheet = read_sheet(text.text)
        for i, line_no in enumerate(sheet.line_nos):
            key, tokens = sheet.key(i), sheet.words(i)
            label, fold = text.labels[line_no], fold_of(text.domain)
            if len(tokens) < MIN_WORDS or label == "?" or (key, fold) in seen:
                continue
            seen.add((key, fold))
            if label == "1":
                found.append((tokens, 0, BODY_WEIGHT, fold))
            elif (find_families(tokens) & family_bits(*APPEAL_NAMES)).bit_count() >= 3:
                found.append((tokens, 1, 1.0, fold))
    return found


def train_appeal_words(lines: list, leave_out: int | None) -> AppealWords:
    """Weights from all lines but those of one fold.

    What stands in no written line, or in few lines at all, tells nothing.
    """
    chosen = [x for x in lines if x[3] != leave_out]
    matrix = _count([x[0] for x in chosen], BUCKETS)
    label = np.array([x[1] for x in chosen], float)
    weight = np.array([x[2] for x in chosen])
    telling = (_count_lines(matrix) >= MIN_LINES) & (_count_lines(matrix[weight >= OWN_WEIGHT]) > 0)

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        odds = matrix @ point[1:] + point[0]
        error = weight * (1 / (1 + np.exp(-odds)) - label)
        value = weight @ (np.logaddexp(0, odds) - label * odds)
        gradient = (matrix.T @ error + PENALTY * point[1:]) * telling
        return value + 0.5 * PENALTY * point[1:] @ point[1:], np.append(error.sum(), gradient)

    best = _minimise(loss, 1 + BUCKETS)
    weights = _round(best[1:], APPEAL_STEPS)
    return AppealWords(weights, round(float(best[0]), 3), *_train_categories(leave_out))


def _train_categories(leave_out: int | None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Weights of words and of families and biases, from all written appeals but one fold's."""
    written = [x for x in load_appeals() + load_appeals(WRITTEN) if x.fold != leave_out]
    chosen = [x for x in written if x.category in CATEGORIES]
    words = [list_tokens(x.text) for x in chosen]
    bits = np.array([find_families(x) for x in words])[:, None] >> np.arange(len(FAMILY_NAMES)) & 1
    matrix = hstack([_count(words, CATEGORY_BUCKETS), FAMILY_SHARE * bits]).tocsr()
    telling = _count_lines(matrix) >= MIN_NAMED
    size = len(CATEGORIES)
    wanted = np.eye(size)[[CATEGORIES.index(x.category) for x in chosen]]

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        weight = point[size:].reshape(size, -1)
        odds = matrix @ weight.T + point[:size]
        odds -= odds.max(axis=1, keepdims=True)
        total = np.exp(odds).sum(axis=1, keepdims=True)
        error = np.exp(odds) / total - wanted
        value = -(wanted * (odds - np.log(total))).sum() + 0.5 * NAMED_PENALTY * (weight**2).sum()
        gradient = ((matrix.T @ error).T + NAMED_PENALTY * weight) * telling
        return value, np.append(error.sum(axis=0), gradient)

    best = _minimise(loss, size * (1 + matrix.shape[1]))
    weight = best[size:].reshape(size, -1)
    by_family = np.round(weight[:, CATEGORY_BUCKETS:] * FAMILY_SHARE, 2)
    return _round(weight[:, :CATEGORY_BUCKETS], NAMED_STEPS), by_family, np.round(best[:size], 3)


def _minimise(loss: Callable[[np.ndarray], tuple[float, np.ndarray]], size: int) -> np.ndarray:
    found = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return found.x


def _round(weights: np.ndarray, steps: int) -> np.ndarray:
    """Weights as the model's file holds them, in whole steps of eight bits."""
    return np.clip(np.rint(weights * steps), -127, 127) / steps


def _count(lines: list[list[str]], buckets: int) -> csr_matrix:
    """What each bucket counts in each line, (lines, buckets)."""
    words = list_buckets(number_words([[" ".join(line) for line in lines]]))
    cells = (words.line, words.bucket % buckets)
    return csr_matrix((words.scale[words.line], cells), (len(lines), buckets))


def _count_lines(matrix: csr_matrix) -> np.ndarray:
    """In how many lines each column stands."""
    return np.bincount(matrix.indices, minlength=matrix.shape[1])
