"""Passages that stand twice in one document: the first copy in reading order stays."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from extractors.cleaning.sheet import Sheet
from extractors.cleaning.words import WordTable

RUN_WORDS = 4  # words in a row that hardly recur by chance
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


def describe_repeats(table: WordTable, sheets: list[Sheet]) -> dict[str, np.ndarray]:
    """Columns about lines, and runs of words, that stand elsewhere in their document too."""
    group, total = _group(sheet.keys for sheet in sheets)
    # Numbers rise with first use, so a line is the first of its group where the number is new.
    is_first = np.diff(np.maximum.accumulate(group), prepend=-1) > 0
    shape, alike = _group(sheet.shapes for sheet in sheets)
    before, behind = _share_runs(table)
    return {
        "copies": np.minimum(total[group], 5),
        "is_copy": ~is_first,
        "same_shape": np.minimum(alike[shape], 8),
        "run_before": before,
        "run_behind": behind,
    }


def _group(documents: Iterable[list[str]]) -> tuple[np.ndarray, np.ndarray]:
    """Number of each line, alike for equal lines of one document, and how many lines have it."""
    group: list[int] = []
    base = 0
    for keys in documents:
        numbers = dict(zip(dict.fromkeys(keys), range(base, base + len(keys)), strict=False))
        group.extend(map(numbers.__getitem__, keys))
        base += len(numbers)
    numbered = np.array(group, np.int64)
    return numbered, np.bincount(numbered, minlength=base)


def _share_runs(table: WordTable) -> tuple[np.ndarray, np.ndarray]:
    """Share of each line's runs of words that stand in an earlier and in a later line."""
    n, size = len(table.counts), len(table.word) - RUN_WORDS + 1
    nothing = np.zeros(n), np.zeros(n)
    if size <= 0:
        return nothing
    whole = table.line[:size] == table.line[RUN_WORDS - 1 :]
    line = table.line[:size][whole]
    if not len(line):
        return nothing
    # The document is part of the run: words of two documents never count as repeated.
    local = (table.word - table.bases[table.document]).astype(np.uint64)
    run = table.document[:size].astype(np.uint64)
    for k in range(RUN_WORDS):
        run = run * np.uint64(0x9E3779B97F4A7C15) + local[k : k + size]
    run = run[whole]
    order = np.argsort(run)
    run, line = run[order], line[order]
    begins = np.flatnonzero(np.concatenate(([True], run[1:] != run[:-1])))
    many = np.diff(begins, append=len(run))
    lowest = np.repeat(np.minimum.reduceat(line, begins), many)
    highest = np.repeat(np.maximum.reduceat(line, begins), many)
    total = np.maximum(np.bincount(line, minlength=n), 1)
    earlier = np.bincount(line[lowest < line], minlength=n)
    later = np.bincount(line[highest > line], minlength=n)
    return earlier / total, later / total
