"""Train the net of the cleaner over the lines of labelled texts.

Needs torch (not a dependency of newsmill); runs on one thread of the processor, so the same tables,
seed and version of torch give the same weights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits
from torch.nn.utils import clip_grad_norm_

from benchmarks.line_tables import Table, weigh_lines
from benchmarks.rounded_net import RoundedNet
from extractors.cleaning.scoring.line_net import GAP, LineNet

CUTS = (0.15, 0.4, 0.65, 0.9)  # shares of the lines with more than the least, one question each
_OF_NEIGHBOURS = re.compile(r"[-+<>]\d+$")


@dataclass(frozen=True)
class NetTraining:
    """Settings of a net, found by cross-validation over domains."""

    units: int = 32
    epochs: int = 14
    batch: int = 3000  # lines
    rate: float = 4e-3  # falls to nothing along a cosine
    decay: float = 1e-2
    drop: float = 0.3  # share of the answers and units that are not seen: there are few domains
    seed: int = 1


def train_line_net(tables: dict[str, Table], leave_out: int | None, how: NetTraining) -> LineNet:
    """A net trained on all folds but `leave_out`."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(how.seed)
    own = list_own_columns(next(iter(tables.values())).names)
    texts = _Texts.gather(tables, leave_out, own)
    column, border = choose_questions(texts.features)
    answers = torch.from_numpy(texts.features[:, column] > border)
    net = RoundedNet(len(column), how.units, how.drop)
    optimiser = torch.optim.AdamW(net.parameters(), lr=how.rate, weight_decay=how.decay)
    batches = list(_draw_batches(texts.sizes, how))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, how.rate, len(batches), pct_start=0.05, cycle_momentum=False
    )
    for chosen in batches:
        rows, filled = _lay_apart(texts, chosen)
        given = answers[rows].float() * filled[:, None]
        odds = net(given, filled)
        weight = texts.weight[rows] * filled
        loss = binary_cross_entropy_with_logits(odds, texts.label[rows], weight)
        loss = loss * len(rows) / weight.sum()
        optimiser.zero_grad()
        loss.backward()
        clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
    return net.export(own[column], border)


def list_own_columns(names: tuple[str, ...]) -> np.ndarray:
    """Columns that do not describe neighbours, which the net sees for itself."""
    return np.array([k for k, name in enumerate(names) if not _OF_NEIGHBOURS.search(name)])


def choose_questions(features: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Columns and borders: is a value more than the least, and in which part of the others?"""
    column, border = [], []
    for number, values in enumerate(features.T):
        more = values[values > values.min()]
        if not len(more):
            continue
        found = {float(values.min()), *np.quantile(more, CUTS, method="lower").tolist()}
        found.discard(float(values.max()))
        column += [number] * len(found)
        border += sorted(found)
    return np.array(column), np.array(border, np.float32)


@dataclass(frozen=True)
class _Texts:
    """The lines of all texts to learn from."""

    features: np.ndarray  # (lines, columns)
    label: torch.Tensor
    weight: torch.Tensor
    sizes: np.ndarray  # lines of each text

    @classmethod
    def gather(cls, tables: dict[str, Table], leave_out: int | None, columns: np.ndarray) -> _Texts:
        rows = {name: table.fold != leave_out for name, table in tables.items()}
        label = np.concatenate([t.label[rows[name]] for name, t in tables.items()])
        weight = np.concatenate([weigh_lines(name, t)[rows[name]] for name, t in tables.items()])
        weight = np.where(label >= 0, weight, 0.0).astype(np.float32)
        sizes = []
        for name, table in tables.items():
            starts = np.cumsum(table.sizes) - table.sizes
            sizes += table.sizes[rows[name][starts]].tolist()
        return cls(
            np.concatenate([t.features[rows[name]][:, columns] for name, t in tables.items()]),
            torch.from_numpy((label == 1).astype(np.float32)),
            torch.from_numpy(weight),
            np.array(sizes),
        )


def _draw_batches(sizes: np.ndarray, how: NetTraining) -> Iterator[np.ndarray]:
    """Texts of each step; in every epoch all texts have their turn."""
    random = np.random.default_rng(how.seed)
    count = max(1, int(sizes.sum()) // how.batch)
    for _ in range(how.epochs):
        order = random.permutation(len(sizes))
        part = (np.cumsum(sizes[order]) - 1) * count // sizes.sum()
        yield from (order[part == k] for k in range(count) if (part == k).any())


def _lay_apart(texts: _Texts, chosen: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
    """Rows of the chosen texts with gaps between them, and 1 for a line and 0 for a gap."""
    starts = np.cumsum(texts.sizes) - texts.sizes
    rows, filled = [np.zeros(GAP, np.int64)], [np.zeros(GAP, np.float32)]
    for text in chosen.tolist():
        size = int(texts.sizes[text])
        rows += [np.arange(starts[text], starts[text] + size), np.zeros(GAP, np.int64)]
        filled += [np.ones(size, np.float32), np.zeros(GAP, np.float32)]
    return torch.from_numpy(np.concatenate(rows)), torch.from_numpy(np.concatenate(filled))
