"""How reports of agencies end: with the agency behind the last sentence, and codes of its desk.

The bridge opens in May. (PAP)          Die Brücke öffnet im Mai./an/ph/DP/zb
anv/ pho/                               cml/ros/fg
"""

from __future__ import annotations

import re

from extractors.authors.agency_names import read_agencies
from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.verdicts import Ruling

_CODE = r"[a-zà-ÿ]{2,4}(?:-[a-zà-ÿ]{1,4})?"
CODES = re.compile(rf"{_CODE}(?:\s?/\s?{_CODE})+(?:\s?/)?|(?:{_CODE}/\s?){{2,}}")
SIGNED_CODES = re.compile(rf"[.!?\"”“»]\s?/{_CODE}(?:/(?:{_CODE}|DP))+$")
SIGNED = re.compile(r"[.!?\"”“»…]\s*\(([^()]{2,30})\)\.?$")
LONGEST_CODES = 32  # characters of a line of codes
REACH = 4  # last lines of the body in which codes stand
GUESSED = frozenset({"line_model", "generic_line", "credit_at_end"})  # rules that weigh


def drop_desk_codes(sheet: Sheet, rulings: dict[int, Ruling]) -> dict[int, Ruling]:
    """Lines of codes under a sentence, near the end of what stays; notes may stand below them."""
    kept = [i for i in range(len(sheet.texts)) if i not in rulings]
    return {
        i: Ruling("drop", "source_credit", "desk_codes", 0.95)
        for i in kept[1:][-REACH:]
        if len(sheet.texts[i]) <= LONGEST_CODES
        and (sheet.has_final_mark[i - 1] or is_signed(sheet.seen[i - 1]))
        and CODES.fullmatch(sheet.texts[i])
    }


def list_signed(sheet: Sheet, rulings: dict[int, Ruling]) -> list[int]:
    """The last sentence of a report, where it was taken for the caption of a picture or a stamp for
    the agency that signs behind it; captions stand apart from the body.
    """
    last = max((i for i in range(len(sheet.texts)) if i not in rulings), default=-1)
    i = last + 1
    if last < 0 or i >= len(sheet.texts) or rulings[i].rule not in GUESSED:
        return []
    return [i] if sheet.has_final_mark[last] and is_signed(sheet.seen[i]) else []


def is_signed(text: str) -> bool:
    """True for a sentence with an agency in brackets, or with codes, behind its mark."""
    match = SIGNED.search(text)
    return bool((match and read_agencies(match[1])) or SIGNED_CODES.search(text))
