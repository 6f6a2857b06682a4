"""The non-blank lines of a document, normalised and counted once for all rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from extractors.cleaning.kinds import Kind, match_kind
from extractors.lines import LineSpan, split_lines

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\x00]")
# One token is a word; scripts written without spaces count one token per character.
_TOKEN = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]"
    "|[^\\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]+"
)
_BULLET = re.compile(r"[-–—•·*▪●◦‣]\s")
_FINAL = re.compile("[.!?…。！？।؟:;][\"'”’»“)\\]]*$")
_DIGITS = re.compile(r"\d+")


def normalise_line(raw: str) -> str:
    """The line as it enters the body: ends stripped, one space between words, nothing invisible."""
    if not raw.isascii():
        raw = _INVISIBLE.sub("", raw)
    return " ".join(raw.replace("\x00", "").split())


def list_tokens(text: str) -> list[str]:
    """Lower-case words of `text` in order (CJK and Thai: characters)."""
    return _TOKEN.findall(text.lower())


@dataclass(frozen=True)
class Sheet:
    """The lines of one document; lists run over its non-blank lines."""

    text: str
    spans: list[LineSpan]
    line_nos: list[int]
    texts: list[str]
    tokens: list[list[str]]

    def select(self, chosen: list[int]) -> Sheet:
        """The sheet of some of its lines, without the blank lines between them."""
        spans = [self.spans[self.line_nos[i]] for i in chosen]
        texts, tokens = [self.texts[i] for i in chosen], [self.tokens[i] for i in chosen]
        return Sheet(self.text, spans, list(range(len(chosen))), texts, tokens)

    @cached_property
    def gaps(self) -> np.ndarray:
        """Blank lines before each line, and behind the last one."""
        marks = np.array([-1, *self.line_nos, len(self.spans)])
        return np.diff(marks) - 1

    @cached_property
    def keys(self) -> list[str]:
        """The words alone, for telling repetitions whatever bullet or case they have."""
        return [" ".join(t) or text for t, text in zip(self.tokens, self.texts, strict=True)]

    @cached_property
    def shapes(self) -> list[str]:
        """The words with every number alike."""
        return [_DIGITS.sub("0", k) for k in self.keys]

    @cached_property
    def kinds(self) -> list[Kind | None]:
        """The known kind of each line."""
        pairs = zip(self.texts, self.tokens, strict=True)
        return [match_kind(text, tokens) for text, tokens in pairs]

    @cached_property
    def has_final_mark(self) -> list[bool]:
        return [_FINAL.search(t[-8:]) is not None for t in self.texts]

    @cached_property
    def is_bullet(self) -> list[bool]:
        return [_BULLET.match(t) is not None for t in self.texts]

    @cached_property
    def is_prose(self) -> list[bool]:
        """True for lines shaped like a paragraph: many words, closed or parted by a mark."""
        found = []
        for text, tokens, final in zip(self.texts, self.tokens, self.has_final_mark, strict=True):
            # A character of a script without spaces counts as half a word.
            words = len(tokens) if len(text) > 2 * len(tokens) else len(tokens) / 2
            parted = final or ". " in text or "。" in text
            found.append((words >= 14 and final) or (words >= 30 and parted))
        return found

    @cached_property
    def content(self) -> list[frozenset[str]]:
        """Words that carry meaning in most languages: five letters and more, and numbers."""
        return [frozenset(t for t in x if len(t) > 4 or t.isdigit()) for x in self.tokens]

    @cached_property
    def first_prose(self) -> int:
        """Index of the first paragraph, the number of lines when there is none."""
        return next((i for i, prose in enumerate(self.is_prose) if prose), len(self.texts))


def read_sheet(text: str) -> Sheet:
    """Lay out `text` line by line. Linear in its length."""
    spans = split_lines(text)
    line_nos, texts = [], []
    for line_no, span in enumerate(spans):
        if span.end > span.start:
            line = normalise_line(text[span.start : span.end])
            if line:
                line_nos.append(line_no)
                texts.append(line)
    return Sheet(text, spans, line_nos, texts, [list_tokens(t) for t in texts])
