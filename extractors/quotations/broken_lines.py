"""Texts whose lines were broken to fit a page: where a sentence goes on in the next line."""

from __future__ import annotations

import re
from itertools import pairwise

WIDEST = 100  # characters of a line in a text that was set in a column
LONG = 40  # shorter lines are headlines and ends of paragraphs
FEWEST = 4  # long lines, fewer prove nothing
MOSTLY = 0.9  # of the long lines keep to the column
FULL = 0.75  # of the column: a shorter line was ended on purpose
CLOSED = re.compile(r"[.!?:;。！？][\"'”’»)\]]*$")


def join_broken_lines(text: str) -> str:
    """The text with a blank for each line break inside a sentence; all offsets stay."""
    lines = text.split("\n")
    lengths = [len(line) for line in lines if len(line) > LONG]
    if len(lengths) < FEWEST:
        return text
    narrow = sorted(length for length in lengths if length <= WIDEST)
    if len(narrow) < MOSTLY * len(lengths):
        return text
    full = FULL * narrow[-1 - len(narrow) // 10]
    signs = [
        " " if line and following and _goes_on(line, following, full) else "\n"
        for line, following in pairwise(lines)
    ]
    return "".join(part for pair in zip(lines, [*signs, ""], strict=True) for part in pair)


def _goes_on(line: str, following: str, full: float) -> bool:
    if following[0].islower():
        return True
    return len(line) >= full and not CLOSED.search(line) and not following[0].isspace()
