"""The place of each line: among the paragraphs, its neighbours, and in what kind of document."""

from __future__ import annotations

import numpy as np

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


def describe_place(prose: np.ndarray, words: np.ndarray, any_kind: np.ndarray) -> Columns:
    """Columns about where the line stands among the paragraphs (`prose`)."""
    n = len(prose)
    index = np.arange(n)
    where = np.flatnonzero(prose)
    first, last = (where[0], where[-1]) if len(where) else (n, -1)
    previous = np.maximum.accumulate(np.where(prose, index, -1))
    following = np.minimum.accumulate(np.where(prose, index, n)[::-1])[::-1]
    prose_words = np.where(prose, words, 0)
    return {
        "place": index / max(1, n - 1),
        "words_before": (np.cumsum(words) - words) / max(1.0, float(words.sum())),
        "from_first": np.clip(index - first, -20, 20),
        "to_last": np.clip(last - index, -20, 20),
        "inside": (index >= first) & (index <= last),
        "since_prose": np.minimum(index - np.concatenate(([-1], previous[:-1])), 15),
        "until_prose": np.minimum(np.concatenate((following[1:], [n])) - index, 15),
        "prose_before": (np.cumsum(prose_words) - prose_words) / max(1.0, float(prose_words.sum())),
        "prose_lines_before": np.minimum(np.cumsum(prose) - prose, 30),
        "prose_lines_behind": np.minimum(prose.sum() - np.cumsum(prose), 30),
        **_describe_runs(prose, words, any_kind),
    }


def _describe_runs(prose: np.ndarray, words: np.ndarray, any_kind: np.ndarray) -> Columns:
    """Columns about the run of paragraphs, or of other lines, that a line belongs to."""
    run = np.concatenate(([0], np.cumsum(prose[1:] != prose[:-1])))
    size = np.bincount(run)
    return {
        "run_length": np.log1p(size)[run],
        "run_words": np.log1p(np.bincount(run, words))[run],
        "run_kinds": (np.bincount(run, any_kind) / size)[run],
    }


def describe_neighbours(columns: Columns) -> Columns:
    """Columns of the lines before and behind, one by one and on average."""
    near = np.stack([columns[name] for name in NEAR]).astype(np.float32)
    n = near.shape[1]
    padded = np.full((len(NEAR), n + 2 * REACH), -1.0, np.float32)  # -1: no line there
    padded[:, REACH : REACH + n] = near
    found: Columns = {}
    for step in (-3, -2, -1, 1, 2, 3):
        shifted = padded[:, REACH + step : REACH + step + n]
        found |= {f"{name}{step:+d}": shifted[k] for k, name in enumerate(NEAR)}
    averaged = np.stack([columns[name] for name in AVERAGED]).astype(np.float64)
    sums = np.concatenate((np.zeros((len(AVERAGED), 1)), np.cumsum(averaged, axis=1)), axis=1)
    index = np.arange(n)
    for window in WINDOWS:
        low, high = np.maximum(index - window, 0), np.minimum(index + 1 + window, n)
        before = (sums[:, index] - sums[:, low]) / np.maximum(index - low, 1)
        behind = (sums[:, high] - sums[:, index + 1]) / np.maximum(high - index - 1, 1)
        for k, name in enumerate(AVERAGED):
            found[f"{name}<{window}"], found[f"{name}>{window}"] = before[k], behind[k]
    return found


def describe_document(columns: Columns, prose: np.ndarray, words: np.ndarray) -> Columns:
    """Columns that are the same for all lines: what kind of document is this?"""
    n = len(words)
    median = float(np.median(words[prose])) if prose.any() else 0.0
    values = {
        "doc_lines": np.log1p(n),
        "doc_words": np.log1p(words.sum()),
        "doc_prose_words": words[prose].sum() / max(1.0, float(words.sum())),
        "doc_prose_lines": prose.mean(),
        "doc_kinds": columns["any_kind"].mean(),
        "doc_stops": columns["ends_stop"].mean(),
        "doc_gaps": columns["gap_before"][1:].mean() if n > 1 else 0.0,
        "doc_paragraph": np.log1p(median),
        "doc_wrapped": columns["starts_lower"].mean(),
        "doc_copies": columns["is_copy"].mean(),
        "doc_capitals": columns["capital_words"].mean(),
        "doc_appeals": columns["says_appeal"].mean(),
    }
    found = {name: np.full(n, value) for name, value in values.items()}
    found["to_paragraph"] = columns["log_words"] - np.log1p(median)
    return found
