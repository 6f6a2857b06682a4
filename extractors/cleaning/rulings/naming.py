"""Names the category of a line that the model takes out of the body."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.features.title_scores import is_path
from extractors.cleaning.labels.lexicon import family_bits, find_word_families
from extractors.cleaning.labels.parts import Kind
from extractors.cleaning.rulings.blocks import FORMS
from extractors.cleaning.rulings.captions import is_caption

MOVED = frozenset({"title", "subtitle", "caption"})  # categories whose text goes to a column
BARE_STANDFIRST = (7, 45)  # least and most words of one without a final mark
SUBTITLE_REACH = 3  # a byline and a date may stand between headline and standfirst


class Surroundings(NamedTuple):
    """What the neighbourhood says about one line."""

    title: int | None  # index of the headline
    first_body: int  # index of the first line that stays
    last_body: int  # index of the last line that stays
    first_copy: int | None  # index of the earlier line that says the same
    above: str | None  # category of the line right above, None when that line stays
    credited: bool = True  # whether a word of it may begin the credit of a picture


def name_category(
    sheet: Sheet,
    i: int,
    kind: Kind | None,
    families: int,
    around: Surroundings,
    plea: str | None = None,
) -> str:
    """Category of line `i`. What the words say goes before what the place says.

    `kind` is its known kind (`match_kind`), `families` are those of its words (`find_families`),
    and `plea` is its category if it speaks like an appeal.
    """
    told = kind.category if kind else _name_by_words(sheet, i, families, around, plea)
    return told or _name_by_place(sheet, i, around)


def _name_by_words(
    sheet: Sheet, i: int, families: int, around: Surroundings, plea: str | None
) -> str | None:
    words, text = sheet.word_counts[i], sheet.seen[i]
    if around.first_copy is not None and words >= 2:
        return "headline_repeat" if around.first_copy == around.title else "duplicate_block"
    if is_caption(sheet, i, around.credited):
        return "caption" if words >= 6 else "photo_credit"
    if around.above == "related_link" and not sheet.has_final_mark[i] and words >= 4:
        return "related_link"
    if plea is not None:
        return plea
    if not families & _TELLING and "@" not in text and text[0] != "©":
        return None
    return next((category for category, holds in _CLUES if holds(families, words, text)), None)


_RIGHTS, _DATE, _ROLE, _NETWORK = map(family_bits, ("rights", "date", "role", "network"))
_AD, _CREDIT, _POSED, _BY = map(family_bits, ("ad", "credit", "pose", "by"))
_TELLING = _RIGHTS | _DATE | _ROLE | _NETWORK | _AD | _CREDIT | _BY  # no clue without one of them
# What the words of a line make likely, the surer clue first.
_CLUES: tuple[tuple[str, Callable[[int, int, str], object]], ...] = (
    ("legal", lambda told, words, text: told & _RIGHTS),
    (
        "dateline_meta",
        lambda told, words, text: told & _DATE and words <= 14 and _has_digit(text),
    ),
    ("byline", lambda told, words, text: told & _ROLE and words >= 4),
    ("byline", lambda told, words, text: told & _BY and words <= 14 and _opens_with_by(text)),
    ("channel_plug", lambda told, words, text: told & _NETWORK or ("@" in text and words > 6)),
    ("byline", lambda told, words, text: "@" in text),
    ("advertisement", lambda told, words, text: told & _AD and words <= 12),
    ("photo_credit", lambda told, words, text: text.startswith("©") and words <= 8),
    ("photo_credit", lambda told, words, text: told & _CREDIT and words <= 5),
    ("caption", lambda told, words, text: told & _CREDIT and told & _POSED and words >= 6),
)


def _opens_with_by(text: str) -> bool:
    return bool(find_word_families(text.split(maxsplit=1)[0].rstrip(":").lower()) & _BY)


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _is_standfirst(sheet: Sheet, i: int, around: Surroundings) -> bool:
    """True for a sentence, and for more words without a mark right below the headline."""
    words = sheet.word_counts[i]
    if sheet.has_final_mark[i]:
        return words >= 6
    return i == around.title + 1 and BARE_STANDFIRST[0] <= words <= BARE_STANDFIRST[1]


def _name_by_place(sheet: Sheet, i: int, around: Surroundings) -> str:
    words = sheet.word_counts[i]
    if around.above in FORMS and i > around.last_body:
        return around.above
    if around.above == "related_link" and words >= 3:
        return "related_link"
    under_title = around.title is not None and around.title < i < around.first_body
    close = under_title and i - around.title <= SUBTITLE_REACH
    if close and not sheet.is_bullet[i] and _is_standfirst(sheet, i, around):
        return "subtitle"
    if words <= 3 or is_path(sheet.texts[i]):
        return "navigation"
    inside = around.first_body < i < around.last_body
    if inside and sheet.has_final_mark[i] and words >= 5:
        return "caption"
    return "related_link"
