"""Numbers that describe each line of a document: shape, words, repetition, place, neighbours.

Nothing here depends on a language except the known kinds of lines and the lexicon, which are given
as numbers among others. All lines of many documents are described at once, in linear time, and each
as if its document stood alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.cleaning.features.appeals import may_appeal
from extractors.cleaning.features.families import add_polite, describe_families
from extractors.cleaning.features.kind_numbers import number_kinds
from extractors.cleaning.features.label_begins import mark_label_begins
from extractors.cleaning.features.layout import Layout, lay_out
from extractors.cleaning.features.places import (
    describe_document,
    describe_neighbours,
    describe_place,
)
from extractors.cleaning.features.repeats import describe_repeats
from extractors.cleaning.features.shape import describe_shape
from extractors.cleaning.features.sharing import describe_sharing, mark_prose
from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.features.titles import guess_titles, score_titles
from extractors.cleaning.labels.date_stamps import LEAST_DIGITS
from extractors.cleaning.labels.kinds import KINDS
from extractors.cleaning.words.appeals import AppealWords, name_appeals, score_appeal_words
from extractors.cleaning.words.facts import CREDIT
from extractors.cleaning.words.table import number_words


@dataclass(frozen=True)
class Described:
    """The lines of some documents in numbers."""

    features: np.ndarray  # (lines, columns), float32
    names: tuple[str, ...]  # of the columns
    layout: Layout  # the documents they belong to
    words: np.ndarray  # words of each line
    kinds: np.ndarray  # place of the kind of each line in KINDS, -1 for lines of none
    families: np.ndarray  # of words that each line holds, as bits in the order of FAMILY_NAMES
    elsewhere: np.ndarray  # share of the story words of each line that stand in other lines too
    pleas: np.ndarray  # place in CATEGORIES of lines that may be appeals, -1 for others
    credited: np.ndarray  # true for lines with a word that may begin the credit of a picture
    labelled: np.ndarray  # true for lines that begin with the words of a known label

    def __getitem__(self, name: str) -> np.ndarray:
        return self.features[:, self.names.index(name)]


def describe_sheets(sheets: list[Sheet], appeals: AppealWords) -> Described:
    """All lines of some documents, none of which is empty, as if each stood alone."""
    layout = lay_out([len(sheet.texts) for sheet in sheets])
    table = number_words([sheet.folded for sheet in sheets])
    words = table.counts.astype(np.float64)
    columns = describe_shape([text for sheet in sheets for text in sheet.seen], words)
    prose = mark_prose(words, columns["ends_stop"], columns["cjk_share"])
    columns["is_prose"] = prose
    columns["gap_before"] = np.minimum(np.concatenate([s.gaps[:-1] for s in sheets]), 3)
    columns["gap_after"] = np.minimum(np.concatenate([s.gaps[1:] for s in sheets]), 3)
    labelled = mark_label_begins(table)
    kinds = number_kinds(table, sheets, labelled, columns["digit_share"] >= LEAST_DIGITS)
    columns |= {"kind_" + kind.name: kinds == k for k, kind in enumerate(KINDS)}
    columns["any_kind"] = kinds >= 0
    said, by_words = describe_families(table)
    families = add_polite(said, by_words, sheets)
    columns |= said
    appeal = score_appeal_words(table, by_words, appeals)
    columns["appeal"] = np.clip(appeal, -6, 6)
    titles = guess_titles(layout, score_titles(layout, table, sheets), kinds)
    sharing, elsewhere = describe_sharing(layout, table, prose, titles)
    columns |= sharing
    columns |= describe_repeats(table, sheets)
    columns |= describe_place(layout, prose, words, columns["any_kind"])
    columns |= describe_document(layout, columns, prose, words)
    columns |= describe_neighbours(layout, columns)
    rows = np.empty((len(columns), len(words)), np.float32)
    for k, values in enumerate(columns.values()):
        rows[k] = values
    names = tuple(columns)
    pleas = name_appeals(table, by_words, may_appeal(appeal, families), appeals)
    credited = table.mark_lines(CREDIT)
    return Described(
        rows.T, names, layout, table.counts, kinds, families, elsewhere, pleas, credited, labelled
    )
