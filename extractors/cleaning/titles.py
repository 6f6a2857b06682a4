"""Where the headline and the standfirst of a pasted article stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.cleaning.sheet import Sheet


@dataclass(frozen=True, slots=True)
class TitleRule:
    """Limits of a headline."""

    max_words: int = 32  # the longest headlines of agencies have about thirty words
    min_words: int = 2  # one word is a section name
    head_lines: int = 150  # the menus of whole pages are about that long
    most_chars: int = 500  # more of a line is not compared
    usual_words: int = 8  # up to here each word speaks for a headline,
    long_words: int = 18  # and from here on against it: decks and captions are longer
    body: float = 0.3  # below this score the model takes a line for body text, and
    sure_body: float = 0.1  # below this one it is sure of it
    lead: float = 0.2  # by how much a later line must be better: headlines stand first
    subtitle_words: int = 30  # a standfirst is a sentence, not a paragraph
    paragraph_ratio: float = 2.5  # how much longer the paragraph under a standfirst is


TITLE_RULE = TitleRule()


def find_title(sheet: Sheet, dropped: Collection[int], rule: TitleRule = TITLE_RULE) -> int | None:
    """Index of the line that is the headline, None when the text begins with its first paragraph.

    Candidates stand above the first paragraph and are not known kinds of furniture (`dropped`).
    The one that is repeated, or shares most words with the prose, wins; the earlier at a tie.
    """
    best, best_score = None, 0.0
    for i, score in sheet.title_scores:
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
        for i, _ in sheet.title_scores
        if (scores[i] < rule.body and (i > 1 or len(sheet.tokens[i]) > rule.long_words))
        or (scores[i] < rule.sure_body and i > 0)
    ]


def score_titles(sheet: Sheet, rule: TitleRule = TITLE_RULE) -> list[tuple[int, float]]:
    """Lines that may be the headline, in order, with a score each."""
    found = []
    ends = [text[-rule.most_chars :] + "\n" for text in sheet.texts[: rule.head_lines]]
    head = "".join(ends)
    for i in range(min(sheet.first_prose, len(sheet.texts), rule.head_lines)):
        if _looks_like_title(sheet, i, rule):
            words, story = len(sheet.tokens[i]), sheet.story_words(i)
            score = len(story & sheet.prose_words) / (len(story) + 1)
            # Another line near the head repeats it or, as breadcrumbs do, ends with it.
            score += 0.5 * (head.count(ends[i]) > 1)
            score += 0.08 * min(words, rule.usual_words) - 0.03 * max(0, words - rule.long_words)
            found.append((i, score))
    return found


def _looks_like_title(sheet: Sheet, i: int, rule: TitleRule) -> bool:
    ends_like_sentence = sheet.texts[i].endswith((".", "。", ":", ";", ","))
    fits = rule.min_words <= len(sheet.tokens[i]) <= rule.max_words
    goes_on = sheet.texts[i][0].islower()  # the rest of a sentence that was broken into lines
    return fits and not ends_like_sentence and not goes_on and not sheet.is_bullet[i]


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
    if len(rest) < 2 or sheet.keys[title] not in sheet.keys[title + 1 : rest[0]]:
        return None
    words, below = len(sheet.tokens[rest[0]]), rest[1]
    short = 5 <= words <= rule.subtitle_words and not sheet.is_bullet[rest[0]]
    longer = sheet.is_prose[below] and len(sheet.tokens[below]) >= rule.paragraph_ratio * words
    retells = bool(sheet.story_words(rest[0]) & sheet.story_words(title))
    return rest[0] if short and longer and retells else None
