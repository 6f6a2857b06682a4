"""Lines that were broken to fit a page, joined to paragraphs again."""

from __future__ import annotations

import re
from statistics import quantiles

HYPHEN = re.compile(r"(?<=[^\W\d_]{2})[-\u2010\u00ad]$")
CLOSED = re.compile(r"[.!?:;。！？][\"'”’»)\]]*$")


def join_wrapped_lines(lines: list[str]) -> list[str]:
    """Paragraphs of a printed text, one a line; blank lines stay between them.

    A line goes on in the next one when it is about as long as the column is wide and does not end
    a sentence, or when it ends in a hyphenated word. Short lines (headlines, bylines) stay alone.
    """
    width = _column_width(lines)
    paragraphs: list[str] = []
    goes_on = False
    for line in (line.strip() for line in lines):
        if goes_on and line:
            last = paragraphs[-1]
            hyphenated = HYPHEN.search(last) and line[0].islower()
            paragraphs[-1] = last[:-1] + line if hyphenated else f"{last} {line}"
        else:
            paragraphs.append(line)
        full = len(line) >= 0.75 * width
        goes_on = bool(line) and full and not (CLOSED.search(line) and len(line) < 0.95 * width)
        goes_on |= bool(HYPHEN.search(line)) and len(line) >= 0.5 * width
    return paragraphs


def _column_width(lines: list[str]) -> float:
    """Length that nine of ten longer lines do not pass."""
    lengths = [len(line.strip()) for line in lines if len(line.strip()) > 20]
    return quantiles(lengths, n=10)[-1] if len(lengths) >= 2 else 1_000_000
