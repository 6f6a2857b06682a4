"""Train the words of appeals: a linear model over hashed words.

Positive lines are the appeals that were written for the purpose (appeal_texts.py) and lines of the
kit's pages that are not body and hold three families of appeal words; negative lines are body lines
and the hard negatives.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.appeal_texts import WRITTEN, load_appeals
from benchmarks.labelled_texts import LabelledText, fold_of
from extractors.cleaning.appeal_words import BUCKETS, AppealWords, list_buckets
from extractors.cleaning.families import APPEAL_NAMES
from extractors.cleaning.lexicon import family_bits, find_families
from extractors.cleaning.sheet import read_sheet
from extractors.cleaning.word_table import number_words
from extractors.tokens import list_tokens

OWN_WEIGHT = 6.0  # an appeal of the set counts as much as six lines of pages
BODY_WEIGHT = 0.5
PENALTY = 0.3  # of the squared weights
MIN_WORDS = 4


def collect_lines(texts: list[LabelledText]) -> list[tuple[list[str], int, float, int | None]]:
    """Words, label, weight and fold of all lines to learn from; None: of no fold."""
    found = []
    for appeals, measured in ((load_appeals(), True), (load_appeals(WRITTEN), False)):
        for appeal in appeals:
            label, fold = int(appeal.category != "none"), appeal.fold if measured else None
            found.append((list_tokens(appeal.text), label, OWN_WEIGHT, fold))
    seen: set[tuple[str, int]] = set()
    for text in texts:
        sheet = read_sheet(text.text)
        for i, line_no in enumerate(sheet.line_nos):
            key, tokens = sheet.key(i), sheet.words(i)
            label, fold = text.labels[line_no], fold_of(text.domain)
            if len(tokens) < MIN_WORDS or label == "?" or (key, fold) in seen:
                continue
            seen.add((key, fold))
            if label == "1":
                found.append((tokens, 0, BODY_WEIGHT, fold))
            elif (find_families(tokens) & family_bits(*APPEAL_NAMES)).bit_count() >= 3:
                found.append((tokens, 1, 1.0, fold))
    return found


def train_appeal_words(lines: list, leave_out: int | None) -> AppealWords:
    """Weights from all lines but those of one fold."""
    chosen = [x for x in lines if x[3] is None or x[3] != leave_out]
    table = number_words([[" ".join(x[0]) for x in chosen]])
    buckets, line = list_buckets(table)
    scale = 1 / np.sqrt(np.maximum(table.counts, 1))
    matrix = csr_matrix((scale[line], (line, buckets)), (len(chosen), BUCKETS))
    label = np.array([x[1] for x in chosen], float)
    weight = np.array([x[2] for x in chosen])

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        odds = matrix @ point[:-1] + point[-1]
        error = weight * (1 / (1 + np.exp(-odds)) - label)
        value = weight @ (np.logaddexp(0, odds) - label * odds)
        gradient = np.append(matrix.T @ error + PENALTY * point[:-1], error.sum())
        return value + 0.5 * PENALTY * point[:-1] @ point[:-1], gradient

    best = minimize(
        loss, np.zeros(BUCKETS + 1), jac=True, method="L-BFGS-B", options={"maxiter": 150}
    )
    return AppealWords(np.round(best.x[:-1], 2).astype(np.float16), round(float(best.x[-1]), 3))
