"""The trained line model: from the features of a document to "this line is not body".

Trees, nets and words of appeals, stored as plain numbers. `benchmarks/train_cleaner.py` makes the
file from labelled pages.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np

from extractors.cleaning.features.layout import Layout
from extractors.cleaning.scoring.line_net import LineNet, enter
from extractors.cleaning.scoring.tree_model import TreeModel
from extractors.cleaning.words.appeals import AppealWords
from extractors.cleaning.words.model import WordModel

MODEL_FILE = "model.npz"
LOOKS = ("first", "second")
WORD_STEPS = {"word": 4, "pair": 4, "part": 16}  # whole numbers that stand for a weight of one
NET_SHARE = 0.4  # what the nets count at first look; the trees are a little better


def score_nets(nets: Sequence[LineNet], features: np.ndarray, layout: Layout) -> np.ndarray:
    """Mean log-odds of the nets, one per row of `features`."""
    entered = zip(nets, enter(nets, features), strict=True)
    return sum(net.listen(units, layout) for net, units in entered) / len(nets)


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
    headline: TreeModel  # of the lines above the body, with the columns of both looks
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
        appeals = AppealWords(_read_words(data, "odds"), _read_words(data, "names"))
        names = {look: tuple(json.loads(str(data[f"{look}_names"]))) for look in LOOKS}
        first, second = (_read_trees(data, look, names[look]) for look in LOOKS)
        headline = _read_trees(data, "headline", first.names + second.names)
        nets = tuple(_read_net(data, k) for k in range(int(data["nets"])))
        generic = frozenset(data["generic"].tolist())
        return LineModel(first, nets, second, headline, appeals, generic)


def _read_words(data: Mapping[str, np.ndarray], name: str) -> WordModel:
    def read(part: str) -> np.ndarray:
        return data[f"{name}_{part}"].astype(np.float64)

    hashed = (read(part) / WORD_STEPS[part] for part in WORD_STEPS)
    return WordModel(*hashed, read("family"), read("bias"))


def _read_trees(data: Mapping[str, np.ndarray], which: str, names: tuple[str, ...]) -> TreeModel:
    return TreeModel(
        feature=data[f"{which}_feature"].astype(np.int64),
        border=data[f"{which}_border"],
        leaf=data[f"{which}_leaf"].astype(np.float32),
        bias=float(data[f"{which}_bias"]),
        names=names,
        step=float(data[f"{which}_leaf_step"]),
    )


def name_net_array(number: int, field: str) -> str:
    """Where the file holds a field of a net; all nets ask the same questions."""
    return f"net_{field}" if field in ("column", "border") else f"net{number}_{field}"


def _read_net(data: Mapping[str, np.ndarray], number: int) -> LineNet:
    stored = {f.name: data[name_net_array(number, f.name)] for f in fields(LineNet)}
    weights = {name: values.astype(np.float32) for name, values in stored.items()}
    column, bias = stored["column"].astype(np.int64), float(stored["leave_bias"])
    return LineNet(**weights | {"column": column, "leave_bias": bias})
