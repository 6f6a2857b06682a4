"""Which lines belong to which document, when the lines of many documents are described at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Layout:
    """The lines of several documents, one document behind the other; none is empty."""

    starts: np.ndarray  # first line of each document
    sizes: np.ndarray  # lines of each document
    document: np.ndarray  # document of each line
    index: np.ndarray  # place of each line in its document, from 0

    @property
    def size(self) -> np.ndarray:
        """Lines of the document, for each line."""
        return self.sizes[self.document]

    def total(self, values: np.ndarray) -> np.ndarray:
        """Sum over the lines of each document, float64; order of addition as in the document."""
        return np.bincount(self.document, values, minlength=len(self.sizes))

    def mean(self, values: np.ndarray) -> np.ndarray:
        """Mean over the lines of each document."""
        return self.total(values) / self.sizes

    def running(self, values: np.ndarray) -> np.ndarray:
        """Sum of whole numbers over the lines before each line of the same document."""
        sums = np.cumsum(values) - values
        return sums - sums[self.starts][self.document]


def lay_out(sizes: Sequence[int]) -> Layout:
    """Layout of documents with so many lines, each at least one."""
    lengths = np.array(sizes, np.int64)
    starts = np.cumsum(lengths) - lengths
    document = np.repeat(np.arange(len(lengths)), lengths)
    return Layout(starts, lengths, document, np.arange(int(lengths.sum())) - starts[document])
