"""What the line cleaner learns from: features, labels and weights of all lines of a set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from benchmarks.headline_marks import mark_headlines
from benchmarks.labelled_texts import LabelledText, fold_of
from extractors.cleaning.features.describe import Described, describe_sheets
from extractors.cleaning.features.second_look import look_again
from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.words.appeals import AppealWords

# What one line of each set counts in training. The region is closest to what users paste; whole
# pages have many lines that are easy; clean text keeps the model from expecting dirt everywhere.
SET_WEIGHTS = {
    "region": 1.0, "cut": 0.8, "full": 0.4, "res_traf": 1.0, "res_readability": 1.0,
    "res_newspaper": 1.0, "res_resiliparse": 1.0, "clean": 0.5, "appeals": 0.6, "written": 0.2,
    "bodies": 0.2, "grafted": 0.4, "guessed": 0.5, "pages": 1.0,
}  # fmt: skip
APPEAL_WEIGHT = 5.0  # one appeal stands among forty lines of its article, and so
HARD_WEIGHT = 8.0  # does a hard negative, which costs more when it is lost


@dataclass(frozen=True)
class Table:
    """Features of all non-blank lines of a set."""

    features: np.ndarray  # (lines, columns)
    label: np.ndarray  # 1 not body, 0 body, -1 not scored
    words: np.ndarray
    marked: np.ndarray  # true for appeals and hard negatives
    headline: np.ndarray  # true for headlines
    fold: np.ndarray
    names: tuple[str, ...]
    told: tuple[Described, ...]  # the same text by text

    @property
    def kinds(self) -> np.ndarray:
        """Known kind of each line, -1 for lines of none."""
        return np.concatenate([told.kinds for told in self.told])

    @property
    def sizes(self) -> np.ndarray:
        """Lines of each text."""
        return np.array([len(told.words) for told in self.told])

    def look_again(self, leaving: np.ndarray) -> Table:
        """The table of the second look; `leaving` is what the first said of each line."""
        pairs = zip(self.told, np.split(leaving, np.cumsum(self.sizes)[:-1]), strict=True)
        parts = [look_again(told, part) for told, part in pairs]
        return replace(self, features=np.concatenate([p[0] for p in parts]), names=parts[0][1])


def weigh_lines(name: str, table: Table) -> np.ndarray:
    """What each line of the set `name` counts in training.

    A long line counts more than a short one, but not in proportion to its words.
    """
    marked = np.where(table.marked, np.where(table.label == 0, HARD_WEIGHT, APPEAL_WEIGHT), 1)
    return np.sqrt(1 + table.words) * SET_WEIGHTS[name] * marked


def tabulate(texts: list[LabelledText], appeals: Mapping[int | None, AppealWords]) -> Table:
    """Describe all lines of a set, each text with the appeal words that have not seen its fold."""
    told, label, words, marked, headline, fold = [], [], [], [], [], []
    for text in texts:
        sheet = read_sheet(text.text)
        if sheet.texts:
            told.append(describe_sheets([sheet], appeals[fold_of(text.domain)]))
        label += [{"0": 1, "1": 0}.get(text.labels[n], -1) for n in sheet.line_nos]
        words += sheet.word_counts
        marked += [bool(text.marks) and text.marks[n] != "" for n in sheet.line_nos]
        headline += mark_headlines(text, sheet)
        fold += [fold_of(text.domain)] * len(sheet.texts)
    return Table(
        np.concatenate([x.features for x in told]),
        np.array(label),
        np.array(words),
        np.array(marked, bool),
        np.array(headline, bool),
        np.array(fold),
        told[0].names,
        tuple(told),
    )
