"""Finds what stands between quotation marks, paragraph by paragraph."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from extractors.quotations.closers import LONGEST, find_closer, find_joined
from extractors.quotations.marks import CLOSERS, MARK, SINGLE, Token, look_at_mark

ANY = re.compile("[“„‟«»「『﹁〝\"＂”‘'‚]|``")
APOSTROPHES = frozenset("'‚")
WRAPPED = re.compile(r"[.!?…:;。！？\"”’»)\]]\s*$")  # how a line ends that is not broken off


class Span(NamedTuple):
    """What stands between two marks: text[start:end], marks not counted."""

    start: int
    end: int
    opener: str
    outer_start: int  # of the opening mark
    outer_end: int  # behind the closing mark, or the end of the paragraph
    continues: bool = False  # the paragraph takes up a quotation that the one before left open


def find_spans(text: str) -> list[Span]:
    """The outermost quotations of a text, in order; a paragraph is a line.

    A quotation that goes on in the next paragraph, which then begins with the opening mark again,
    gives one span for each. One that never closes is left out.
    """
    if ANY.search(text) is None:
        return []
    found: list[Span] = []
    start, left_open = 0, ""
    for end in _line_ends(text):
        if not text[start:end].isspace() and start < end:
            left_open = _read_line(text, start, end, left_open, found)
        start = end + 1
    return found


def _line_ends(text: str) -> list[int]:
    ends = [match.start() for match in re.finditer("\n", text)]
    return [*ends, len(text)]


def _read_line(text: str, start: int, end: int, left_open: str, found: list[Span]) -> str:
    """Add the spans of one line; the mark that it leaves open, or an empty string."""
    tokens = [look_at_mark(text, match, start, end) for match in MARK.finditer(text, start, end)]
    head = start + len(text[start:end]) - len(text[start:end].lstrip())
    number = 0
    while number < len(tokens):
        token = tokens[number]
        number += 1
        if not token.opens:
            continue
        continues = token.sign == left_open and token.at == head
        closer = find_closer(text, tokens, number - 1)
        if closer is not None:
            last = tokens[closer]
            _add(text, token, last.at, last.at + len(last.sign), continues, found)
            number = closer + 1
        elif (joined := find_joined(text, tokens, number - 1)) is not None:
            head, left_open, number = tokens[joined].at, token.sign, joined
            _add(text, token, head, head, continues, found)
        elif _goes_on(text, end, tokens, number - 1):
            _add(text, token, end, end, continues, found)
            return token.sign
        elif (wrapped := _close_behind_break(text, token, end)) is not None:
            _add(text, token, wrapped, wrapped + 1, continues, found)
            return ""
    return ""


def _goes_on(text: str, end: int, tokens: list[Token], number: int) -> bool:
    """True when the mark is the last of its kind here and the next line begins with it."""
    sign = tokens[number].sign
    if sign in APOSTROPHES:
        return False
    following = text[end + 1 : end + 12].lstrip()
    is_next = following.startswith(sign) and len(following) > len(sign)
    return is_next and not any(
        token.opens and token.sign == sign for token in islice(tokens, number + 1, None)
    )


def _close_behind_break(text: str, opener: Token, end: int) -> int | None:
    """Where the quotation ends in the next line, when the line was broken off in a sentence."""
    if opener.sign in SINGLE or end >= len(text) or WRAPPED.search(text, max(0, end - 4), end):
        return None
    line_end = text.find("\n", end + 1)
    line_end = len(text) if line_end < 0 else line_end
    for match in MARK.finditer(text, end + 1, line_end):
        token = look_at_mark(text, match, end + 1, line_end)
        if token.sign in CLOSERS[opener.sign] and token.closes and not token.opens:
            return token.at
        if token.opens and token.sign not in SINGLE:
            return None
    return None


def _add(
    text: str, opener: Token, end: int, outer_end: int, continues: bool, found: list[Span]
) -> None:
    """Add the span without blanks at its edges, unless nothing that can be read is left."""
    start = opener.at + len(opener.sign)
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    end -= len(inside) - len(inside.rstrip())
    fewest = 2 if opener.sign in SINGLE else 1  # rock 'n' roll
    if start < end <= start + LONGEST and sum(map(str.isalnum, inside)) >= fewest:
        found.append(Span(start, end, opener.sign, opener.at, outer_end, continues))
