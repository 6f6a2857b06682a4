"""Train the net of the cleaner over the lines of labelled texts.

Needs torch (not a dependency of newsmill); runs on one thread of the processor, so the same tables,
seed and version of torch give the same weights. Weights and units are rounded while they are
trained, as extractors/cleaning/line_net.py rounds them: what is measured here is what is shipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from benchmarks.line_tables import Table, weigh_lines
from extractors.cleaning.line_net import DILATIONS, GAP, STEPS, TOP, LineNet

CUTS = (0.15, 0.4, 0.65, 0.9)  # shares of the lines with more than the least, one question each
_OF_NEIGHBOURS = re.compile(r"[-+<>]\d+$")
TOP_WEIGHT = 127  # of eight bits, in steps


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
    net = _Net(len(column), how)
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
        loss = nn.functional.binary_cross_entropy_with_logits(odds, texts.label[rows], weight)
        loss = loss * len(rows) / weight.sum()
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
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


class _Round(torch.autograd.Function):
    """To whole numbers; the gradient passes as if nothing had been rounded."""

    @staticmethod
    def forward(context, values):
        return torch.floor(values + 0.5)

    @staticmethod
    def backward(context, gradient):
        return gradient


def _weigh(values: torch.Tensor) -> torch.Tensor:
    """Weights in steps."""
    return _Round.apply(torch.clamp(values * STEPS, -TOP_WEIGHT, TOP_WEIGHT))


def _tell(sums: torch.Tensor) -> torch.Tensor:
    """What units tell, in steps, from their sums in steps."""
    return _Round.apply(torch.clamp(sums, 0, TOP))


class _Net(nn.Module):
    """The net of extractors/cleaning/line_net.py, for training."""

    def __init__(self, questions: int, how: NetTraining) -> None:
        super().__init__()
        units = how.units
        self.entry = nn.Linear(questions, units)
        self.layers = nn.ModuleList(nn.Conv1d(units, units, 3) for _ in DILATIONS)
        self.leave = nn.Linear(units * (len(DILATIONS) + 1), 1)
        self.drop = nn.Dropout(how.drop)

    def forward(self, answers: torch.Tensor, filled: torch.Tensor) -> torch.Tensor:
        """Log-odds of each line; `answers` has a row per line, `filled` is 0 in gaps."""
        entry = nn.functional.linear(self.drop(answers), _weigh(self.entry.weight))
        units = _tell(entry + _Round.apply(self.entry.bias * STEPS)).T[None] * filled
        told = [units]
        for layer, step in zip(self.layers, DILATIONS, strict=True):
            sums = nn.functional.conv1d(
                self.drop(units), _weigh(layer.weight), padding=step, dilation=step
            )
            sums = (sums + _Round.apply(layer.bias * STEPS**2)[:, None]) / STEPS
            units = _tell(sums + units) * filled
            told.append(units)
        sums = nn.functional.linear(torch.cat(told, 1)[0].T, _weigh(self.leave.weight))
        return sums[:, 0] / STEPS**2 + self.leave.bias

    @torch.no_grad()
    def export(self, column: np.ndarray, border: np.ndarray) -> LineNet:
        """The weights as plain arrays."""
        return LineNet(
            column,
            border,
            _weigh(self.entry.weight).numpy(),
            _Round.apply(self.entry.bias * STEPS).numpy(),
            torch.stack([_weigh(x.weight).permute(2, 0, 1) for x in self.layers]).numpy(),
            torch.stack([_Round.apply(x.bias * STEPS**2) for x in self.layers]).numpy(),
            _weigh(self.leave.weight)[0].numpy(),
            float(self.leave.bias),
        )
