"""The trained line model: from the features of a document to "this line is not body".

A sum of small decision trees in which all nodes of one depth ask the same question, stored as plain
numbers. `benchmarks/train_cleaner.py` makes the file from labelled pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import NamedTuple

import numpy as np

from extractors.cleaning.appeal_words import AppealWords
from extractors.cleaning.layout import Layout
from extractors.cleaning.line_net import LineNet

MODEL_FILE = "model.npz"
NET_SHARE = 0.4  # what the nets count at first look; the trees are a little better
CHUNK = 128  # lines whose trees are asked at once; what they need fits into the cache


class _Workspace(NamedTuple):
    """Memory for one chunk, used again for the next: fresh pages cost more than the sums."""

    value: np.ndarray
    yes: np.ndarray
    number: np.ndarray
    place: np.ndarray
    leaf: np.ndarray

    @classmethod
    def of(cls, size: int) -> _Workspace:
        kinds = (np.float32, bool, np.uint8, np.intp, np.float64)
        return cls(*(np.empty(size, kind) for kind in kinds))

    def shaped(self, trees: int, rows: int) -> Iterator[np.ndarray]:
        """The arrays, each as a table of trees and rows."""
        return (array[: trees * rows].reshape(trees, rows) for array in self)


@dataclass(frozen=True)
class TreeModel:
    """Trees of equal depth d <= 8: question k of a tree gives bit k of the number of its leaf."""

    feature: np.ndarray  # (trees, d) column each question looks at
    border: np.ndarray  # (trees, d) the answer is yes when the value is greater
    leaf: np.ndarray  # (trees, 2**d) what each leaf adds to the log-odds
    bias: float
    names: tuple[str, ...]  # the columns it was trained with, in order

    def predict(self, features: np.ndarray) -> np.ndarray:
        """Probabilities in 0..1, one per row of `features`."""
        return to_chance(self.score(features))

    def score(self, features: np.ndarray) -> np.ndarray:
        """Log-odds, one per row of `features`."""
        odds = np.empty(len(features))
        spare = _Workspace.of(len(self.feature) * min(CHUNK, len(features)))
        for at in range(0, len(features), CHUNK):
            odds[at : at + CHUNK] = self._add_leaves(features[at : at + CHUNK], spare)
        return odds + self.bias

    def _add_leaves(self, features: np.ndarray, spare: _Workspace) -> np.ndarray:
        """Log-odds per row; each question is asked of all rows at once."""
        trees, depth = self.feature.shape
        columns = np.ascontiguousarray(features.T)
        value, yes, number, place, leaf = spare.shaped(trees, len(features))
        number.fill(0)
        for k in reversed(range(depth)):
            columns.take(self.feature[:, k], axis=0, out=value, mode="clip")
            np.greater(value, self.border[:, k, None], out=yes)
            np.add(number, number, out=number)
            np.add(number, yes.view(np.uint8), out=number)
        np.add(number, (np.arange(trees) << depth)[:, None], out=place)
        self.leaf.ravel().take(place, out=leaf, mode="clip")
        # Exact, since leaves are stored with half precision: any order gives the same sum.
        return leaf.sum(axis=0)


def to_chance(odds: np.ndarray) -> np.ndarray:
    """Probabilities in 0..1 from log-odds."""
    return 1.0 / (1.0 + np.exp(-odds))


def score_nets(nets: Sequence[LineNet], features: np.ndarray, layout: Layout) -> np.ndarray:
    """Mean log-odds of the nets, one per row of `features`."""
    return sum(net.score(features, layout) for net in nets) / len(nets)


def join_first_looks(trees: np.ndarray, nets: np.ndarray) -> np.ndarray:
    """Log-odds that the second look is told, from those of the trees and of the nets."""
    return NET_SHARE * nets + (1 - NET_SHARE) * trees


@dataclass(frozen=True)
class LineModel:
    """Two looks at each line; the second knows what the first said about its surroundings.

    At first look trees and nets with the same columns, then trees.
    """

    first: TreeModel
    nets: tuple[LineNet, ...]
    second: TreeModel
    appeals: AppealWords  # one of the columns of the first
    generic: frozenset[int]  # hashes of lines that many outlets have on their pages


@cache
def load_model() -> LineModel:
    """The model that ships with the package."""
    return read_model(resources.files("extractors.cleaning") / MODEL_FILE)


def read_model(path: Traversable) -> LineModel:
    """A model file as `benchmarks/train_cleaner.py` writes it."""
    with path.open("rb") as file:
        data = np.load(file)
        appeals = AppealWords(data["appeal_weight"].astype(np.float64), float(data["appeal_bias"]))
        first, second = _read_trees(data, "first"), _read_trees(data, "second")
        nets = tuple(_read_net(data, k) for k in range(int(data["nets"])))
        return LineModel(first, nets, second, appeals, frozenset(data["generic"].tolist()))


def _read_trees(data: Mapping[str, np.ndarray], look: str) -> TreeModel:
    return TreeModel(
        feature=data[f"{look}_feature"].astype(np.int64),
        border=data[f"{look}_border"],
        leaf=data[f"{look}_leaf"].astype(np.float64),
        bias=float(data[f"{look}_bias"]),
        names=tuple(json.loads(str(data[f"{look}_names"]))),
    )


def _read_net(data: Mapping[str, np.ndarray], number: int) -> LineNet:
    stored = {field.name: data[f"net{number}_{field.name}"] for field in fields(LineNet)}
    weights = {name: values.astype(np.float32) for name, values in stored.items()}
    column, bias = stored["column"].astype(np.int64), float(stored["leave_bias"])
    return LineNet(**weights | {"column": column, "leave_bias": bias})
