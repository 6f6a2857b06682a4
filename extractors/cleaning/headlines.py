"""How likely each line above the body is the headline, by what both looks know of it.

On a whole page hundreds of lines stand above the body, and names of sections, menus and other
stories look like headlines too; where the body begins tells most of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from extractors.cleaning.features import Described
from extractors.cleaning.labelled_facts import is_bare_date
from extractors.cleaning.sheet import Sheet
from extractors.cleaning.title_scores import is_path
from extractors.cleaning.tree_model import TreeModel
from extractors.cleaning.verdicts import Ruling

# Log-odds of a headline; pasted texts without one are rare. What would stay needs more.
LEAST_ODDS, LEAST_BODY_ODDS = -2.0, -1.5
LEAST_FIRST_ODDS = -4.5  # of the first line when a path, a date or a label stands above it
LEAST_BYLINE_ODDS = -3.0  # of the line with nothing but the byline between it and the body
BODY, SURE_BODY = 0.2, 0.1  # chances of leaving below which a line counts as body
LONG_WORDS = 14  # of a sentence without its mark, with which some bodies begin
STOPS = (".", "。", "।", "۔", ":", ";", ",")
REACH = 1  # lines behind the first one of the body that may be the headline still
FROM_BODY = "sure_from_first"  # column that tells how far behind that first line a line stands


def mark_candidates(kinds: np.ndarray, from_body: np.ndarray) -> np.ndarray:
    """True for lines above the body that are of no known kind of furniture."""
    return (kinds < 0) & (from_body <= REACH)


def join_looks(first: np.ndarray, second: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """The columns of both looks, side by side, of some lines (a mask)."""
    return np.concatenate([first[rows], second[rows]], axis=1)


def score_headlines(
    told: Described, look: np.ndarray, names: tuple[str, ...], model: TreeModel
) -> np.ndarray:
    """Log-odds per line that it is the headline, -inf for those that cannot be.

    `look` has the columns `names` of the second look.
    """
    odds = np.full(len(look), -np.inf)
    asked = mark_candidates(told.kinds, look[:, names.index(FROM_BODY)])
    if asked.any():
        odds[asked] = model.score(join_looks(told.features, look, asked))
    return odds


def find_headline(
    sheet: Sheet, odds: np.ndarray, leaving: np.ndarray, dropped: Mapping[int, Ruling]
) -> int | None:
    """Index of the line that is the headline; None where none of those not `dropped` is likely.

    `leaving` is the chance of each line that it is not body: with a line that leaves nothing is
    lost. Of lines with the same odds, such as copies, the first one counts.
    """
    possible = np.flatnonzero(odds > LEAST_FIRST_ODDS)
    asked = zip(possible.tolist(), odds[possible].tolist(), leaving[possible].tolist(), strict=True)
    free = [
        line for line in asked if line[0] not in dropped and not _is_other(sheet.texts[line[0]])
    ]
    if not free:
        return None
    first = _find_first(sheet, dropped, free[0][0])
    likely = [
        (-told, i)
        for i, told, leaves in free
        if (i == first or told > (LEAST_ODDS if leaves >= 0.5 else LEAST_BODY_ODDS))
        and not _is_body(sheet, i, leaves)
    ]
    if likely:
        return min(likely)[1]
    best = max(free, key=lambda line: line[1])
    over = best[1] > LEAST_BYLINE_ODDS and _stands_over_byline(best[0], leaving, dropped)
    return best[0] if over and not _is_body(sheet, best[0], best[2]) else None


def _stands_over_byline(i: int, leaving: np.ndarray, dropped: Mapping[int, Ruling]) -> bool:
    """True when what leaves, a byline with it, is all between the line and the body."""
    body = np.flatnonzero(leaving < SURE_BODY)
    between = range(i + 1, int(body[0]) if len(body) else len(leaving))
    return all(k in dropped for k in between) and any(
        dropped[k].category == "byline" for k in between
    )


def _find_first(sheet: Sheet, dropped: Collection[int], end: int) -> int | None:
    """The line at `end` when nothing but paths, dates and what is dropped stands above it."""
    above = (i for i in range(end) if i not in dropped and not _is_other(sheet.texts[i]))
    alone = end > 0 and next(above, None) is None
    return end if alone and not _is_sentence(sheet, end) else None


def _is_other(text: str) -> bool:
    """True for a date, and for a path of menus: both stand over articles as headlines do."""
    return is_bare_date(text) or is_path(text)


def _is_body(sheet: Sheet, i: int, leaving: float) -> bool:
    """True for what the model takes for body: sentences, and all that other lines stand above."""
    return leaving < BODY and (_is_sentence(sheet, i) or (i > 0 and leaving < SURE_BODY))


def _is_sentence(sheet: Sheet, i: int) -> bool:
    return sheet.word_counts[i] > LONG_WORDS or sheet.texts[i].endswith(STOPS)
