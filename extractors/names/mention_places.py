"""Where a mention stands: in the raw text, in which sentence, in which part of the article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.names.sentences import cut_sentences
from extractors.records import Line, Mention, Metadatum

SECTIONS = ("title", "subtitle", "lead", "body")
LONGEST_LEAD = 500  # characters: of a body written as one line only the beginning is the lead
_UNSEEN = "\\s\u200b\u200c\u200d\u2060\ufeff\u00ad\x00"  # what cleaning takes out
UNSEEN, SEEN = re.compile(f"[{_UNSEEN}]"), re.compile(f"[^{_UNSEEN}]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a clean text, and those of the raw text they were made from."""

    start: int  # in the clean text
    end: int
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands. Offsets of sentences count in its field, end exclusive."""

    raw_start: int | None  # None: the field was not read from the raw text (meta tags)
    raw_end: int | None
    section: str  # one of SECTIONS
    sentence_start: int
    sentence_end: int


def list_body_pieces(text: str, raw: str, lines: Iterable[Line]) -> list[Stretch]:
    """The lines of a body with their raw lines; empty when they do not belong together."""
    kept = [line for line in lines if line.verdict == "keep" and has_text(raw, line)]
    parts = text.split("\n")
    if len(kept) != len(parts):
        return []
    pieces, at = [], 0
    for part, line in zip(parts, kept, strict=True):
        pieces.append(Stretch(at, at + len(part), line.start, line.end))
        at += len(part) + 1
    return pieces


def has_text(raw: str, line: Line) -> bool:
    """True when something of the line can be seen."""
    return UNSEEN.sub("", raw[line.start : line.end]) != ""


def list_fact_pieces(field: str, text: str, metadata: Iterable[Metadatum]) -> list[Stretch]:
    """Where the title or subtitle of an article stands in the raw text, if it stands there."""
    for fact in metadata:
        if fact.field == field and fact.start is not None and fact.value == text:
            return [Stretch(0, len(text), fact.start, fact.end or fact.start)]
    return []


@lru_cache(maxsize=1)  # of all mentions in a line, however long, one after the other
def align(piece: Stretch, text: str, raw: str) -> tuple[list[int], list[int], int]:
    """Offsets of what can be seen in a piece of the clean text and in its raw text, and how many
    of these letters are the same ones before the two disagree."""
    clean = [hit.start() for hit in SEEN.finditer(text, piece.start, piece.end)]
    raws = [hit.start() for hit in SEEN.finditer(raw, piece.raw_start, piece.raw_end)]
    pairs = enumerate(zip(clean, raws, strict=False))
    other = (number for number, (at, raw_at) in pairs if text[at] != raw[raw_at])
    return clean, raws, next(other, min(len(clean), len(raws)))


def find_raw(piece: Stretch, text: str, raw: str, start: int, end: int) -> tuple[int, int] | None:
    """Raw offsets of text[start:end] inside a piece; None when raw and clean text disagree."""
    clean, raws, same_count = align(piece, text, raw)
    first, behind = bisect_left(clean, start), bisect_left(clean, end)
    if first == behind or clean[first] != start or behind > same_count:
        return None
    return raws[first], raws[behind - 1] + 1


def find_raw_span(
    pieces: Sequence[Stretch], text: str, raw: str, start: int, end: int
) -> tuple[int, int] | None:
    """Raw offsets of a stretch that lies in one piece."""
    at = bisect_right(pieces, start, key=lambda piece: piece.start) - 1
    if at < 0 or end > pieces[at].end:
        return None
    piece = pieces[at]
    if raw[piece.raw_start : piece.raw_end] == text[piece.start : piece.end]:  # most lines
        return piece.raw_start + start - piece.start, piece.raw_start + end - piece.start
    return find_raw(piece, text, raw, start, end)


def name_section(field: str, text: str, start: int) -> str:
    """title, subtitle, lead (the first line of the body, at most LONGEST_LEAD) or body."""
    if field != "body":
        return field
    line_end = text.find("\n")
    end = min(line_end if line_end >= 0 else len(text), LONGEST_LEAD)
    return "lead" if start < end else "body"


def place_mentions(
    texts: Sequence[tuple[str, str]],
    mentions: Iterable[Mention],
    raw: str = "",
    pieces: dict[str, list[Stretch]] | None = None,
) -> list[Place]:
    """The place of each mention, in order; texts are (field, text), `pieces` by field."""
    pieces = pieces or {}
    by_field = dict(texts)
    sentences = {field: cut_sentences(text) for field, text in texts}
    placed = []
    for m in mentions:
        text = by_field[m.field]
        spans = sentences[m.field]
        first = max(bisect_right(spans, m.start, key=lambda span: span[0]) - 1, 0)
        last = max(bisect_right(spans, m.end - 1, key=lambda span: span[0]) - 1, first)
        at = find_raw_span(pieces.get(m.field, []), text, raw, m.start, m.end) or (None, None)
        section = name_section(m.field, text, m.start)
        placed.append(Place(*at, section, spans[first][0], spans[last][1]))
    return placed
