"""Which known kinds the lines of some documents are of, all lines at once."""

from __future__ import annotations

from itertools import chain, compress

import numpy as np

from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.labels.date_stamps import MOST_WORDS, is_date_stamp
from extractors.cleaning.labels.kinds import DATE_STAMP, KINDS, match_label
from extractors.cleaning.words.facts import LABEL
from extractors.cleaning.words.table import WordTable

_KIND_NUMBER = {kind.name: k for k, kind in enumerate(KINDS)}


def number_kinds(
    table: WordTable, sheets: list[Sheet], labelled: np.ndarray, dated: np.ndarray
) -> np.ndarray:
    """Place of the kind of each line in KINDS (`match_kind`), -1 for lines of none.

    `labelled` is true for lines that begin with the words of a known label, and `dated` for those
    that may be date stamps.
    """
    likely = table.mark_lines(LABEL)
    found = np.full(len(likely), -1)
    texts = compress(chain.from_iterable(sheet.seen for sheet in sheets), likely.tolist())
    kinds = map(match_label, texts, labelled[likely].tolist())
    found[likely] = [-1 if kind is None else _KIND_NUMBER[kind.name] for kind in kinds]
    dated = dated & (found < 0) & (table.counts <= MOST_WORDS)
    words = chain.from_iterable(sheet.folded for sheet in sheets)
    stamps = [is_date_stamp(line.split()) for line in compress(words, dated.tolist())]
    found[np.flatnonzero(dated)[stamps]] = _KIND_NUMBER[DATE_STAMP.name]
    return found
