"""Captions: lines that end with a credit, or say who stands where in a picture."""

from __future__ import annotations

import re

from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.labels.credits import AGENCIES
from extractors.cleaning.labels.known import ends_with_labelled_credit

_CREDIT = re.compile(
    r"(?:[/(|]|\bby|via|courtesy of|photo:|foto:|image:|picture:|©)\s*(?:\w+[\w .,'-]{0,40}/\s*)?"
    rf"(?:{AGENCIES})\b[\w .,/-]{{0,40}}\)?$",
    re.IGNORECASE,
)
_FOLDED_CREDIT = re.compile(_CREDIT.pattern)  # of lower-case ASCII, in a third of the time
_BEFORE_CREDIT = ("/", "(", "|", "©", ":", "by", "via", "courtesy of")
_POSE = re.compile(
    r"\((?:l|r|c|left|right|center|centre|links|rechts|pictured|file photo|gauche)\b[^)]{0,20}\)",
    re.I,
)
MAX_WORDS, MAX_POSE_WORDS = 80, 40
TAIL_CHARS = 90  # in which the credit stands


def is_caption(sheet: Sheet, i: int, credited: bool = True) -> bool:
    """True for a line that ends with a credit, or says who stands where.

    `credited` is false for lines without a word that may begin the name of an agency.
    """
    words, tail = sheet.word_counts[i], sheet.texts[i][-TAIL_CHARS:]
    if words > MAX_WORDS:
        return False
    if words <= MAX_POSE_WORDS and "/" in tail and _POSE.search(sheet.texts[i]):
        return True
    if ends_with_labelled_credit(tail):
        return True
    if not credited:
        return False
    folded = tail.lower()
    if not any(map(folded.__contains__, _BEFORE_CREDIT)):
        return False
    credit = _FOLDED_CREDIT.search(folded) if tail.isascii() else _CREDIT.search(tail)
    return credit is not None
