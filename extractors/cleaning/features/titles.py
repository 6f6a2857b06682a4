"""A first guess at the headline of a text, and where its standfirst is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain, islice

import numpy as np

from extractors.cleaning.features.layout import Layout
from extractors.cleaning.features.sharing import share_story
from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.features.title_scores import TITLE_RULE, TitleRule, score_candidates
from extractors.cleaning.words.table import WordTable

Titles = Sequence[tuple[int, float]]  # candidates for the headline with their scores, in order


def score_titles(layout: Layout, table: WordTable, sheets: list[Sheet]) -> list[Titles]:
    """What may be the headline of each document, with scores."""
    candidates = [sheet.title_candidates for sheet in sheets]
    starts = zip(layout.starts.tolist(), candidates, strict=True)
    lines = np.array([start + i for start, own in starts for i in own], np.int64)
    prose = np.array(list(chain.from_iterable(sheet.is_prose for sheet in sheets)), bool)
    told = iter(share_story(table, lines, prose).tolist())
    return [
        score_candidates(sheet.texts, sheet.word_counts, own, list(islice(told, len(own))))
        for sheet, own in zip(sheets, candidates, strict=True)
    ]


def guess_titles(layout: Layout, titles: list[Titles], kinds: np.ndarray) -> np.ndarray:
    """The line that seems to be the headline of each document, -1 where none does.

    `kinds` are the known kinds of all lines, -1 for lines of none.
    """
    found = np.full(len(titles), -1)
    known = (kinds >= 0).tolist()
    for k, (start, own) in enumerate(zip(layout.starts.tolist(), titles, strict=True)):
        title = guess_title(own, {i for i, _ in own if known[start + i]})
        if title is not None:
            found[k] = start + title
    return found


def guess_title(
    titles: Titles, dropped: Collection[int], rule: TitleRule = TITLE_RULE
) -> int | None:
    """Index of the line that seems to be the headline, None when the first paragraph comes first.

    Candidates stand above the first paragraph and are not known kinds of furniture (`dropped`).
    The one that is repeated, or shares most words with the prose, wins; the earlier at a tie.
    """
    best, best_score = None, 0.0
    for i, score in titles:
        if i not in dropped and (best is None or score > best_score + rule.lead):
            best, best_score = i, score
    return best


def find_subtitle(
    sheet: Sheet, title: int | None, dropped: Collection[int], rule: TitleRule = TITLE_RULE
) -> int | None:
    """Index of the standfirst: one short sentence between a repeated headline and a paragraph.

    It says again what the headline says. Without the second headline it cannot be told from a
    first paragraph, which must not be lost.
    """
    if title is None:
        return None
    rest = [i for i in range(title + 1, len(sheet.texts)) if i not in dropped][:2]
    if len(rest) < 2 or not _is_repeated(sheet, title, rest[0]):
        return None
    words, below = sheet.word_counts[rest[0]], rest[1]
    short = 5 <= words <= rule.subtitle_words and not sheet.is_bullet[rest[0]]
    longer = sheet.is_prose[below] and sheet.word_counts[below] >= rule.paragraph_ratio * words
    retells = bool(sheet.story_words(rest[0]) & sheet.story_words(title))
    return rest[0] if short and longer and retells else None


def _is_repeated(sheet: Sheet, title: int, end: int) -> bool:
    """True when a line between the headline and line `end` says the same."""
    key = sheet.key(title)
    return any(sheet.key(i) == key for i in range(title + 1, end))
