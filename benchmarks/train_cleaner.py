"""Train the line model of the cleaner from the evaluation kit.

    python -m benchmarks.train_cleaner --kit PATH/eval/cleaning [--out FILE] [--folds FOLDER]

Needs catboost and torch (no dependencies of newsmill). The same kit and the same versions of
catboost, torch and numpy give the same file, byte for byte. `--folds` also writes one model for
each fold of domains, for figures by cross-validation (benchmarks/cleaning.py).

The trees of the second look learn from what trees and nets say of domains that they have not seen.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.cleaner_data import TRAINED_PAGES, load_training
from benchmarks.collect_generic_lines import collect_generic_lines
from benchmarks.labelled_texts import FOLDS
from benchmarks.line_tables import SET_WEIGHTS, Table, tabulate, weigh_lines
from benchmarks.model_file import write_model
from benchmarks.train_appeal_words import collect_lines, train_appeal_words
from benchmarks.train_line_net import NetTraining, train_line_net
from benchmarks.tree_training import Training, grow
from extractors.cleaning.features.layout import lay_out
from extractors.cleaning.scoring.headlines import FROM_BODY, join_looks, mark_candidates
from extractors.cleaning.scoring.line_model import LineModel, join_first_looks, score_nets
from extractors.cleaning.scoring.line_net import LineNet
from extractors.cleaning.scoring.tree_model import TreeModel, to_chance
from extractors.cleaning.words.appeals import AppealWords

MODEL = Path(__file__).parents[1] / "extractors" / "cleaning" / "model.npz"
FIRST = Training()
# Few and shallow trees: what is known of whole documents would be learned by heart.
SECOND = Training(trees=150, depth=4, rate=0.06, columns=0.3)
HEADLINE = Training(trees=100, depth=4, rate=0.09, columns=0.3)
GUESSED = "title_"  # columns that rest on a first guess at the headline
# Written pages seldom have other headlines between the menu and their own.
HEADLINE_WEIGHTS = {
    "region": 1.0, "cut": 0.5, "full": 1.0, "res_traf": 1.0, "res_readability": 1.0,
    "res_newspaper": 1.0, "res_resiliparse": 1.0, "clean": 0.5, "appeals": 0.3, "other_full": 1.0,
    "pages": 0.4,
}  # fmt: skip
# Two that differ in everything that chance decides, and in how much they have seen.
NETS = (NetTraining(seed=1, drop=0.25, epochs=12), NetTraining(seed=2, drop=0.3, epochs=14))


@dataclass(frozen=True)
class Ready:
    """What is trained on, and what is learned without trees and nets; None: from all folds."""

    tables: dict[str, Table]
    appeals: dict[int | None, AppealWords]
    generic: dict[int | None, frozenset[int]]


def prepare(kit: Path) -> Ready:
    """Describe all texts, each with the appeal words that have not seen its fold."""
    sets = load_training(kit)
    pages = sets["full"] + sets["clean"]
    left = [page for k, page in enumerate(sets["full"]) if k % TRAINED_PAGES]
    sets["full"], sets["other_full"] = sets["full"][::TRAINED_PAGES], left
    told = ("region", "clean", "guessed", "bodies", "pages")
    lines = collect_lines([text for name in told for text in sets[name]])
    folds = (*range(FOLDS), None)
    appeals = {fold: train_appeal_words(lines, fold) for fold in folds}
    return Ready(
        {name: tabulate(texts, appeals) for name, texts in sets.items()},
        appeals,
        {fold: frozenset(collect_generic_lines(pages, fold)) for fold in folds},
    )


def train(tables: dict[str, Table], leave_out: int | None, how: Training) -> TreeModel:
    """Trees trained on all folds but `leave_out`."""
    chosen = {n: (t.label >= 0) & (t.fold != leave_out) for n, t in tables.items()}
    features = np.concatenate([t.features[chosen[n]] for n, t in tables.items()])
    label = np.concatenate([t.label[chosen[n]] for n, t in tables.items()])
    weight = np.concatenate([weigh_lines(n, t)[chosen[n]] for n, t in tables.items()])
    return grow(features, label, weight, how, next(iter(tables.values())).names)


def train_headlines(
    tables: dict[str, Table], looks: dict[str, Table], leave_out: int | None
) -> TreeModel:
    """Trees that tell headlines from other lines above the body."""
    features, label, weight = [], [], []
    for name, share in HEADLINE_WEIGHTS.items():
        first, second = tables[name], looks[name]
        from_body = second.features[:, second.names.index(FROM_BODY)]
        rows = mark_candidates(first.kinds, from_body) & (first.fold != leave_out)
        features.append(join_looks(first.features, second.features, rows))
        label.append(first.headline[rows])
        weight.append(np.full(rows.sum(), share))
    names = tables["region"].names + looks["region"].names
    guessed = [k for k, name in enumerate(names) if name.startswith(GUESSED)]
    return grow(*map(np.concatenate, (features, label, weight)), HEADLINE, names, guessed)


def train_nets(tables: dict[str, Table], leave_out: int | None) -> tuple[LineNet, ...]:
    """Nets that differ in what they began with and in the order of what they saw."""
    return tuple(train_line_net(tables, leave_out, how) for how in NETS)


def score_unseen(
    table: Table, trees: list[TreeModel], nets: list[tuple[LineNet, ...]]
) -> np.ndarray:
    """What the first look says of each line, by the models that have not seen its domain."""
    leaving = np.zeros(len(table.label))
    starts = np.cumsum(table.sizes) - table.sizes
    for fold in range(FOLDS):
        rows = table.fold == fold
        layout = lay_out(table.sizes[rows[starts]])
        odds = (
            trees[fold].score(table.features[rows]),
            score_nets(nets[fold], table.features[rows], layout),
        )
        leaving[rows] = to_chance(join_first_looks(*odds))
    return leaving


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--folds", type=Path)
    options = parser.parse_args()
    ready = prepare(options.kit)
    tables = {name: table for name, table in ready.tables.items() if name in SET_WEIGHTS}
    first = [train(tables, fold, FIRST) for fold in range(FOLDS)]
    nets = [train_nets(tables, fold) for fold in range(FOLDS)]
    # What extractors agree on is good enough for the first look; the second learns fine points.
    sure = {n: t for n, t in ready.tables.items() if n != "guessed"}
    looks = {n: t.look_again(score_unseen(t, first, nets)) for n, t in sure.items()}
    fine = {name: look for name, look in looks.items() if name in SET_WEIGHTS}

    def join(fold: int | None, first: TreeModel, nets: tuple[LineNet, ...]) -> LineModel:
        second = train(fine, fold, SECOND)
        headline = train_headlines(ready.tables, looks, fold)
        return LineModel(first, nets, second, headline, ready.appeals[fold], ready.generic[fold])

    if options.folds:
        options.folds.mkdir(parents=True, exist_ok=True)
        for fold in range(FOLDS):
            out = options.folds / f"fold{fold}.npz"
            write_model(join(fold, first[fold], nets[fold]), out)
            print(out, flush=True)
    model = join(None, train(tables, None, FIRST), train_nets(tables, None))
    write_model(model, options.out)
    print(f"{options.out}: {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
