"""A small convolutional net over the lines of a document, in whole numbers.

Inputs are questions (is this column greater than that?), weights whole numbers of eight bits, and
what the units of one layer tell the next whole numbers from 0 to 255. All sums stay below 2**24,
so float32 holds each of them exactly: a line gets the same score whatever stands in other
documents, in whatever order a library adds, and on whatever machine.

`benchmarks/train_line_net.py` makes the weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from extractors.cleaning.features.layout import Layout

STEPS = 64  # whole numbers that stand for one
TOP = 255  # the most that a unit tells
DILATIONS = (1, 2, 4, 8)  # lines between the three that a unit looks at, layer by layer
GAP = max(DILATIONS)  # empty places between two documents, so that none sees the other
HALO = sum(DILATIONS)  # places on each side of a line that have a say in its score
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
        return self.listen(enter([self], features)[0], layout)

    def listen(self, entered: np.ndarray, layout: Layout) -> np.ndarray:
        """The same from what the units of the entry tell of each line, (c, lines)."""
        lines = entered.shape[1]
        place = np.arange(lines) + GAP * (layout.document + 1) + HALO
        inner = COLUMNS - 2 * HALO
        size = -(-(lines + GAP * (len(layout.sizes) + 1)) // inner) * inner
        most = np.zeros(size + 2 * HALO, np.float32)  # that is told at each place
        most[place] = TOP
        units = np.zeros((len(entered), len(most)), np.float32)
        units[:, place] = entered
        leave = np.empty(len(most), np.float32)
        for at in range(0, size, inner):
            found = self._listen(units[:, at : at + COLUMNS], most[at : at + COLUMNS])
            leave[at + HALO : at + HALO + inner] = found[HALO:-HALO]
        return leave[place].astype(np.float64) / STEPS**2 + self.leave_bias

    def _listen(self, units: np.ndarray, most: np.ndarray) -> np.ndarray:
        """What all layers together say about leaving, in steps of steps, of one piece of places."""
        told = [units]
        most = np.repeat(most[None], len(units), axis=0)
        for taps, bias, step in zip(*self._layers, DILATIONS, strict=True):
            told.append(_look_around(told[-1], taps, bias, step, most))
        return self.leave @ np.concatenate(told)

    @cached_property
    def _layers(self) -> tuple[np.ndarray, np.ndarray]:
        """Weights and biases of all layers, in steps; half a step rounds the sums.

        Each unit hears what it said itself besides.
        """
        taps = self.taps / np.float32(STEPS)
        taps[:, 1] += np.eye(taps.shape[2], dtype=np.float32)
        bias = np.repeat(self.tap_bias[:, :, None], COLUMNS, axis=2)  # quicker than to spread it
        return taps, bias / np.float32(STEPS) + np.float32(0.5)


def enter(nets: Sequence[LineNet], features: np.ndarray) -> list[np.ndarray]:
    """What the units of the entry of each net tell of each line, (c, lines).

    All nets ask the same questions, which are answered once; a ValueError if they do not.
    """
    column, border = nets[0].column, nets[0].border
    if not all(np.array_equal((n.column, n.border), (column, border)) for n in nets):
        raise ValueError("the nets of one model ask different questions")
    found = [np.repeat(net.entry_bias[:, None], len(features), axis=1) for net in nets]
    spare = np.empty((len(column), COLUMNS), np.float32)
    for at in range(0, len(features), COLUMNS):
        answers = spare[:, : len(features) - at]
        features[at : at + COLUMNS].T.take(column, axis=0, out=answers, mode="clip")
        np.greater(answers, border[:, None], out=answers)
        for net, units in zip(nets, found, strict=True):
            sums = units[:, at : at + COLUMNS]
            for row in range(0, len(answers), ROWS):
                sums += net.entry[:, row : row + ROWS] @ answers[row : row + ROWS]
    return [np.clip(units, 0, TOP, out=units) for units in found]


def _look_around(
    units: np.ndarray, taps: np.ndarray, bias: np.ndarray, step: int, most: np.ndarray
) -> np.ndarray:
    """The next layer: what three lines tell each unit."""
    wide = np.zeros((len(units), COLUMNS + 2 * step), np.float32)
    wide[:, step:-step] = units
    sums = taps[1] @ units
    sums += taps[0] @ wide[:, :COLUMNS]
    sums += taps[2] @ wide[:, 2 * step :]
    sums += bias
    np.floor(sums, out=sums)
    np.maximum(sums, _nothing(len(sums)), out=sums)
    return np.minimum(sums, most, out=sums)


@cache
def _nothing(units: int) -> np.ndarray:
    """Zeros for all places of a piece: three times as quick to compare with as one zero."""
    return np.zeros((units, COLUMNS), np.float32)
