"""How much speaks for each of the first lines of a document to be its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.cleaning.facts.labelled import is_bare_date

BARS = re.compile(r"\s+[/|>»›·•]\s+")
_END_CHARS = 6  # by which most lines can be told apart


@dataclass(frozen=True, slots=True)
class TitleRule:
    """Limits of a headline."""

    max_words: int = 32  # the longest headlines of agencies have about thirty words
    min_words: int = 2  # one word is a section name
    head_lines: int = 150  # the menus of whole pages are about that long
    most_chars: int = 500  # more of a line is not compared
    usual_words: int = 8  # up to here each word speaks for a headline,
    long_words: int = 18  # and from here on against it: decks and captions are longer
    lead: float = 0.2  # by how much a later line must be better: headlines stand first
    path_parts: int = 3  # so many parts of at most as many words between bars are a path of menus
    subtitle_words: int = 30  # a standfirst is a sentence, not a paragraph
    paragraph_ratio: float = 2.5  # how much longer the paragraph under a standfirst is


TITLE_RULE = TitleRule()


def pick_story_words(tokens: Sequence[str]) -> set[str]:
    """Words that carry meaning in most languages: five letters and more, and numbers."""
    return {t for t in tokens if len(t) > 4 or t.isdigit()}


def list_candidates(
    texts: Sequence[str],
    counts: Sequence[int],
    is_bullet: Sequence[bool],
    is_prose: Sequence[bool],
    rule: TitleRule = TITLE_RULE,
) -> list[int]:
    """Indices of the lines above the first paragraph that may be the headline, in order.

    All arguments have an entry for each line, `counts` its number of words.
    """
    above = next((i for i, prose in enumerate(is_prose) if prose), len(texts))
    return [
        i
        for i in range(min(above, rule.head_lines))
        if not is_bullet[i] and _looks_like_title(texts[i], counts[i], rule)
    ]


def score_candidates(
    texts: Sequence[str],
    counts: Sequence[int],
    candidates: Sequence[int],
    told: Sequence[float],
    rule: TitleRule = TITLE_RULE,
) -> list[tuple[int, float]]:
    """(index, score) of each candidate; `told` says how much of it the prose tells (0..1)."""
    if not candidates:
        return []
    found = []
    head = [text[-rule.most_chars :] for text in texts[: rule.head_lines]]
    whole, ends = "\n".join([*head, ""]), Counter(text[-_END_CHARS:] for text in head)
    for i, score in zip(candidates, told, strict=True):
        words, text = counts[i], head[i]
        # Another line near the head repeats it or, as breadcrumbs do, ends with it.
        may_recur = len(text) < _END_CHARS or ends[text[-_END_CHARS:]] > 1
        again = 0.5 * (may_recur and whole.count(text + "\n") > 1)
        size = 0.08 * min(words, rule.usual_words) - 0.03 * max(0, words - rule.long_words)
        found.append((i, score + again + size))
    return found


def _looks_like_title(text: str, words: int, rule: TitleRule) -> bool:
    ends_like_sentence = text.endswith((".", "。", "।", "۔", ":", ";", ","))
    fits = rule.min_words <= words <= rule.max_words
    goes_on = text[0].islower()  # the rest of a sentence that was broken into lines
    looks_right = fits and not ends_like_sentence and not goes_on
    return looks_right and not is_bare_date(text) and not is_path(text, rule)


def is_path(text: str, rule: TitleRule = TITLE_RULE) -> bool:
    """Home / News / Bihar, or facts set side by side: Prep: 15 minutes | Serves 4 | Easy."""
    parts = BARS.split(text)
    if len(parts) < rule.path_parts:
        return False
    return all(len(part.split()) <= rule.path_parts for part in parts)
