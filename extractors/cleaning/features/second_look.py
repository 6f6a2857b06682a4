"""A second look at each line: where it stands in the body that the first look has found.

Chances are counted in whole steps, so sums are exact whatever other documents are described with.
"""

from __future__ import annotations

import numpy as np

from extractors.cleaning.features.describe import Described
from extractors.cleaning.features.layout import Layout
from extractors.cleaning.features.places import Columns, spread_out

STEPS = 256  # of a chance between 0 and 1
REACH = 4  # neighbours on each side
WINDOWS = (3, 10)  # lines before and behind that are averaged
FAR = 30  # lines counted to the nearest line of the body
BODY_WORDS = 4  # words of a line that can begin or end the body
# What the first look knew of the line itself and may weigh anew beside its surroundings.
KEPT = (
    "log_words", "ends_stop", "is_prose", "gap_before", "gap_after", "any_kind", "known_share",
    "capital_words", "appeal", "says_appeal", "title_share", "place", "is_copy", "run_before",
    "stop_share", "upper_share", "digit_share",
)  # fmt: skip


def look_again(told: Described, leaving: np.ndarray) -> tuple[np.ndarray, tuple[str, ...]]:
    """Matrix of shape (lines, columns), float32, and the names of its columns.

    `leaving` is the chance of each line, at the first look, that it is not body.
    """
    chance = np.rint(leaving * STEPS).astype(np.int64)
    layout, words = told.layout, told.words
    columns: Columns = {name: told[name] for name in KEPT}
    columns["leaving"] = chance
    columns |= _describe_neighbours(layout, chance, (STEPS - chance) * words)
    columns |= _describe_body(layout, chance, words, told["is_prose"] > 0)
    columns |= _describe_runs(layout, chance, words)
    rows = np.empty((len(columns), len(chance)), np.float32)
    for k, values in enumerate(columns.values()):
        rows[k] = values
    return rows.T, tuple(columns)


def _describe_neighbours(layout: Layout, chance: np.ndarray, body_words: np.ndarray) -> Columns:
    """Chances and words of the body of the lines before and behind, singly and together."""
    place, spread = spread_out(layout, chance[None], max(REACH, *WINDOWS), -1)
    near, found = spread[0], {}
    for step in range(1, REACH + 1):
        found[f"leaving-{step}"], found[f"leaving+{step}"] = near[place - step], near[place + step]
    near = np.maximum(near, 0)
    words = spread_out(layout, body_words[None], max(REACH, *WINDOWS), 0)[1][0]
    behind_end = layout.size - layout.index - 1
    sums = np.zeros((4, len(chance)), np.int64)
    for step in range(1, max(WINDOWS) + 1):
        sums += [near[place - step], near[place + step], words[place - step], words[place + step]]
        if step in WINDOWS:
            found[f"leaving<{step}"] = sums[0] / np.clip(layout.index, 1, step)
            found[f"leaving>{step}"] = sums[1] / np.clip(behind_end, 1, step)
            found[f"body<{step}"], found[f"body>{step}"] = np.log1p(sums[2]), np.log1p(sums[3])
    return found


def _describe_body(
    layout: Layout, chance: np.ndarray, words: np.ndarray, prose: np.ndarray
) -> Columns:
    """Where the line stands in the body found so far, and how dirty the document is."""
    stays = STEPS - chance
    weight = stays * words
    all_weight, all_words = layout.total(weight), layout.total(words)
    before = layout.running(weight)
    documents = {
        "body_share": all_weight / np.maximum(all_words * STEPS, 1),
        "mean_leaving": layout.mean(chance),
        "doubt": layout.mean(np.minimum(chance, stays)),
        "prose_leaving": layout.total(prose * chance) / np.maximum(layout.total(prose), 1),
    }
    found = {name: values[layout.document] for name, values in documents.items()}
    found["body_before"] = before / np.maximum(all_weight, 1)[layout.document]
    found["body_words_before"] = np.log1p(before)
    found["body_words_behind"] = np.log1p(all_weight[layout.document] - before - weight)
    for name, sure in (("sure", 0.2), ("likely", 0.5)):
        body = (chance < sure * STEPS) & (words >= BODY_WORDS)
        found |= _measure_distance(layout, body, name)
    return found


def _measure_distance(layout: Layout, body: np.ndarray, name: str) -> Columns:
    """Lines to the nearest line of the body before and behind, and to its first and last one."""
    number, n = np.arange(len(body)), layout.size
    start, beyond = number - layout.index, len(body) + FAR
    previous = np.maximum.accumulate(np.where(body, number, -1))
    previous = np.concatenate(([-1], previous[:-1])) - start
    following = np.minimum.accumulate(np.where(body, number, beyond)[::-1])[::-1]
    following = np.concatenate((following[1:], [beyond])) - start
    first = np.minimum.reduceat(np.where(body, layout.index, n), layout.starts)[layout.document]
    last = np.maximum.reduceat(np.where(body, layout.index, -1), layout.starts)[layout.document]
    before, behind = layout.index - previous, following - layout.index
    return {
        f"{name}_before": np.where(previous < 0, FAR, np.minimum(before, FAR)),
        f"{name}_behind": np.where(following >= n, FAR, np.minimum(behind, FAR)),
        f"{name}_from_first": np.clip(layout.index - first, -FAR, FAR),
        f"{name}_to_last": np.clip(last - layout.index, -FAR, FAR),
    }


def _describe_runs(layout: Layout, chance: np.ndarray, words: np.ndarray) -> Columns:
    """The run of lines that leave, or stay, to which a line belongs."""
    leaves = chance * 2 > STEPS
    begins = np.concatenate(([True], leaves[1:] != leaves[:-1])) | (layout.index == 0)
    run = np.cumsum(begins) - 1
    size = np.bincount(run)
    return {
        "look_run": np.log1p(size)[run],
        "look_run_words": np.log1p(np.bincount(run, words))[run],
        "look_run_leaving": (np.bincount(run, chance) / size)[run],
    }
