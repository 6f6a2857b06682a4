"""Train the line model of the cleaner from the evaluation kit.

    python -m benchmarks.train_cleaner --kit PATH/eval/cleaning [--out FILE] [--folds FOLDER]

Needs catboost (not a dependency of newsmill). The same kit, the same versions of catboost and numpy
and number of threads give the same file, byte for byte. `--folds` also trains one model for each
fold of domains, for figures by cross-validation (benchmarks/cleaning.py).
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier

from benchmarks.cleaner_data import (
    FOLDS,
    MARKED_WEIGHT,
    SET_WEIGHTS,
    TRAINED_PAGES,
    Table,
    load_texts,
    tabulate,
)
from benchmarks.train_appeal_words import collect_lines, train_appeal_words
from extractors.cleaning.appeal_words import AppealWords

MODEL = Path(__file__).parents[1] / "extractors" / "cleaning" / "model.npz"


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
    threads: int = 2  # part of the recipe: sums depend on it


def train(tables: dict[str, Table], leave_out: int | None, how: Training) -> CatBoostClassifier:
    """Trees trained on all folds but `leave_out`."""
    chosen = {n: (t.label >= 0) & (t.fold != leave_out) for n, t in tables.items()}
    features = np.concatenate([t.features[chosen[n]] for n, t in tables.items()])
    label = np.concatenate([t.label[chosen[n]] for n, t in tables.items()])
    # A long line counts more than a short one, but not in proportion to its words.
    weight = np.concatenate(
        [
            np.sqrt(1 + t.words) * SET_WEIGHTS[n] * np.where(t.marked, MARKED_WEIGHT, 1)
            for n, t in tables.items()
        ]
    )[np.concatenate([chosen[n] for n in tables])]
    model = CatBoostClassifier(
        iterations=how.trees, depth=how.depth, learning_rate=how.rate, l2_leaf_reg=how.penalty,
        rsm=how.columns, subsample=how.rows, bootstrap_type="Bernoulli", border_count=how.borders,
        random_seed=how.seed, thread_count=how.threads, verbose=0, allow_writing_files=False,
    )  # fmt: skip
    model.fit(features, label, sample_weight=weight)
    return model


def export(
    model: CatBoostClassifier, names: tuple[str, ...], appeals: AppealWords, out: Path
) -> None:
    """Write the trees as plain arrays; trees that stopped early are filled up."""
    spare = out.with_suffix(".json")
    model.save_model(str(spare), format="json")
    stored = json.loads(spare.read_text())
    spare.unlink()
    trees = stored["oblivious_trees"]
    depth = max(len(t["splits"] or []) for t in trees)
    feature = np.zeros((len(trees), depth), np.uint16)
    border = np.full((len(trees), depth), np.inf, np.float32)  # never greater: the bit stays 0
    leaf = np.zeros((len(trees), 1 << depth), np.float16)
    for k, tree in enumerate(trees):
        for d, split in enumerate(tree["splits"] or []):
            feature[k, d], border[k, d] = split["float_feature_index"], split["border"]
        leaf[k, : len(tree["leaf_values"])] = tree["leaf_values"]
    scale, bias = stored["scale_and_bias"]
    np.savez_compressed(
        out, feature=feature, border=border, leaf=leaf * np.float16(scale),
        bias=np.float64(bias[0]), names=json.dumps(names),
        appeal_weight=appeals.weight, appeal_bias=np.float64(appeals.bias),
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--folds", type=Path)
    options = parser.parse_args()
    sets = load_texts(options.kit)
    sets["full"] = sets["full"][::TRAINED_PAGES]
    lines = collect_lines(sets["region"] + sets["clean"])
    by_fold = [train_appeal_words(lines, fold) for fold in range(FOLDS)]
    everything = train_appeal_words(lines, None)
    tables = {name: tabulate(texts, by_fold) for name, texts in sets.items()}
    names = tables["region"].names
    export(train(tables, None, Training()), names, everything, options.out)
    print(f"{options.out}: {options.out.stat().st_size} bytes")
    if options.folds:
        options.folds.mkdir(parents=True, exist_ok=True)
        for fold in range(FOLDS):
            out = options.folds / f"fold{fold}.npz"
            export(train(tables, fold, Training()), names, by_fold[fold], out)
            print(out)


if __name__ == "__main__":
    main()
