"""Passages that stand twice in one document: the first copy in reading order stays."""

from __future__ import annotations

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


def describe_repeats(table: WordTable, keys: list[str], shapes: list[str]) -> dict[str, np.ndarray]:
    """Columns about lines, and runs of words, that stand elsewhere in the document too."""
    n = len(keys)
    group, total = _group(keys)
    first = np.full(len(total), n)
    np.minimum.at(first, group, np.arange(n))
    shape, alike = _group(shapes)
    before, behind = _share_runs(table)
    return {
        "copies": np.minimum(total[group], 5),
        "is_copy": first[group] < np.arange(n),
        "same_shape": np.minimum(alike[shape], 8),
        "run_before": before,
        "run_behind": behind,
    }


def _group(keys: list[str]) -> tuple[np.ndarray, np.ndarray]:
    numbers: dict[str, int] = {}
    group = np.array([numbers.setdefault(k, len(numbers)) for k in keys], np.int64)
    return group, np.bincount(group, minlength=len(numbers))


def _share_runs(table: WordTable) -> tuple[np.ndarray, np.ndarray]:
    """Share of each line's runs of words that stand in an earlier and in a later line."""
    n, size = len(table.counts), len(table.word) - RUN_WORDS + 1
    if size <= 0:
        return np.zeros(n), np.zeros(n)
    run = np.zeros(size, np.uint64)
    for k in range(RUN_WORDS):
        run = run * np.uint64(0x9E3779B97F4A7C15) + table.word[k : k + size].astype(np.uint64)
    line = table.line[:size]
    whole = line == table.line[RUN_WORDS - 1 :]
    run, line = run[whole], line[whole]
    if not len(run):
        return np.zeros(n), np.zeros(n)
    order = np.argsort(run, kind="stable")  # stable: lines stay in order within equal runs
    sorted_run, sorted_line = run[order], line[order]
    new = np.concatenate(([True], sorted_run[1:] != sorted_run[:-1]))
    group = np.cumsum(new) - 1
    lowest, highest = (
        sorted_line[new],
        sorted_line[np.append(np.flatnonzero(new)[1:] - 1, len(new) - 1)],
    )
    total = np.maximum(np.bincount(line, minlength=n), 1)
    earlier = np.bincount(sorted_line[lowest[group] < sorted_line], minlength=n)
    later = np.bincount(sorted_line[highest[group] > sorted_line], minlength=n)
    return earlier / total, later / total
