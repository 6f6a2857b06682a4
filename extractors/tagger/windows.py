"""Cuts texts into the windows the tagger reads, and windows into batches with little padding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from extractors.tagger.words import END, START, TaggerWord, cut_words

BATCH_COST = 15  # pieces: what one more call of the model costs, measured on one thread


@dataclass(frozen=True, slots=True)
class Window:
    """Words that are read together, with the number of the text they come from."""

    text_no: int
    words: list[TaggerWord | None]  # None: the sign between two lines
    length: int  # pieces, with START and END


def cut_windows(text_no: int, text: str, longest: int) -> Iterable[Window]:
    """Windows of whole lines; longer lines are cut, behind a full stop where there is one."""
    current: list[TaggerWord | None] = []
    length = 2
    for line in cut_lines(text, longest - 2):
        need = sum(len(w.pieces) for w in line) + 1
        if current and length + need > longest:
            yield Window(text_no, current, length)
            current, length = [], 2
        current = [*current, None, *line] if current else list(line)
        length += need
    if current:
        yield Window(text_no, current, length)


def cut_lines(text: str, longest: int) -> Iterable[list[TaggerWord]]:
    """The words of each line, long lines in parts of at most `longest` pieces."""
    at = 0
    for line in text.split("\n"):
        words = cut_words(line, at)
        at += len(line) + 1
        while words:
            end = find_cut(words, longest)
            yield words[:end]
            words = words[end:]


def find_cut(words: list[TaggerWord], longest: int) -> int:
    """Number of words that fit, back to the last full stop in their second half."""
    total, stop = 0, 0
    for number, word in enumerate(words):
        total += len(word.pieces[:longest])
        if total > longest:
            return stop if stop > number // 2 else max(number, 1)
        if word.is_stop:
            stop = number + 1
    return len(words)


def make_batches(windows: list[Window], pieces: int) -> list[list[Window]]:
    """Windows of like length together, at most `pieces` pieces in a batch, padding included.

    Of all ways to cut the windows in order of length, the one with the least padding, where a batch
    more costs as much as BATCH_COST pieces.
    """
    ordered = sorted(windows, key=lambda w: w.length)
    costs, cuts = [0], [0]  # of the cheapest batches up to each window; where the last one begins
    for last, window in enumerate(ordered):
        first = max(0, last + 1 - max(1, pieces // window.length))
        ways = range(first, last + 1)
        begin = min(ways, key=lambda at: costs[at] + window.length * (last + 1 - at))
        costs.append(costs[begin] + window.length * (last + 1 - begin) + BATCH_COST)
        cuts.append(begin)
    batches, end = [], len(ordered)
    while end:
        batches.append(ordered[cuts[end] : end])
        end = cuts[end]
    return batches[::-1]


def fill_arrays(batch: list[Window]) -> tuple[np.ndarray, np.ndarray]:
    """(4, windows, pieces) for the tagger, and (windows, words) places of the first pieces."""
    length = max(w.length for w in batch)
    arrays = np.zeros((4, len(batch), length), dtype=np.int64)
    firsts = np.zeros((len(batch), max(len(w.words) for w in batch)), dtype=np.int64)
    for row, window in enumerate(batch):
        ids, shapes, marks = [START], [0], [0]
        for number, word in enumerate(window.words):
            firsts[row, number] = len(ids)
            pieces = (END,) if word is None else word.pieces[: length - 2]
            ids += pieces
            shapes += [0 if word is None else word.shape] * len(pieces)
            marks += [0 if word is None else word.mark] * len(pieces)
        ids.append(END)
        arrays[0, row, : len(ids)] = ids
        arrays[1, row, : len(shapes)] = shapes
        arrays[2, row, : len(marks)] = marks
        arrays[3, row, : len(ids)] = 1
    return arrays, firsts
