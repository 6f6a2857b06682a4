"""A sum of small decision trees in which all nodes of one depth ask the same question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

CHUNK = 128  # lines whose trees are asked at once; what they need fits into the cache


class _Questions(NamedTuple):
    """The different questions of some trees: trees ask many of them alike."""

    column: np.ndarray  # (questions,)
    border: np.ndarray  # (questions,)
    asked: np.ndarray  # (d, trees) number of the question that a tree asks


class _Workspace(NamedTuple):
    """Memory for one chunk, used again for the next: fresh pages cost more than the sums."""

    value: np.ndarray
    answer: np.ndarray
    yes: np.ndarray
    number: np.ndarray
    offset: np.ndarray
    place: np.ndarray
    leaf: np.ndarray

    @classmethod
    def of(cls, questions: int, trees: int, leaf: np.ndarray, rows: int) -> _Workspace:
        first = np.empty((questions, rows), np.float32), np.empty((questions, rows), np.uint8)
        kinds = ("u1", "u1", np.min_scalar_type(leaf.size), np.intp, leaf.dtype)
        return cls(*first, *(np.empty((trees, rows), kind) for kind in kinds))


@dataclass(frozen=True)
class TreeModel:
    """Trees of equal depth d <= 8: question k of a tree gives bit k of the number of its leaf."""

    feature: np.ndarray  # (trees, d) column each question looks at
    border: np.ndarray  # (trees, d) the answer is yes when the value is greater
    leaf: np.ndarray  # (trees, 2**d) what each leaf adds to the log-odds, in steps
    bias: float
    names: tuple[str, ...]  # the columns it was trained with, in order
    step: float = 1.0  # log-odds; stored leaves are whole steps, whose float32 sums are exact

    def score(self, features: np.ndarray) -> np.ndarray:
        """Log-odds, one per row of `features`."""
        odds, spare = np.empty(len(features)), None
        for at in range(0, len(features), CHUNK):
            chunk = features[at : at + CHUNK]
            size = len(chunk)
            if size == 1:  # the leaves of one row alone would be added in another order
                chunk = np.repeat(chunk, 2, axis=0)
            if spare is None or spare.value.shape[1] != len(chunk):
                sizes = len(self._questions.column), len(self.feature), self.leaf
                spare = _Workspace.of(*sizes, len(chunk))
            odds[at : at + CHUNK] = self._add_leaves(chunk, spare)[:size]
        return odds * self.step + self.bias

    def _add_leaves(self, features: np.ndarray, spare: _Workspace) -> np.ndarray:
        """Steps of log-odds per row; each question is asked of all rows at once."""
        trees, depth = self.feature.shape
        column, border, asked = self._questions
        value, answer, yes, number, offset, place, leaf = spare
        np.ascontiguousarray(features.T).take(column, axis=0, out=value, mode="clip")
        np.greater(value, border[:, None], out=answer.view(bool))
        first, *others = reversed(asked)
        answer.take(first, axis=0, out=number, mode="clip")
        for question in others:
            answer.take(question, axis=0, out=yes, mode="clip")
            np.add(number, number, out=number)
            np.add(number, yes, out=number)
        offset[:] = number  # quicker than to add numbers of two kinds, or wide ones
        np.add(offset, (np.arange(trees, dtype=offset.dtype) << depth)[:, None], out=offset)
        place[:] = offset
        self.leaf.ravel().take(place, out=leaf, mode="clip")
        return leaf.sum(axis=0)  # tree by tree: the same sum in any company

    @cached_property
    def _questions(self) -> _Questions:
        pairs = np.stack([self.feature.ravel(), self.border.ravel()], axis=1)
        different, number = np.unique(pairs, axis=0, return_inverse=True)
        column, border = different.T
        asked = np.ascontiguousarray(number.reshape(self.feature.shape).T)
        return _Questions(column.astype(np.int64), border.astype(self.border.dtype), asked)


def to_chance(odds: np.ndarray) -> np.ndarray:
    """Probabilities in 0..1 from log-odds."""
    return 1.0 / (1.0 + np.exp(-odds))
