"""Lines that stand in other documents of the same outlet: which of them are furniture.

A line that recurs over different articles is rarely part of any of them. But agencies' copy,
updated articles and set phrases recur too, so recurrence only decides what the line model leaves
open.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.labels.kinds import match_kind
from extractors.cleaning.labels.lexicon import find_families
from extractors.cleaning.rulings.naming import Surroundings, name_category
from extractors.cleaning.verdicts import Ruling


@dataclass(frozen=True, slots=True)
class MemoryRule:
    """From which score of the line model on a recurring line leaves the body.

    On pages of outlets that were not trained on, lines of two documents that the model scored
    between these limits and 0.6 were furniture in 90 of 100 cases.
    """

    few_documents: int = 2  # that hold the line, articles of the same text counted once
    many_documents: int = 3
    long_words: int = 8
    long_line: float = 0.1  # sentences that recur are appeals, notices and endings
    short_line: float = 0.3  # two articles may well share "he said" or a subheading
    short_line_of_many: float = 0.1


MEMORY_RULE = MemoryRule()


@dataclass(frozen=True, slots=True)
class RecurringLine:
    """A line of one document that stands in others of its outlet."""

    line_no: int
    word_count: int
    score: float  # of the line model
    document_count: int  # documents of the outlet that hold it, copies of one text counted once


def choose_furniture(
    lines: Collection[RecurringLine], body_count: int, rule: MemoryRule = MEMORY_RULE
) -> frozenset[int]:
    """Numbers of the lines of one document that leave its body, from what is remembered.

    `lines` are lines of the body, which has `body_count` of them; memory never takes out the last.
    """
    chosen = frozenset(line.line_no for line in lines if is_furniture(line, rule))
    return chosen if len(chosen) < body_count else frozenset()


def is_furniture(line: RecurringLine, rule: MemoryRule = MEMORY_RULE) -> bool:
    """True when the line recurs and the line model is not sure that it is body."""
    if line.document_count < rule.few_documents:
        return False
    if line.word_count >= rule.long_words:
        return line.score >= rule.long_line
    many = line.document_count >= rule.many_documents
    return line.score >= (rule.short_line_of_many if many else rule.short_line)


def rule_recurring(
    sheet: Sheet,
    scores: list[float],
    rulings: Mapping[int, Ruling],
    recurring: Collection[int],
) -> dict[int, Ruling]:
    """Rulings for the lines of the body whose numbers are in `recurring`; none if that is all.

    Memory alone never empties a body, also when it rests on what an older cleaner kept.
    """
    found = {}
    for i, line_no in enumerate(sheet.line_nos):
        if line_no in recurring and i not in rulings:
            around = Surroundings(None, len(sheet.texts), -1, None, None)
            words = sheet.words(i)
            kind = match_kind(sheet.seen[i], words)
            category = name_category(sheet, i, kind, find_families(words), around)
            found[i] = Ruling("drop", category, "source_memory", scores[i])
    return found if len(found) + len(rulings) < len(sheet.texts) else {}
