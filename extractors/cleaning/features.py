"""Numbers that describe each line of a document: shape, words, repetition, place, neighbours.

Nothing here depends on a language except the known kinds of lines and the lexicon, which are given
as numbers among others. All lines of a document are described at once, in linear time.
"""

from __future__ import annotations

import numpy as np

from extractors.cleaning.appeal_words import AppealWords, score_appeal_words
from extractors.cleaning.kinds import KINDS
from extractors.cleaning.places import describe_document, describe_neighbours, describe_place
from extractors.cleaning.repeats import describe_repeats
from extractors.cleaning.shape import describe_shape
from extractors.cleaning.sheet import Sheet
from extractors.cleaning.titles import find_title
from extractors.cleaning.words import (
    describe_families,
    describe_sharing,
    mark_prose,
    number_words,
)

_KIND_NUMBER = {kind.name: k for k, kind in enumerate(KINDS)}


def describe_lines(sheet: Sheet, appeals: AppealWords) -> tuple[np.ndarray, list[str]]:
    """Matrix of shape (non-blank lines, features), float32, and the names of its columns.

    `sheet` has at least one line; `appeals` knows the words of appeals.
    """
    table = number_words(sheet.tokens)
    words = table.counts.astype(np.float64)
    columns = describe_shape(sheet.seen, words)
    prose = mark_prose(words, columns["ends_stop"], columns["cjk_share"])
    columns["is_prose"] = prose
    columns["gap_before"] = np.minimum(sheet.gaps[:-1], 3)
    columns["gap_after"] = np.minimum(sheet.gaps[1:], 3)
    columns |= _describe_kinds(sheet)
    columns |= describe_families(table)
    columns["appeal"] = np.clip(score_appeal_words(table, appeals), -6, 6)
    columns |= describe_sharing(table, prose, _find_title_words(sheet))
    columns |= describe_repeats(table, sheet.keys, sheet.shapes)
    columns |= describe_place(prose, words, columns["any_kind"])
    columns |= describe_document(columns, prose, words)
    columns |= describe_neighbours(columns)
    matrix = np.empty((len(words), len(columns)), np.float32)
    for k, values in enumerate(columns.values()):
        matrix[:, k] = values
    return matrix, list(columns)


def _describe_kinds(sheet: Sheet) -> dict[str, np.ndarray]:
    number = np.array([_KIND_NUMBER[k.name] if k else -1 for k in sheet.kinds])
    columns = {"kind_" + name: number == k for name, k in _KIND_NUMBER.items()}
    columns["any_kind"] = number >= 0
    return columns


def _find_title_words(sheet: Sheet) -> frozenset[str]:
    known = {i for i, kind in enumerate(sheet.kinds) if kind}
    title = find_title(sheet, known)
    return frozenset(sheet.tokens[title]) if title is not None else frozenset()
