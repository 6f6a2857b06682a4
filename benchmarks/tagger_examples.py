"""Marked rows as the examples that the name tagger learns from: pieces, marks, allowed labels."""

from __future__ import annotations

import random

import numpy as np

from benchmarks.name_invention import NameStock, make_chooser
from benchmarks.tagger_data import LABELS, Row, change_case, replace_entities
from extractors.tagger.marks import MARKS
from extractors.tagger.words import END, START, cut_words

LONGEST = 128  # pieces of one example; longer ones cost more and taught no more
ALL = (1 << len(LABELS)) - 1
PEOPLE_MARK = 1 + 2 * MARKS.index("people")
LONG_MARKS = {1 + 2 * MARKS.index("country"): "PLACE", PEOPLE_MARK: "NORP"}


def bits(label: str) -> int:
    """Both tags of a label as bits."""
    at = LABELS.index("B-" + label)
    return 1 << at | 1 << (at + 1)


def allow_labels(row: Row, words: list) -> list[int]:
    """For each word the labels the row allows, as bits over LABELS."""
    hidden = sum(bits(label) for label in row.hidden)
    allowed = [1 | (hidden if w.shape not in (1, 7, 8, 9) else 0) for w in words]
    if "NORP" in row.hidden:
        for i, w in enumerate(words):
            if w.mark in (PEOPLE_MARK, PEOPLE_MARK + 1):
                allowed[i] = 1 << LABELS.index("B-NORP" if w.mark == PEOPLE_MARK else "I-NORP")
    for start, end, label in [*row.entities, *find_long_names(row, words)]:
        first = True
        for i, w in enumerate(words):
            if w.start >= start and w.end <= end and label == "DOUBT":
                allowed[i] = ALL
            elif w.start >= start and w.end <= end:
                allowed[i] = 1 << (LABELS.index("B-" + label) + (not first))
                if label == "MISC" and row.text[start:end].islower():
                    allowed[i] |= 1
                first = False
    return allowed


def find_long_names(row: Row, words: list) -> list[tuple[int, int, str]]:
    """Countries and peoples of several words that a source marks in part: South Korean."""
    found = []
    for i, word in enumerate(words[:-1]):
        if word.mark in LONG_MARKS and words[i + 1].mark == word.mark + 1:
            last = i + 1
            while last + 1 < len(words) and words[last + 1].mark == word.mark + 1:
                last += 1
            start, end = word.start, words[last].end
            around = [e for e in row.entities if e[0] < end and e[1] > start]
            wider = any(e[0] < start or e[1] > end or e[2] in ("PERSON", "ORG") for e in around)
            if not wider:
                found.append((start, end, LONG_MARKS[word.mark]))
    return found


def encode_row(row: Row) -> tuple[list, list, list, list]:
    """Pieces, shapes, marks and allowed labels (0 behind the first piece of a word)."""
    words = cut_words(row.text)
    ids, shapes, marks, allowed = [], [], [], []
    for word, allow in zip(words, allow_labels(row, words), strict=True):
        count = len(word.pieces)
        ids += word.pieces
        shapes += [word.shape] * count
        marks += [word.mark] * count
        allowed += [allow] + [0] * (count - 1)
    return ids, shapes, marks, allowed


def pack_rows(rows: list[Row]) -> list[np.ndarray]:
    """Examples of at most LONGEST pieces: rows of one source one after the other, END between."""
    examples, current, source = [], None, None

    def close() -> None:
        if current is not None and len(current[0]) > 1:
            examples.append(np.array(current, dtype=np.int64))

    for row in rows:
        encoded = [part[: LONGEST - 2] for part in encode_row(row)]
        if (
            current is None
            or source != row.source
            or len(current[0]) + len(encoded[0]) + 1 > LONGEST
        ):
            close()
            current, source = [[START], [0], [0], [0]], row.source
        for into, part, end in zip(current, encoded, (END, 0, 0, 0), strict=True):
            into.extend([*part, end])
    close()
    return examples


def make_batches(
    examples: list[np.ndarray], pieces: int, chance: random.Random
) -> list[np.ndarray]:
    """Batches (4, batch, length) of examples of like length, about `pieces` pieces each."""
    order = sorted(range(len(examples)), key=lambda i: (examples[i].shape[1], chance.random()))
    batches, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, examples[i].shape[1])
        batch.append(examples[i])
        if longest * len(batch) >= pieces:
            batches.append(batch)
            batch, longest = [], 0
    if batch:
        batches.append(batch)
    chance.shuffle(batches)
    return [stack_batch(b) for b in batches]


def stack_batch(batch: list[np.ndarray]) -> np.ndarray:
    """One array (4, batch, length), zero at padding."""
    out = np.zeros((4, len(batch), max(e.shape[1] for e in batch)), dtype=np.int64)
    for i, example in enumerate(batch):
        out[:, i, : example.shape[1]] = example
    return out


def augment(rows: list[Row], chance: random.Random) -> list[Row]:
    """The rows of one epoch: some names invented, some lines written as headlines."""
    choose = make_chooser(NameStock.load(), person=0.35, place=0.2, organisation=0.2)
    return [change_case(replace_entities(r, choose, chance), chance) for r in rows]


def shuffle_runs(rows: list[Row], chance: random.Random, run: int = 6) -> list[Row]:
    """Rows in random order, neighbours kept together in runs: their texts belong together."""
    runs = [rows[i : i + run] for i in range(0, len(rows), run)]
    chance.shuffle(runs)
    by_source: dict[str, list[Row]] = {}
    for part in runs:
        for row in part:
            by_source.setdefault(row.source, []).append(row)
    return [row for source in sorted(by_source) for row in by_source[source]]
