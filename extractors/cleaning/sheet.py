"""The non-blank lines of a document, normalised and counted once for all rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from extractors.lines import split_lines

_INVISIBLE = str.maketrans({c: None for c in "\u200b\u200c\u200d\u2060\ufeff\u00ad\x00"})
_SPACE = re.compile(r"\s+")
# One token is a word; scripts written without spaces count one token per character.
_TOKEN = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]"
    "|[^\\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]+"
)
_BULLET = re.compile(r"^[-–—•·*▪●◦‣]\s+")
_FINAL = re.compile("[.!?…。！？।؟:;][\"'”’»“)\\]]*$")


def normalise_line(raw: str) -> str:
    """The line as it enters the body: ends stripped, one space between words, nothing invisible."""
    return _SPACE.sub(" ", raw.translate(_INVISIBLE)).strip()


def list_tokens(text: str) -> list[str]:
    """Lower-case words of `text` in order (CJK and Thai: characters)."""
    return _TOKEN.findall(text.lower())


@dataclass(frozen=True)
class Entry:
    """One non-blank line."""

    line_no: int  # 0-based position among all lines of the document
    start: int  # offset of the raw line
    end: int
    text: str  # normalised

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        return tuple(list_tokens(self.text))

    @cached_property
    def is_bullet(self) -> bool:
        return _BULLET.match(self.text) is not None

    @cached_property
    def content(self) -> frozenset[str]:
        """Words that carry meaning in most languages: five letters and more, and numbers."""
        return frozenset(t for t in self.tokens if len(t) > 4 or t.isdigit())

    @cached_property
    def has_final_mark(self) -> bool:
        return _FINAL.search(self.text) is not None

    @cached_property
    def key(self) -> str:
        """The words alone, for telling repetitions whatever bullet or case they have."""
        return " ".join(self.tokens)

    @property
    def is_prose(self) -> bool:
        """True for lines shaped like a paragraph: many words, closed by a mark."""
        return (len(self.tokens) >= 14 and self.has_final_mark) or len(self.tokens) >= 30


@dataclass(frozen=True)
class Sheet:
    """The lines of one document."""

    text: str
    spans: tuple
    entries: tuple[Entry, ...]

    @cached_property
    def first_prose(self) -> int:
        """Index of the first paragraph-shaped entry, the number of entries when there is none."""
        return next((i for i, e in enumerate(self.entries) if e.is_prose), len(self.entries))

    @cached_property
    def last_prose(self) -> int:
        return max((i for i, e in enumerate(self.entries) if e.is_prose), default=-1)


def read_sheet(text: str) -> Sheet:
    """Lay out `text` line by line. Linear in its length."""
    spans = tuple(split_lines(text))
    entries = []
    for line_no, span in enumerate(spans):
        line = normalise_line(text[span.start : span.end])
        if line:
            entries.append(Entry(line_no, span.start, span.end, line))
    return Sheet(text, spans, tuple(entries))
