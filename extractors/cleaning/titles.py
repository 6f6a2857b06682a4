"""Where the headline and the standfirst of a pasted article stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extractors.cleaning.sheet import Sheet
from extractors.cleaning.title_scores import TITLE_RULE, TitleRule

Titles = Sequence[tuple[int, float]]  # candidates for the headline with their scores, in order


def find_title(
    titles: Titles, dropped: Collection[int], rule: TitleRule = TITLE_RULE
) -> int | None:
    """Index of the line that is the headline, None when the text begins with its first paragraph.

    Candidates stand above the first paragraph and are not known kinds of furniture (`dropped`).
    The one that is repeated, or shares most words with the prose, wins; the earlier at a tie.
    """
    best, best_score = None, 0.0
    for i, score in titles:
        if i not in dropped and (best is None or score > best_score + rule.lead):
            best, best_score = i, score
    return best


def list_unlike_titles(
    sheet: Sheet, scores: Sequence[float], rule: TitleRule = TITLE_RULE
) -> list[int]:
    """Candidates for the headline that the model takes for body text, from what it says of each.

    The model has seen few headlines that stand alone over clean text, so a short first line stays a
    candidate whatever it says.
    """
    return [
        i
        for i in sheet.title_candidates
        if (scores[i] < rule.body and (i > 1 or sheet.word_counts[i] > rule.long_words))
        or (scores[i] < rule.sure_body and i > 0)
    ]


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
