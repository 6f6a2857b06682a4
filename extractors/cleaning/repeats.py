"""Passages that stand twice in one document: the first copy in reading order stays."""

from __future__ import annotations

from extractors.cleaning.sheet import Sheet

MIN_REPEAT_WORDS = 6  # shorter lines recur in honest prose ("he said.") and in lists


def find_repeats(sheet: Sheet, min_words: int = MIN_REPEAT_WORDS) -> dict[int, int]:
    """Lines whose words are those of an earlier line, each with the index of that first copy."""
    first: dict[str, int] = {}
    repeats: dict[int, int] = {}
    for i, key in enumerate(sheet.keys):
        if len(sheet.tokens[i]) < min_words:
            continue
        seen = first.setdefault(key, i)
        if seen != i:
            repeats[i] = seen
    return repeats
