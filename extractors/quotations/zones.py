"""What stands around a quotation in its sentence: the words before it and the words behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.names.sentences import END, ends_here
from extractors.quotations.grammar import POINT
from extractors.quotations.spans import Span

FINAL = ".!?…。！？।؟"
COMMAS = ",，、،"


@dataclass(frozen=True, slots=True)
class Zone:
    """A quotation with the rest of its sentence: text[before:span] and text[span:behind]."""

    span: Span
    before: int  # where the words before it begin: the sentence, or the quotation before
    behind: int  # where the words behind it end
    is_fresh: bool  # nothing of the sentence stands in front of an earlier quotation
    is_alone: bool  # the paragraph is this quotation
    line: int  # number of its paragraph among the lines that are not blank


def list_zones(text: str, spans: Sequence[Span]) -> list[Zone]:
    """The zones of all quotations, in order; none reaches into another paragraph."""
    found = []
    line, line_start, line_end = 0, 0, _line_end(text, 0)
    for number, span in enumerate(spans):
        while span.outer_start > line_end:
            line += bool(text[line_start:line_end].strip())
            line_start = line_end + 1
            line_end = _line_end(text, line_start)
        last_end = max(line_end, _line_end(text, span.outer_end - 1))
        left = spans[number - 1] if number and spans[number - 1].outer_end > line_start else None
        right = spans[number + 1] if number + 1 < len(spans) else None
        start = left.outer_end if left else line_start
        end = min(right.outer_start, last_end) if right else last_end
        before, is_fresh = _sentence_start(text, start, span.outer_start, left)
        is_alone = left is None and (right is None or right.outer_start > last_end)
        if is_alone:
            outside = text[line_start : span.outer_start] + text[span.outer_end : last_end]
            is_alone = not any(map(str.isalnum, outside))
        found.append(Zone(span, before, _sentence_end(text, span, end), is_fresh, is_alone, line))
    return found


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _sentence_start(text: str, start: int, end: int, left: Span | None) -> tuple[int, bool]:
    at, is_fresh = start, left is None
    for match in END.finditer(text, start, end):
        if ends_here(text, match) and match.end() <= end:
            at, is_fresh = match.end(), True
    if left is not None and at == start and text[left.end - 1] in FINAL:
        rest = text[start:end].lstrip(" \u00a0)]")
        is_fresh = not rest or rest[0].isupper()
    return at, is_fresh


def _sentence_end(text: str, span: Span, end: int) -> int:
    """Where the sentence ends; right behind the mark when it ends inside the quotation."""
    rest = text[span.outer_end : end].lstrip(" \u00a0")
    last = text[span.end - 1]
    if not rest or (rest[0] in FINAL) or (last in ".。" and rest[0].isupper()):
        return span.outer_end
    for match in END.finditer(text, span.outer_end, end):
        is_title = POINT.search(text[max(0, match.start() - 6) : match.start()])
        if ends_here(text, match) and not (is_title and match.group()[0] == "."):
            return match.start()
    return end
