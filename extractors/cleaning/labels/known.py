"""Labels of news pages that are always written alike, in over forty languages.

General knowledge of how outlets label their pages, in extractors/data/labels.tsv: a row per kind
(names of KINDS in kinds.py) and language, its entries with " | " between them. An entry is a whole
line without its marks ("Story continues below this ad"); 0 stands for any number. One that ends in
":" begins a line, with such a mark and more behind it.
"""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files
from itertools import filterfalse

from extractors.tokens import list_tokens

LINK_KIND, CREDIT_KIND, AD_KIND = "related_header", "photo_credit", "advertisement"
LIKE_HEADINGS = ("widget_title", "byline", "photo_credit", "source_line")  # of articles too
REACH = 48  # characters in which the mark behind a label stands
_MARK = re.compile(r"[:：|=】\]»›>…]|\.\.|\s?[-–—]\s")
# What stands before and behind the last mark of a line, as far as it may be label and name.
LABEL_CHARS = 24
_LAST_MARK = re.compile(rf"([^:：]{{2,{LABEL_CHARS}}})[:：]\s?[^:：]{{2,48}}$")
_MARKS = ":：|=】]»›>….-–— "
_OPENING = "[【(（<〈«»>›•▶►☞#@*-–— "
_DIGITS = re.compile(r"\d+")
_COUNT = re.compile(r" 0$")


def _fold(label: str) -> str:
    """The words of a label, all numbers alike; one at the end counts comments and the like."""
    return _COUNT.sub("", _DIGITS.sub("0", " ".join(list_tokens(label))))


def _head(label: str) -> str:
    """How a label begins: it rules most lines out."""
    head = label[:4]
    head = (head.partition(" ")[0] if head.isascii() else head[:2]).rstrip(_MARKS)
    return _DIGITS.sub("0", head)


def _spell(entry: str, language: str) -> set[str]:
    """An entry as it is, without accents, and as Turkish capitals give it; in lower case."""
    bare = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFD", entry)))
    capitals = [entry.replace("i", "İ").replace("ı", "I").lower()] if language == "tr" else []
    return {entry, bare, *capitals}


def _read_rows() -> list[list[str]]:
    rows = files("extractors").joinpath("data", "labels.tsv").read_text("utf-8").splitlines()
    return [row.split("\t") for row in rows[1:]]


LABEL_ROWS = _read_rows()  # kind, language, entries


def _compile() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Kinds of whole labels, and of labels that begin a line, by their folded words; all heads."""
    whole: dict[str, str] = {}
    opening: dict[str, str] = {}
    heads = set()
    for kind, language, entries in LABEL_ROWS:
        for entry in entries.split(" | "):
            known = opening if entry.endswith(":") else whole
            for spelling in _spell(entry, language):
                known.setdefault(_fold(spelling), kind)
                heads.add(_head(spelling))
    return whole, opening, frozenset(heads)


_WHOLE, _OPENING_WORDS, _HEADS = _compile()
KNOWN_WORDS = (*_WHOLE, *_OPENING_WORDS)  # of all labels, with spaces between them
# First letters of all words, as kinds.py asks for them.
WORD_HEADS = frozenset(
    word[:3] for words in KNOWN_WORDS for word in words.split() if len(word) >= 3
)


def match_known(label: str) -> str | None:
    """Name of the kind of a folded label (`fold_label`) in the table; None for other lines."""
    label = label.lstrip(_OPENING)
    if _head(label) not in _HEADS:
        return None
    kind = _WHOLE.get(_fold(label))
    if kind is None and (opening := _cut(label)):
        kind = _OPENING_WORDS.get(_fold(opening))
    return kind


def is_fixed_label(label: str) -> bool:
    """True for folded labels that no sentence or heading is: of some words, or advertisements."""
    words = _fold(label.lstrip(_OPENING))
    kind = _WHOLE.get(words)
    return kind == AD_KIND or (kind is not None and " " in words and kind not in LIKE_HEADINGS)


def begins_with_link_label(line: str) -> bool:
    """True when `line` holds a label of links to other articles, a mark and more behind it."""
    opening = _cut(line)
    return opening is not None and _WHOLE.get(_fold(opening)) == LINK_KIND


def ends_with_labelled_credit(line: str) -> bool:
    """True when behind words `line` ends with the label of a credit, a mark and a short name."""
    mark = max(map(line.rfind, ":："))
    told = _LAST_MARK.search(line, max(0, mark - LABEL_CHARS)) if mark > 0 else None
    if told is None:
        return False
    label = list_tokens(told[1])
    return any(
        _OPENING_WORDS.get(" ".join(label[at:])) == CREDIT_KIND for at in range(1, len(label))
    )


def _cut(line: str) -> str | None:
    """What stands before the first mark of a line with words behind it."""
    line = line.lstrip(_OPENING)
    mark = _MARK.search(line, 1, REACH)
    return line[: mark.start()] if mark and list_tokens(line[mark.end() :]) else None
