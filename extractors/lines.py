"""Lines of a text with their places: the pieces cover the text exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from operator import add

# Line endings: CR LF, LF, CR, LINE SEPARATOR, PARAGRAPH SEPARATOR. str.splitlines also cuts at
# vertical tabs, form feeds and information separators, which occur inside lines of real files.
_ENDING = re.compile("\r\n|[\n\r\u2028\u2029]")
_RARE_ENDINGS = "\r\u2028\u2029"


@dataclass(frozen=True, slots=True)
class LineSpan:
    """Where one line stands: `text[start:end]`, followed by its `ending` (empty for the last)."""

    start: int
    end: int
    ending: str


def split_lines(text: str) -> list[LineSpan]:
    """Spans of all lines of `text` in order, offsets in characters, end exclusive.

    Joining `text[span.start:span.end] + span.ending` gives the text back. A text of n line
    endings has n + 1 lines; the empty text has one empty line. Linear in the length of the text.
    """
    spans, start = [], 0
    for match in _ENDING.finditer(text):
        spans.append(LineSpan(start, match.start(), match.group()))
        start = match.end()
    spans.append(LineSpan(start, len(text), ""))
    return spans


def cut_lines(text: str) -> tuple[list[int], list[int], list[str]]:
    """Starts and ends of the same lines and what stands in them, without their endings."""
    if not any(map(text.__contains__, _RARE_ENDINGS)):
        lines = text.split("\n")
        starts = [*accumulate([len(line) + 1 for line in lines[:-1]], initial=0)]
        return starts, [*map(add, starts, map(len, lines))], lines
    spans = split_lines(text)
    lines = [text[span.start : span.end] for span in spans]
    return [span.start for span in spans], [span.end for span in spans], lines
