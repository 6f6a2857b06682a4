"""Mends the labels of the names that the tagger found: by the words around them, by the tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.namebook.cues import FIELDS, NORP_WORDS, NOT_NAMES, OFFICES
from extractors.namebook.tables import NameTables, load_common_abbreviations
from extractors.names.candidates import Candidate
from extractors.tagger.decode import TYPES

PERSON_BEHIND_THE, PLACE_BEHIND_THE = 0.05, 0.25  # of their chances; see weigh_article
FIELD_OF_OFFICE = re.compile(
    r"\b[Mm]inisters? (?:of|for) (?:the )?(?:[A-Z]\w+,? )*(?:[A-Z]\w+ )?(?:(?:and|of) )?(?:the )?$"
)
# Behind a politician's name: D-N.Y., R-Barnstable.
PARTY_AND_STATE = re.compile(r"[DRI]-[A-Z][\w.]*(?: [A-Z]\w+)?")
BEHIND_NAME = re.compile(r"[^\W\d_], $|\($")
# Titles cut off from their names, degrees, and boxes at the post office.
NO_PERSONS = frozenset(
    "Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Gen Lt Sgt Capt Rev Jr Jr. Sr Sr. Ph.D Ph.D. M.D. "
    "P.O P.O. Prime".split()
)
MONEY = re.compile(r"(?:\s+dollars?\b|\s?\$)")


def is_no_name(text: str, start: int, end: int, label: str) -> bool:
    """True for words that are capitalised for other reasons: Labour in Labour Minister."""
    inside = text[start:end]
    if inside in NOT_NAMES or inside in load_common_abbreviations():
        return True
    if label == "PERSON" and inside in NO_PERSONS:
        return True
    if PARTY_AND_STATE.fullmatch(inside) and BEHIND_NAME.search(text, max(0, start - 3), start):
        return True
    following = text[end : end + 14].split(maxsplit=1)
    if inside in FIELDS and following and following[0].rstrip(",.") in OFFICES:
        return True
    if label == "ORG" and FIELD_OF_OFFICE.search(text, max(0, start - 60), start):
        return True
    return label == "PLACE" and MONEY.match(text, end) is not None


def stands_behind_the(text: str, start: int) -> bool:
    """True when "the" stands right before `start`."""
    return text[max(0, start - 4) : start].lower() == "the "


def weigh_article(
    text: str, start: int, name: str, chances: tuple[float, ...], tables: NameTables
) -> tuple[float, ...]:
    """The chances of the types where "the" stands before one word.

    It is no person then, and hardly a place that no table knows: the Hague is in the tables.
    """
    if " " in name or not chances or not stands_behind_the(text, start):
        return chances
    less = {
        "PERSON": PERSON_BEHIND_THE,
        "PLACE": 1.0 if has_row(name, tables) else PLACE_BEHIND_THE,
    }
    return tuple(c * less.get(t, 1.0) for t, c in zip(TYPES, chances, strict=True))


def has_row(name: str, tables: NameTables) -> bool:
    """True for a spelling of the tables, with its article or without."""
    return name in tables.known or f"The {name}" in tables.known


def weigh_usage(
    texts: Sequence[tuple[str, str]], placed: list[tuple[int, Candidate]], tables: NameTables
) -> list[tuple[int, Candidate]]:
    """The candidates of an article, where a word most often behind "the" is hardly a place.

    That holds for its other mentions too: the Ansar took the town, and Ansar fighters held it.
    """
    words = [(n, c) for n, c in placed if " " not in c.text and not has_row(c.text, tables)]
    behind = Counter(c.text for n, c in words if stands_behind_the(texts[n][1], c.start))
    total = Counter(c.text for _, c in words)
    at = TYPES.index("PLACE")

    def weigh(candidate: Candidate) -> Candidate:
        often = 2 * behind[candidate.text] >= total[candidate.text] > 0
        if not often or not candidate.chances:
            return candidate
        chances = list(candidate.chances)
        chances[at] *= PLACE_BEHIND_THE
        return replace(candidate, chances=tuple(chances))

    return [(n, weigh(c)) for n, c in placed]


def label_by_table(name: str, label: str, tables: NameTables) -> str:
    """Countries are places and demonyms peoples, whatever else the tagger took them for."""
    known = tables.known.get(name)
    if name in NORP_WORDS or (known is not None and known.kind == "demonym"):
        return "NORP"
    is_country = known is not None and known.kind == "country"
    return "PLACE" if is_country and label != "PERSON" else label
