"""Numbers that describe each line of a document: shape, words, repetition, place, neighbours.

Nothing here depends on a language except the known kinds of lines and the lexicon, which are given
as numbers among others. All lines of many documents are described at once, in linear time, and each
as if its document stood alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.cleaning.appeal_words import AppealWords, score_appeal_words
from extractors.cleaning.families import describe_families
from extractors.cleaning.kinds import KINDS
from extractors.cleaning.layout import Layout, lay_out
from extractors.cleaning.places import describe_document, describe_neighbours, describe_place
from extractors.cleaning.repeats import describe_repeats
from extractors.cleaning.shape import describe_shape
from extractors.cleaning.sheet import Sheet
from extractors.cleaning.titles import find_title
from extractors.cleaning.words import (
    describe_sharing,
    mark_prose,
    number_words,
)

_KIND_NUMBER = {kind.name: k for k, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Described:
    """The lines of some documents in numbers."""

    features: np.ndarray  # (lines, columns), float32
    names: tuple[str, ...]  # of the columns
    layout: Layout  # the documents they belong to
    words: np.ndarray  # words of each line
    families: np.ndarray  # of words that each line holds, as bits in the order of FAMILY_NAMES
    elsewhere: np.ndarray  # share of the story words of each line that stand in other lines too

    def __getitem__(self, name: str) -> np.ndarray:
        return self.features[:, self.names.index(name)]


def describe_lines(sheet: Sheet, appeals: AppealWords) -> tuple[np.ndarray, list[str]]:
    """Matrix of shape (non-blank lines, features), float32, and the names of its columns.

    `sheet` has at least one line; `appeals` knows the words of appeals.
    """
    described = describe_sheets([sheet], appeals)
    return described.features, list(described.names)


def describe_sheets(sheets: list[Sheet], appeals: AppealWords) -> Described:
    """All lines of some documents, none of which is empty, as if each stood alone."""
    layout = lay_out([len(sheet.texts) for sheet in sheets])
    table = number_words([sheet.tokens for sheet in sheets])
    words = table.counts.astype(np.float64)
    columns = describe_shape([text for sheet in sheets for text in sheet.seen], words)
    prose = mark_prose(words, columns["ends_stop"], columns["cjk_share"])
    columns["is_prose"] = prose
    columns["gap_before"] = np.minimum(np.concatenate([s.gaps[:-1] for s in sheets]), 3)
    columns["gap_after"] = np.minimum(np.concatenate([s.gaps[1:] for s in sheets]), 3)
    columns |= _describe_kinds(sheets)
    said, families = describe_families(table)
    columns |= said
    columns["appeal"] = np.clip(score_appeal_words(table, appeals), -6, 6)
    titles = [_list_title_words(sheet) for sheet in sheets]
    sharing, elsewhere = describe_sharing(layout, table, prose, titles)
    columns |= sharing
    columns |= describe_repeats(table, sheets)
    columns |= describe_place(layout, prose, words, columns["any_kind"])
    columns |= describe_document(layout, columns, prose, words)
    columns |= describe_neighbours(layout, columns)
    rows = np.empty((len(columns), len(words)), np.float32)
    for k, values in enumerate(columns.values()):
        rows[k] = values
    return Described(rows.T, tuple(columns), layout, table.counts, families, elsewhere)


def _describe_kinds(sheets: list[Sheet]) -> dict[str, np.ndarray]:
    number = np.array([_KIND_NUMBER[k.name] if k else -1 for s in sheets for k in s.kinds])
    columns = {"kind_" + name: number == k for name, k in _KIND_NUMBER.items()}
    columns["any_kind"] = number >= 0
    return columns


def _list_title_words(sheet: Sheet) -> list[str]:
    known = {i for i, kind in enumerate(sheet.kinds) if kind}
    title = find_title(sheet, known)
    return sheet.tokens[title] if title is not None else []
