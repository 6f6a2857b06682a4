"""Where the headline and the standfirst of a pasted article stand."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.cleaning.sheet import Entry, Sheet


@dataclass(frozen=True, slots=True)
class TitleRule:
    """Limits of a headline."""

    max_words: int = 32  # the longest headlines of agencies have about thirty words
    min_words: int = 2  # one word is a section name
    head_lines: int = 14  # menus cut with the article are rarely longer
    subtitle_words: int = 30  # a standfirst is a sentence, not a paragraph
    paragraph_ratio: float = 2.5  # how much longer the paragraph under a standfirst is


TITLE_RULE = TitleRule()


def find_title(
    sheet: Sheet, dropped: dict[int, object], rule: TitleRule = TITLE_RULE
) -> int | None:
    """Index of the entry that is the headline, None when the text begins with its first paragraph.

    Candidates stand above the first paragraph and are not known kinds of furniture (`dropped`).
    The one that is repeated, or shares most words with the prose, wins; the earlier at a tie.
    """
    best, best_score = None, 0.0
    body = _count_prose_words(sheet)
    for i in range(min(sheet.first_prose, len(sheet.entries), rule.head_lines)):
        entry = sheet.entries[i]
        if i in dropped or not _looks_like_title(entry, rule):
            continue
        shared = len(entry.content & body) / (len(entry.content) + 1)
        repeated = any(e.key == entry.key for e in sheet.entries[i + 1 : i + 12])
        score = shared + repeated + 0.04 * min(len(entry.tokens), 12) + 0.1
        if score > best_score + 0.25 or best is None:
            best, best_score = i, score
    return best


def _looks_like_title(entry: Entry, rule: TitleRule) -> bool:
    ends_like_sentence = entry.text.endswith((".", "。", ":", ";", ","))
    fits = rule.min_words <= len(entry.tokens) <= rule.max_words
    return fits and not ends_like_sentence and not entry.is_bullet


def _count_prose_words(sheet: Sheet) -> frozenset[str]:
    return frozenset(t for e in sheet.entries if e.is_prose for t in e.content)


def find_subtitle(
    sheet: Sheet, title: int | None, dropped: dict[int, object], rule: TitleRule = TITLE_RULE
) -> int | None:
    """Index of the standfirst: one short sentence under the headline, before a longer paragraph.

    It repeats what the headline says; a first paragraph of agency copy is longer and adds to it.
    """
    if title is None:
        return None
    rest = [i for i in range(title + 1, len(sheet.entries)) if i not in dropped][:2]
    if len(rest) < 2:
        return None
    entry, below = sheet.entries[rest[0]], sheet.entries[rest[1]]
    short = 5 <= len(entry.tokens) <= rule.subtitle_words and not entry.is_bullet
    above_paragraph = below.is_prose and len(below.tokens) >= rule.paragraph_ratio * len(
        entry.tokens
    )
    retells = bool(entry.content & sheet.entries[title].content)
    return rest[0] if short and above_paragraph and retells else None
