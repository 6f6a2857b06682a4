"""Which short lines are labels that news pages put around an article, and of which kind.

A pattern must match the whole line, so a sentence that merely contains such a phrase is not
touched. The kinds stand in three tables of patterns (what a reader can do, what is told of the
article, what the outlet tells of itself) and in one of labels that are always written alike.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.cleaning.labels.article import FACT_KINDS
from extractors.cleaning.labels.control import CONTROL_KINDS
from extractors.cleaning.labels.date_stamps import is_date_stamp
from extractors.cleaning.labels.heads import (
    fold_head,
    list_heads,
    list_open_choices,
    needs_digit,
)
from extractors.cleaning.labels.known import WORD_HEADS, is_fixed_label, match_known
from extractors.cleaning.labels.outlet import OUTLET_KINDS
from extractors.cleaning.labels.parts import Kind

MAX_KIND_CHARS = 160  # longer lines are prose or appeals, which other files judge
# Order matters: narrow kinds stand before those with open ends.
KINDS: tuple[Kind, ...] = CONTROL_KINDS + FACT_KINDS + OUTLET_KINDS
_BY_NAME = {kind.name: kind for kind in KINDS}
DATE_STAMP = _BY_NAME["date_stamp"]

# Most lines begin like none of the patterns, or lack the digit that they need. Few patterns may
# begin with any character: only those of their choices that may.
_PATTERNS = [(kind, pattern) for kind in KINDS for pattern in kind.patterns]
_NUMBERED = {k for k, (_, pattern) in enumerate(_PATTERNS) if needs_digit(pattern.pattern)}
_BY_HEAD: dict[str, list[int]] = {}  # places of the patterns that may begin so
for _k, (_, _pattern) in enumerate(_PATTERNS):
    for _head in list_heads(_pattern.pattern):
        _BY_HEAD.setdefault(_head, []).append(_k)
_OPEN = {
    k: re.compile("|".join(list_open_choices(_PATTERNS[k][1].pattern))) for k in _BY_HEAD.pop("")
}
# All that these choices match holds one of these.
OPEN_SIGNS = ("@", "/", "|", "all rights reserved")
_EDGE = " \t-–—•·*>»›|:.…→▶►✓#«\"“”'"  # marks that pages set around a label


def fold_label(line: str) -> str:
    """Lower-case form of a line without the marks that pages set around a label."""
    return line.lower().replace("’", "'").strip(_EDGE)


BEGIN_CHARS = 3  # first letters of words by which those of labels are known
_DIGIT = re.compile(r"\d")
_WORD = re.compile(rf"[^\W\d_]{{{BEGIN_CHARS},}}")


def _list_begins() -> frozenset[str]:
    """First letters of all words in the tables; a line without any cannot match."""
    sources = re.sub(r"\\\w", " ", " ".join(pattern.pattern for _, pattern in _PATTERNS))
    return frozenset(word[:BEGIN_CHARS] for word in _WORD.findall(sources)) | WORD_HEADS


LABEL_BEGINS = _list_begins()


def match_kind(line: str, tokens: list[str]) -> Kind | None:
    """First kind of `KINDS` whose pattern matches the whole line, None for other lines.

    `tokens` are the lower-case words of the line; they rule out most lines before any pattern, and
    tell dates in notations that no pattern knows.
    """
    found = match_label(line) if any(map(may_stand_in_label, tokens)) else None
    return found or (DATE_STAMP if is_date_stamp(tokens) else None)


def may_stand_in_label(token: str) -> bool:
    """False for words that no pattern knows; a line of such words is of no kind."""
    begin = token[:BEGIN_CHARS]
    return begin in LABEL_BEGINS or len(token) < BEGIN_CHARS or not token.isalpha()


def match_label(line: str, begins_known: bool = True) -> Kind | None:
    """`match_kind` of a line some word of which may stand in a label.

    `begins_known` is false for lines that do not begin with the words of a known label.
    """
    if len(line) > MAX_KIND_CHARS:
        return None
    return _match_folded(fold_label(line), begins_known)


@lru_cache(maxsize=1 << 14)  # labels recur over documents; the bound keeps memory flat
def _match_folded(label: str, begins_known: bool) -> Kind | None:
    may_be_open, has_digit = any(map(label.__contains__, OPEN_SIGNS)), bool(_DIGIT.search(label))
    for kind, pattern in _list_choices(fold_head(label), may_be_open, has_digit):
        if pattern.fullmatch(label):
            return kind
    return _BY_NAME.get(match_known(label) or "") if begins_known else None


def is_known_label(line: str) -> bool:
    """True for labels that are always written alike, which no sentence or heading is."""
    return len(line) <= MAX_KIND_CHARS and is_fixed_label(fold_label(line))


@lru_cache(maxsize=1 << 14)
def _list_choices(
    head: str, may_be_open: bool, has_digit: bool
) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """What a label with this beginning may match, in the order of the kinds."""
    begins = {head, head[:2], head[:1]}
    found = {k: _PATTERNS[k][1] for begin in begins for k in _BY_HEAD.get(begin, ())}
    if may_be_open:
        found = _OPEN | found
    asked = sorted(found if has_digit else found.keys() - _NUMBERED)
    return tuple((_PATTERNS[k][0], found[k]) for k in asked)
