"""The place of each line: among the paragraphs, its neighbours, and in what kind of document."""

from __future__ import annotations

import numpy as np

from extractors.cleaning.features.layout import Layout

REACH = 3  # neighbours on each side
WINDOWS = (3, 8)  # lines before and behind that are averaged
NEAR = (
    "log_words", "ends_stop", "is_prose", "any_kind", "upper_share", "capital_words", "digit_share",
    "known_share", "gap_before", "stop_share", "copies", "says_appeal", "ends_colon", "appeal",
)  # fmt: skip
AVERAGED = (
    "log_words",
    "ends_stop",
    "is_prose",
    "any_kind",
    "known_share",
    "capital_words",
    "gap_before",
)
Columns = dict[str, np.ndarray]


def describe_place(
    layout: Layout, prose: np.ndarray, words: np.ndarray, any_kind: np.ndarray
) -> Columns:
    """Columns about where the line stands among the paragraphs (`prose`)."""
    index, n = layout.index, layout.size
    number = np.arange(len(prose))
    start = number - index
    first = np.minimum.reduceat(np.where(prose, index, n), layout.starts)[layout.document]
    last = np.maximum.reduceat(np.where(prose, index, -1), layout.starts)[layout.document]
    # Of the paragraphs before and behind, those of the same document.
    previous = np.maximum.accumulate(np.where(prose, number, -1))
    previous = np.maximum(np.concatenate(([-1], previous[:-1])) - start, -1)
    following = np.minimum.accumulate(np.where(prose, number, len(prose))[::-1])[::-1]
    following = np.minimum(np.concatenate((following[1:], [len(prose)])) - start, n)
    all_words = np.maximum(layout.total(words), 1.0)[layout.document]
    prose_words = np.where(prose, words, 0)
    all_prose_words = np.maximum(layout.total(prose_words), 1.0)[layout.document]
    lines_before = layout.running(prose.astype(np.int64))
    lines_behind = layout.total(prose)[layout.document] - lines_before - prose
    return {
        "place": index / np.maximum(1, n - 1),
        "words_before": layout.running(words) / all_words,
        "from_first": np.clip(index - first, -20, 20),
        "to_last": np.clip(last - index, -20, 20),
        "inside": (index >= first) & (index <= last),
        "since_prose": np.minimum(index - previous, 15),
        "until_prose": np.minimum(following - index, 15),
        "prose_before": layout.running(prose_words) / all_prose_words,
        "prose_lines_before": np.minimum(lines_before, 30),
        "prose_lines_behind": np.minimum(lines_behind, 30),
        **_describe_runs(layout, prose, words, any_kind),
    }


def _describe_runs(
    layout: Layout, prose: np.ndarray, words: np.ndarray, any_kind: np.ndarray
) -> Columns:
    """Columns about the run of paragraphs, or of other lines, that a line belongs to."""
    begins = np.concatenate(([True], prose[1:] != prose[:-1])) | (layout.index == 0)
    run = np.cumsum(begins) - 1
    size = np.bincount(run)
    return {
        "run_length": np.log1p(size)[run],
        "run_words": np.log1p(np.bincount(run, words))[run],
        "run_kinds": (np.bincount(run, any_kind) / size)[run],
    }


def describe_neighbours(layout: Layout, columns: Columns) -> Columns:
    """Columns of the lines before and behind, one by one and on average."""
    near = np.stack([columns[name] for name in NEAR]).astype(np.float32)
    place, spread = spread_out(layout, near, REACH, -1.0)  # -1: no line there
    found: Columns = {}
    for step in (-3, -2, -1, 1, 2, 3):
        shifted = spread[:, place + step]
        found |= {f"{name}{step:+d}": shifted[k] for k, name in enumerate(NEAR)}
    averaged = np.stack([columns[name] for name in AVERAGED]).astype(np.float64)
    place, spread = spread_out(layout, averaged, max(WINDOWS), 0.0)
    behind_end = layout.size - layout.index - 1
    # Added up from the line outward: the same sum whatever stands in other documents.
    before, behind = np.zeros_like(averaged), np.zeros_like(averaged)
    for step in range(1, max(WINDOWS) + 1):
        before += spread[:, place - step]
        behind += spread[:, place + step]
        if step in WINDOWS:
            above = before / np.clip(layout.index, 1, step)
            below = behind / np.clip(behind_end, 1, step)
            for k, name in enumerate(AVERAGED):
                found[f"{name}<{step}"], found[f"{name}>{step}"] = above[k], below[k]
    return found


def spread_out(
    layout: Layout, rows: np.ndarray, gap: int, fill: float
) -> tuple[np.ndarray, np.ndarray]:
    """The rows with `gap` filled places around each document, and where each line stands then."""
    place = np.arange(rows.shape[1]) + gap * (layout.document + 1)
    spread = np.full((len(rows), rows.shape[1] + gap * (len(layout.sizes) + 1)), fill, rows.dtype)
    spread[:, place] = rows
    return place, spread


def describe_document(
    layout: Layout, columns: Columns, prose: np.ndarray, words: np.ndarray
) -> Columns:
    """Columns that are the same for all lines: what kind of document is this?"""
    n, all_words = layout.sizes, layout.total(words)
    median = _median_words(layout, prose, words)
    gaps = layout.total(columns["gap_before"]) - columns["gap_before"][layout.starts]
    values = {
        "doc_lines": np.log1p(n),
        "doc_words": np.log1p(all_words),
        "doc_prose_words": layout.total(np.where(prose, words, 0)) / np.maximum(1.0, all_words),
        "doc_prose_lines": layout.mean(prose),
        "doc_kinds": layout.mean(columns["any_kind"]),
        "doc_stops": layout.mean(columns["ends_stop"]),
        "doc_gaps": gaps / np.maximum(n - 1, 1),
        "doc_paragraph": np.log1p(median),
        "doc_wrapped": layout.mean(columns["starts_lower"]),
        "doc_copies": layout.mean(columns["is_copy"]),
        "doc_capitals": layout.mean(columns["capital_words"]),
        "doc_appeals": layout.mean(columns["says_appeal"]),
    }
    found = {name: value[layout.document] for name, value in values.items()}
    found["to_paragraph"] = columns["log_words"] - np.log1p(median)[layout.document]
    return found


def _median_words(layout: Layout, prose: np.ndarray, words: np.ndarray) -> np.ndarray:
    """Median number of words of the paragraphs of each document, 0 without paragraphs."""
    at = np.flatnonzero(prose)
    document = layout.document[at]
    ranked = words[at][np.lexsort((words[at], document))]
    counts = np.bincount(document, minlength=len(layout.sizes))
    filled = counts > 0
    begins = (np.cumsum(counts) - counts)[filled]
    low, high = ranked[begins + (counts[filled] - 1) // 2], ranked[begins + counts[filled] // 2]
    median = np.zeros(len(counts))
    median[filled] = (low + high) / 2
    return median
