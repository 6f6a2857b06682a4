"""Cuts a text into sentences, line by line."""

from __future__ import annotations

import re

from extractors.names.tokens import ABBREVIATIONS

# A closing sign, whatever quotes and brackets close with it, and a blank. Only the first sign of a
# row begins a match: a line of a hundred thousand points would take minutes.
END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+\s+|[。！？]+[”’」』）]*\s*|\n+")
OPENERS = "\"'“‘«([—–-¿¡"
LAST_WORD = re.compile(r"[^\s\"'“‘(\[]+$")
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
LOOK_BACK = 30  # characters before a point that can hold an abbreviation


def cut_sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence in order, blanks at the ends left out; a line ends one."""
    found, start = [], 0
    for match in END.finditer(text):
        if ends_here(text, match):
            add_span(found, text, start, match.end())
            start = match.end()
    add_span(found, text, start, len(text))
    return found


def add_span(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add the stretch without blanks at its ends, unless nothing is left."""
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    end -= len(inside) - len(inside.rstrip())
    if start < end:
        found.append((start, end))


def ends_here(text: str, match: re.Match[str]) -> bool:
    """False for the points of abbreviations and initials, and before a word in lower case."""
    sign = match.group()
    if "\n" in sign or sign[0] != ".":
        return True
    after = text[match.end() : match.end() + 3].lstrip(OPENERS)
    if after and after[0].islower():
        return False
    word = LAST_WORD.search(text, max(0, match.start() - LOOK_BACK), match.start())
    if sign.strip() != "." or word is None:
        return True
    return word.group() not in ABBREVIATIONS and not INITIALS.fullmatch(word.group())
