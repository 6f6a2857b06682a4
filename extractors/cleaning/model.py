"""The trained line model: from the features of a document to "this line is not body".

A sum of small decision trees in which all nodes of one depth ask the same question, stored as plain
numbers. `benchmarks/train_cleaner.py` makes the file from labelled pages.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np

from extractors.cleaning.features import describe_lines
from extractors.cleaning.sheet import Sheet

MODEL_FILE = "model.npz"
CHUNK = 1024  # lines scored at once; bounds the memory of very long documents


@dataclass(frozen=True)
class TreeModel:
    """Trees of equal depth d: question k of a tree gives bit k of the number of its leaf."""

    feature: np.ndarray  # (trees, d) column each question looks at
    border: np.ndarray  # (trees, d) the answer is yes when the value is greater
    leaf: np.ndarray  # (trees, 2**d) what each leaf adds to the log-odds
    bias: float
    names: tuple[str, ...]  # the columns it was trained with, in order

    def predict(self, features: np.ndarray) -> np.ndarray:
        """Probabilities in 0..1, one per row of `features`."""
        depth = self.feature.shape[1]
        powers = (1 << np.arange(depth)).astype(np.uint8 if depth <= 8 else np.uint16)
        trees = np.arange(len(self.feature))
        odds = np.empty(len(features))
        for at in range(0, len(features), CHUNK):
            rows = features[at : at + CHUNK]
            yes = rows[:, self.feature.ravel()] > self.border.ravel()
            number = yes.reshape(len(rows), -1, depth) @ powers
            odds[at : at + CHUNK] = self.leaf[trees, number].sum(axis=1, dtype=np.float64)
        return 1.0 / (1.0 + np.exp(-(odds + self.bias)))


@cache
def load_model() -> TreeModel:
    """The model that ships with the package."""
    return read_model(resources.files("extractors.cleaning") / MODEL_FILE)


def read_model(path: Traversable) -> TreeModel:
    """A model file as `benchmarks/train_cleaner.py` writes it."""
    with path.open("rb") as file:
        data = np.load(file)
        return TreeModel(
            feature=data["feature"].astype(np.int64),
            border=data["border"],
            leaf=data["leaf"].astype(np.float32),
            bias=float(data["bias"]),
            names=tuple(json.loads(str(data["names"]))),
        )


def score_lines(sheet: Sheet, model: TreeModel) -> tuple[np.ndarray, np.ndarray]:
    """For each non-blank line the probability that it is not body text, and the number of families
    of appeal words it holds."""
    if not sheet.texts:
        return np.zeros(0), np.zeros(0)
    features, names = describe_lines(sheet)
    if tuple(names) != model.names:
        raise ValueError(
            f"the model knows {len(model.names)} columns and these are {len(names)}; "
            "run benchmarks/train_cleaner.py"
        )
    return model.predict(features), features[:, names.index("says_appeal")]
