"""How likely each line above the body is the headline, by what both looks know of it.

On a whole page hundreds of lines stand above the body, and names of sections, menus and other
stories look like headlines too; where the body begins tells most of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from extractors.authors.byline_names import is_person_name
from extractors.cleaning.facts.labelled import is_bare_date
from extractors.cleaning.features.describe import Described
from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.features.title_scores import is_path
from extractors.cleaning.labels.lexicon import family_bits, find_families
from extractors.cleaning.scoring.tree_model import TreeModel
from extractors.cleaning.verdicts import Ruling

# Log-odds of a headline; pasted texts without one are rare. What would stay needs more.
LEAST_ODDS, LEAST_BODY_ODDS = -2.0, -1.5
LEAST_FIRST_ODDS = -5.5  # of the first line when a path, a date or a label stands above it
LEAST_BYLINE_ODDS = -6.0  # of the last line over byline and day of the body, if no other is likely
OVER_BYLINE = 0.5  # log-odds that such a line gains
LEAST_TOP_ODDS = -3.5  # of the first line of all, right over the body
NAME_WORDS = 3
OUTLET_WORDS = 6  # at most of the name of an outlet
_PEOPLE = family_bits("role")
HEAD_CATEGORIES = ("byline", "dateline_meta")
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
    lines = np.flatnonzero(rows)
    return np.concatenate([look.T.take(lines, axis=1) for look in (first, second)]).T


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
    lost. Of its copies, and of lines with the same odds, the first one counts.
    """
    possible = [i for i in np.flatnonzero(odds > LEAST_BYLINE_ODDS).tolist() if i not in dropped]
    told, out = odds.tolist(), leaving.tolist()

    def may_be(i: int) -> bool:
        return not _is_other(sheet.texts[i]) and not _is_body(sheet, i, out[i])

    likely_first = (i for i in possible if told[i] > LEAST_FIRST_ODDS)
    first = next((i for i in likely_first if not _is_other(sheet.texts[i])), None)
    if first is not None:
        first = _find_first(sheet, dropped, first)
    likely = [i for i in possible if _is_likely(told[i], out[i], i == first) and may_be(i)]
    if len(likely) == 1:
        return likely[0]
    heads = (i for i in reversed(possible) if may_be(i) and not _is_name(sheet, i))
    last = next(heads, len(told))
    between = _list_between(sheet, last, odds, leaving, dropped)
    dated = any(dropped[k].category in HEAD_CATEGORIES for k in between or () if k in dropped)
    if likely:
        # A standfirst stands over the byline, too, right below the headline.
        over = dated and last - 1 not in likely
        best = max(likely, key=lambda i: (told[i] + OVER_BYLINE * (over and i == last), -i))
        return next(i for i in likely if sheet.key(i) == sheet.key(best))
    # Where the model has seen few texts of a kind or language, heads are known by their form alone.
    top = last == 0 and between is not None and not between and not _is_sentence(sheet, last)
    return last if dated or (top and told[0] > LEAST_TOP_ODDS and out[0] >= BODY) else None


def _is_likely(odds: float, leaving: float, is_first: bool) -> bool:
    if is_first and odds > LEAST_FIRST_ODDS:
        return True
    return odds > (LEAST_ODDS if leaving >= 0.5 else LEAST_BODY_ODDS)


def _list_between(
    sheet: Sheet, i: int, odds: np.ndarray, leaving: np.ndarray, dropped: Mapping[int, Ruling]
) -> range | None:
    """The lines from a line to the body; None when there is more than furniture and bare names."""
    body = np.flatnonzero(leaving < SURE_BODY)
    if not len(body) or body[0] <= i:
        return None
    between = range(i + 1, int(body[0]))
    parted = all(
        k in dropped or odds[k] <= LEAST_BYLINE_ODDS or _is_name(sheet, k) for k in between
    )
    return between if parted else None


def _is_name(sheet: Sheet, i: int) -> bool:
    """True for a bare name by its capitals, and for a few words with what its owner does."""
    text, words = sheet.texts[i], sheet.words(i)
    has_case = text.lower() != text.upper()
    told = len(words) <= NAME_WORDS and find_families(words) & _PEOPLE
    return bool(told) or (has_case and is_person_name(text))


def _find_first(sheet: Sheet, dropped: Collection[int], end: int) -> int | None:
    """The line at `end` when nothing but paths, dates and what is dropped stands above it."""
    above = (i for i in range(end) if i not in dropped and not _is_other(sheet.texts[i]))
    alone = end > 0 and next(above, None) is None
    return end if alone and not _is_sentence(sheet, end) else None


def _is_other(text: str) -> bool:
    """True for what stands over articles as headlines do: a date, an outlet and a date, a path of
    menus, and a note in brackets, such as (translated from Ukrainian).
    """
    return is_note(text) or is_bare_date(text) or is_path(text) or _is_outlet_and_date(text)


def is_note(text: str) -> bool:
    """True for a line that stands in brackets as a whole."""
    return text[0] in "([" and text[-1] in ")]" and text.find(text[0], 1) < 0


def _is_outlet_and_date(text: str) -> bool:
    """True for a few words, a comma and a day: Le Courrier du Larn, 20. November 2026."""
    name, comma, day = text.partition(", ")
    return bool(comma) and len(name.split()) <= OUTLET_WORDS and is_bare_date(day)


def _is_body(sheet: Sheet, i: int, leaving: float) -> bool:
    """True for what the model takes for body: sentences, and all that other lines stand above."""
    return leaving < BODY and (_is_sentence(sheet, i) or (i > 0 and leaving < SURE_BODY))


def _is_sentence(sheet: Sheet, i: int) -> bool:
    return sheet.word_counts[i] > LONG_WORDS or sheet.texts[i].endswith(STOPS)
