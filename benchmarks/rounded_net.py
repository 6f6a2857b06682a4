"""The net of extractors/cleaning/scoring/line_net.py, in torch, for training.

Weights and units are rounded while they are trained, as they are when lines are scored: what is
measured in training is what is shipped.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from extractors.cleaning.scoring.line_net import DILATIONS, STEPS, TOP, LineNet

TOP_WEIGHT = 127  # of eight bits, in steps


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


class RoundedNet(nn.Module):
    """Log-odds of the lines of texts, which lie one behind the other with gaps between them.

    `questions`: answers about each line; `drop`: share of answers and units not seen at a time.
    """

    def __init__(self, questions: int, units: int, drop: float) -> None:
        super().__init__()
        self.entry = nn.Linear(questions, units)
        self.layers = nn.ModuleList(nn.Conv1d(units, units, 3) for _ in DILATIONS)
        self.leave = nn.Linear(units * (len(DILATIONS) + 1), 1)
        self.drop = nn.Dropout(drop)

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
