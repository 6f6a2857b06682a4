"""A small convolutional net over the lines of a document, in whole numbers.

Inputs are questions (is this column greater than that?), weights whole numbers of eight bits, and
what the units of one layer tell the next whole numbers from 0 to 255. All sums stay below 2**24,
so float32 holds each of them exactly: a line gets the same score whatever stands in other
documents, in whatever order a library adds, and on whatever machine.

`benchmarks/train_line_net.py` makes the weights.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.cleaning.layout import Layout

STEPS = 64  # whole numbers that stand for one
TOP = 255  # the most that a unit tells
DILATIONS = (1, 2, 4, 8)  # lines between the three that a unit looks at, layer by layer
GAP = max(DILATIONS)  # empty places between two documents, so that none sees the other
# The most rows and columns multiplied at once. Larger products BLAS libraries share out to threads,
# which cost more than they gain here, and stand in the way of other processes.
ROWS, COLUMNS = 32, 224


@dataclass(frozen=True)
class LineNet:
    """Weights of a net with c units per layer; all arrays are float32 with whole numbers in them.

    `column` and `border` are those of the questions asked of the features.
    """

    column: np.ndarray  # (questions,), column that each one looks at
    border: np.ndarray  # (questions,), the answer is yes when the value is greater
    entry: np.ndarray  # (c, questions), in steps
    entry_bias: np.ndarray  # (c,), in steps
    taps: np.ndarray  # (layers, 3, c, c), for the line before, the line itself and the line behind
    tap_bias: np.ndarray  # (layers, c), in steps of steps
    leave: np.ndarray  # ((layers + 1) * c,), what each unit says about leaving, in steps
    leave_bias: float  # log-odds

    def score(self, features: np.ndarray, layout: Layout) -> np.ndarray:
        """Log-odds, float64, one per row of `features`, that the line is not body."""
        place = np.arange(len(features)) + GAP * (layout.document + 1)
        size = len(features) + GAP * (len(layout.sizes) + 1)
        lines = np.zeros(size, np.float32)
        lines[place] = 1.0
        answers = (features.T[self.column] > self.border[:, None]).astype(np.float32)
        units = np.zeros((len(self.entry), size), np.float32)
        units[:, place] = _tell(_multiply(self.entry, answers) + self.entry_bias[:, None])
        parts = np.split(self.leave, len(self.taps) + 1)
        total = _multiply(parts[0][None], units)
        for taps, bias, part, step in zip(
            self.taps, self.tap_bias, parts[1:], DILATIONS, strict=True
        ):
            units = _look_around(units, taps, bias, step) * lines
            total += _multiply(part[None], units)
        return total[0, place].astype(np.float64) / STEPS**2 + self.leave_bias


def _tell(sums: np.ndarray) -> np.ndarray:
    """What units tell the next layer, from their sums in steps, whole numbers or halves."""
    return np.clip(sums, 0, TOP, out=sums)


def _look_around(units: np.ndarray, taps: np.ndarray, bias: np.ndarray, step: int) -> np.ndarray:
    """The next layer: each unit adds to what it said what three lines tell it."""
    sums = _multiply(taps[1], units)
    sums[:, step:] += _multiply(taps[0], units[:, :-step])
    sums[:, :-step] += _multiply(taps[2], units[:, step:])
    sums += bias[:, None]
    sums /= STEPS
    sums += 0.5
    np.floor(sums, out=sums)
    sums += units
    return _tell(sums)


def _multiply(weights: np.ndarray, values: np.ndarray) -> np.ndarray:
    """The product of two matrices, piece by piece; exact, so the pieces make no difference."""
    product = np.zeros((len(weights), values.shape[1]), np.float32)
    for at in range(0, values.shape[1], COLUMNS):
        piece, column = product[:, at : at + COLUMNS], values[:, at : at + COLUMNS]
        for row in range(0, len(values), ROWS):
            piece += weights[:, row : row + ROWS] @ column[row : row + ROWS]
    return product
