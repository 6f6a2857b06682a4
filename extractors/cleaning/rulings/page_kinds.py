"""Known kinds of the lines of pages that stand outside the body, which no model looks at."""

from __future__ import annotations

from itertools import chain, islice

import numpy as np

from extractors.cleaning.features.kind_numbers import number_kinds
from extractors.cleaning.features.label_begins import mark_label_begins
from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.scoring.scores import cut_sheet, gather_sheets
from extractors.cleaning.words.table import WordTable, number_words


def list_kinds(sheets: list[Sheet]) -> list[list[int]]:
    """Place of the kind of each line of each sheet in KINDS (`match_kind`), -1 for none."""
    blocks = [block for sheet in sheets for block in cut_sheet(sheet)]
    kinds = chain.from_iterable(map(_number_kinds, gather_sheets(blocks)))
    return [list(islice(kinds, len(sheet.texts))) for sheet in sheets]


def _number_kinds(sheets: list[Sheet]) -> list[int]:
    table = number_words([sheet.folded for sheet in sheets])
    dated = _hold_numbers(table)
    return number_kinds(table, sheets, mark_label_begins(table), dated).tolist()


def _hold_numbers(table: WordTable) -> np.ndarray:
    """True for lines with a number other than 0, as all of them with a year."""
    found = np.zeros(len(table.counts), bool)
    found[table.line[(table.hashes != table.shape_hashes)[table.word]]] = True
    return found
