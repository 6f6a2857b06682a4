"""Train the words of appeals: which lines are appeals, and of which category.

Positive lines are the appeals that were written for the purpose (appeal_texts.py) and lines of the
kit's pages that are not body and hold three families of appeal words; negative lines are body
lines, headlines and the hard negatives. Categories are learned from the written appeals alone.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from benchmarks.appeal_texts import WRITTEN, load_appeals
from benchmarks.labelled_texts import LabelledText, fold_of
from benchmarks.train_words import Buckets, train_words
from extractors.cleaning.features.families import APPEAL_NAMES
from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.labels.lexicon import family_bits, find_families
from extractors.cleaning.words.appeals import CATEGORIES, AppealWords
from extractors.tokens import list_tokens

OWN_WEIGHT = 6.0  # an appeal of the set counts as much as six lines of pages,
NEWS_WEIGHT = 9.0  # and a hard negative more: an article lost costs more
BODY_WEIGHT = 1.0
MIN_WORDS = 4  # of a line
MIN_LINES = 3  # that hold what is to tell something,
MIN_NAMED = 3  # and the same for the categories, of which less is written
PENALTY, NAMED_PENALTY = 0.3, 0.1  # of the squared weights
# Few words and pairs of three dozen languages share a bucket by chance.
BUCKETS = Buckets(word=1 << 17, pair=1 << 18, part=1 << 17)
NAMED_BUCKETS = Buckets(word=1 << 13, pair=0, part=1 << 13)


class Line(NamedTuple):
    """A line to learn from."""

    words: list[str]
    category: str  # none: it is no appeal; empty: of no known one
    weight: float
    fold: int


def collect_lines(texts: list[LabelledText]) -> list[Line]:
    """All lines to learn from, the written ones first."""
    found = []
    for appeal in load_appeals() + load_appeals(WRITTEN):
        category = "none" if appeal.category == "news" else appeal.category
        weight = NEWS_WEIGHT if category == "none" else OWN_WEIGHT
        found.append(Line(list_tokens(appeal.text), category, weight, appeal.fold))
    seen: set[tuple[str, int]] = set()
    for text in texts:
        fold = fold_of(text.domain)
        found += [Line(list_tokens(x), "none", BODY_WEIGHT, fold) for x in text.titles]
        sheet = read_sheet(text.text)
        for i, line_no in enumerate(sheet.line_nos):
            key, words, label = sheet.key(i), sheet.words(i), text.labels[line_no]
            if len(words) < MIN_WORDS or label == "?" or (key, fold) in seen:
                continue
            seen.add((key, fold))
            if label == "1":
                found.append(Line(words, "none", BODY_WEIGHT, fold))
            elif (find_families(words) & family_bits(*APPEAL_NAMES)).bit_count() >= 3:
                found.append(Line(words, "", 1.0, fold))
    return found


def train_appeal_words(lines: list[Line], leave_out: int | None) -> AppealWords:
    """Weights from all lines but those of one fold."""
    chosen = [x for x in lines if x.fold != leave_out]
    odds = train_words(
        [x.words for x in chosen],
        np.array([[x.category != "none"] for x in chosen], float),
        np.array([x.weight for x in chosen]),
        np.array([x.weight >= OWN_WEIGHT for x in chosen]),  # what no written line holds is noise
        BUCKETS, MIN_LINES, PENALTY,
    )  # fmt: skip
    named = [x for x in chosen if x.category in CATEGORIES]
    names = train_words(
        [x.words for x in named],
        np.eye(len(CATEGORIES))[[CATEGORIES.index(x.category) for x in named]],
        np.ones(len(named)),
        np.ones(len(named), bool),
        NAMED_BUCKETS, MIN_NAMED, NAMED_PENALTY,
    )  # fmt: skip
    return AppealWords(odds, names)
