"""Passages that stand twice in one document: the first copy in reading order stays."""

from __future__ import annotations

import zlib
from itertools import chain

import numpy as np

from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.words.numbering import FACTOR, number_distinct
from extractors.cleaning.words.table import WordTable

RUN_WORDS = 4  # words in a row that hardly recur by chance
MIN_REPEAT_WORDS = 6  # shorter lines recur in honest prose ("he said.") and in lists


def find_repeats(sheet: Sheet, copies: np.ndarray) -> dict[int, int]:
    """Lines whose words are those of an earlier line, each with the index of that first copy.

    Only lines marked in `copies` can be such. Short lines are left out.
    """
    counts = sheet.word_counts
    sizes = {counts[i] for i in np.flatnonzero(copies).tolist() if counts[i] >= MIN_REPEAT_WORDS}
    first: dict[str, int] = {}
    repeats: dict[int, int] = {}
    for i, count in enumerate(counts):
        if count in sizes and (seen := first.setdefault(sheet.key(i), i)) != i:
            repeats[i] = seen
    return repeats


def describe_repeats(table: WordTable, sheets: list[Sheet]) -> dict[str, np.ndarray]:
    """Columns about lines, and runs of words, that stand elsewhere in their document too."""
    wordless = _hash_wordless(table, sheets)
    copies, is_first = _count_alike(table, table.hashes, wordless)
    alike, _ = _count_alike(table, table.shape_hashes, wordless)
    before, behind = _share_runs(table)
    return {
        "copies": np.minimum(copies, 5),
        "is_copy": ~is_first,
        "same_shape": np.minimum(alike, 8),
        "run_before": before,
        "run_behind": behind,
    }


def _hash_wordless(table: WordTable, sheets: list[Sheet]) -> np.ndarray:
    """Hashes of the lines that hold marks alone, 0 for the others."""
    texts = list(chain.from_iterable(sheet.seen for sheet in sheets))
    found = np.zeros(len(texts), np.uint64)
    for i in np.flatnonzero(table.counts == 0).tolist():
        found[i] = zlib.crc32(texts[i].encode("utf-8", "surrogatepass"))
    return found


def _count_alike(
    table: WordTable, hashes: np.ndarray, wordless: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """How many lines of its document are like each line, and whether it is the first of them.

    Lines are compared by a hash of 64 bits over those of their words, given by number.
    """
    filled = table.counts > 0
    begins = table.begins[filled]
    line = wordless.copy()
    if len(begins):
        place = np.arange(len(table.word)) - np.repeat(begins, table.counts[filled])
        factor = np.full(int(table.counts.max()), FACTOR, np.uint64)
        factor = np.multiply.accumulate(factor)[place]
        line[filled] = np.add.reduceat(hashes[table.word] * factor, begins)
    line = line * FACTOR + table.documents.astype(np.uint64)
    number, first_uses = number_distinct(line * FACTOR)
    is_first = np.zeros(len(line), bool)
    is_first[first_uses] = True
    return np.bincount(number)[number], is_first


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
        run = run * FACTOR + local[k : k + size]
    number, first_uses = number_distinct(run[whole] * FACTOR)
    last = np.empty(len(first_uses), np.int64)
    last[number] = line  # of several the last one assigned stays
    total = np.maximum(np.bincount(line, minlength=n), 1)
    earlier = np.bincount(line[line[first_uses][number] < line], minlength=n)
    later = np.bincount(line[last[number] > line], minlength=n)
    return earlier / total, later / total
