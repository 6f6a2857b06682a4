"""Trees of the cleaner, grown by catboost and kept as plain arrays."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier

from extractors.cleaning.scoring.tree_model import TreeModel


@dataclass(frozen=True)
class Training:
    """Settings of the trees, found by cross-validation over domains."""

    trees: int = 800  # more gain nothing
    depth: int = 6
    rate: float = 0.08
    penalty: float = 6.0
    columns: float = 0.15  # share of the columns tried at each level
    rows: float = 0.7  # share of the lines each tree sees
    borders: int = 64
    seed: int = 1
    threads: int = 1  # part of the recipe: sums depend on it


def grow(
    features: np.ndarray, label: np.ndarray, weight: np.ndarray, how: Training,
    names: tuple[str, ...], ignored: Sequence[int] = (),
) -> TreeModel:  # fmt: skip
    """Trees trained on some lines; `names` are those of the columns of `features`."""
    model = CatBoostClassifier(
        iterations=how.trees, depth=how.depth, learning_rate=how.rate, l2_leaf_reg=how.penalty,
        rsm=how.columns, subsample=how.rows, bootstrap_type="Bernoulli", border_count=how.borders,
        random_seed=how.seed, thread_count=how.threads, verbose=0, allow_writing_files=False,
        ignored_features=list(ignored),
    )  # fmt: skip
    model.fit(features, label, sample_weight=weight)
    return read_trees(model, names)


def read_trees(model: CatBoostClassifier, names: tuple[str, ...]) -> TreeModel:
    """The trees as plain arrays; those that stopped early are filled up."""
    with tempfile.TemporaryDirectory() as folder:
        spare = Path(folder) / "trees.json"
        model.save_model(str(spare), format="json")
        stored = json.loads(spare.read_text())
    trees = stored["oblivious_trees"]
    depth = max(len(t["splits"] or []) for t in trees)
    feature = np.zeros((len(trees), depth), np.int64)
    border = np.full((len(trees), depth), np.inf, np.float32)  # never greater: the bit stays 0
    leaf = np.zeros((len(trees), 1 << depth), np.float16)
    for k, tree in enumerate(trees):
        for d, split in enumerate(tree["splits"] or []):
            feature[k, d], border[k, d] = split["float_feature_index"], split["border"]
        leaf[k, : len(tree["leaf_values"])] = tree["leaf_values"]
    scale, bias = stored["scale_and_bias"]
    return TreeModel(feature, border, (leaf * np.float16(scale)).astype(float), bias[0], names)
