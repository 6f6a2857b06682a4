"""The non-blank lines of a document, normalised and counted once for all rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, compress

import numpy as np

from extractors.cleaning.kinds import Kind, match_kind
from extractors.cleaning.title_scores import pick_story_words, score_titles
from extractors.lines import find_lines
from extractors.tokens import list_line_tokens

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\x00]")
CHUNK_CHARS = 1 << 20
SEEN_CHARS = 20_000  # of a longer line the rules see this much of its head and of its tail
_BULLETS = frozenset("-–—•·*▪●◦‣")
_FINAL, _CLOSING = tuple(".!?…。！？।؟:;"), "\"'”’»“)]"
_SPACES = re.compile("  +")


def normalise_line(raw: str) -> str:
    """The line as it enters the body: ends stripped, one space between words, nothing invisible."""
    if len(raw) > CHUNK_CHARS:
        return _normalise_giant(raw)
    if not raw.isascii() or "\x00" in raw:
        raw = _INVISIBLE.sub("", raw)
    return " ".join(raw.split())


def _normalise_giant(raw: str) -> str:
    """The same chunk by chunk: a list of all words of a giant line would fill the memory."""
    raw, pieces = _INVISIBLE.sub("", raw), []
    for at in range(0, len(raw), CHUNK_CHARS):
        chunk = raw[at : at + CHUNK_CHARS]
        pieces += [" " * chunk[0].isspace(), normalise_line(chunk), " " * chunk[-1].isspace()]
    return _SPACES.sub(" ", "".join(pieces)).strip()


def _normalise_all(lines: list[str]) -> list[str]:
    """`normalise_line` of each line; most hold nothing to mend."""
    return [
        line.strip(" ") if line.isprintable() and "  " not in line else normalise_line(line)
        for line in lines
    ]


@dataclass(frozen=True)
class Sheet:
    """The lines of one document; lists run over its non-blank lines, if not said otherwise."""

    text: str
    starts: list[int]  # of all lines, as offsets into the text
    ends: list[int]  # of all lines
    line_nos: list[int]
    texts: list[str]  # normalised
    seen: list[str]  # the same, of giant lines only head and tail
    tokens: list[list[str]]

    def select(self, chosen: Sequence[int]) -> Sheet:
        """The sheet of some of its lines, without the blank lines between them."""
        return Sheet(
            self.text,
            [self.starts[self.line_nos[i]] for i in chosen],
            [self.ends[self.line_nos[i]] for i in chosen],
            list(range(len(chosen))),
            [self.texts[i] for i in chosen],
            [self.seen[i] for i in chosen],
            [self.tokens[i] for i in chosen],
        )

    @cached_property
    def gaps(self) -> np.ndarray:
        """Blank lines before each line, and behind the last one."""
        marks = np.array([-1, *self.line_nos, len(self.starts)])
        return np.diff(marks) - 1

    @cached_property
    def keys(self) -> list[str]:
        """The words alone, for telling repetitions whatever bullet or case they have."""
        return [" ".join(t) or text for t, text in zip(self.tokens, self.seen, strict=True)]

    @cached_property
    def kinds(self) -> list[Kind | None]:
        """The known kind of each line."""
        return list(map(match_kind, self.seen, self.tokens))

    @cached_property
    def has_final_mark(self) -> list[bool]:
        """True for lines that end with the mark of a sentence, whatever closes behind it."""
        return [t[-8:].rstrip(_CLOSING).endswith(_FINAL) for t in self.texts]

    @cached_property
    def is_bullet(self) -> list[bool]:
        return [t[0] in _BULLETS and t[1:2] == " " for t in self.texts]

    @cached_property
    def is_prose(self) -> list[bool]:
        """True for lines shaped like a paragraph: many words, closed or parted by a mark."""
        found = []
        for text, tokens, final in zip(self.seen, self.tokens, self.has_final_mark, strict=True):
            # A character of a script without spaces counts as half a word.
            words = len(tokens) if len(text) > 2 * len(tokens) else len(tokens) / 2
            parted = final or ". " in text or "。" in text
            found.append((words >= 14 and final) or (words >= 30 and parted))
        return found

    def story_words(self, i: int) -> set[str]:
        """Words of a line that carry meaning in most languages."""
        return pick_story_words(self.tokens[i])

    @cached_property
    def prose_words(self) -> frozenset[str]:
        """All words of its paragraphs."""
        paragraphs = compress(self.tokens, self.is_prose)
        return frozenset(chain.from_iterable(paragraphs))

    @cached_property
    def title_scores(self) -> list[tuple[int, float]]:
        """Lines that may be the headline; asked for before and after it is known which leave."""
        return score_titles(
            self.texts, self.tokens, self.is_bullet, self.first_prose, self.prose_words
        )

    @cached_property
    def first_prose(self) -> int:
        """Index of the first paragraph, the number of lines when there is none."""
        return next((i for i, prose in enumerate(self.is_prose) if prose), len(self.texts))


def read_sheet(text: str) -> Sheet:
    """Lay out `text` line by line. Linear in its length."""
    starts, ends = find_lines(text)
    lines = _normalise_all([text[start:end] for start, end in zip(starts, ends, strict=True)])
    line_nos = [line_no for line_no, line in enumerate(lines) if line]
    texts = [line for line in lines if line]
    seen = [t if len(t) <= 2 * SEEN_CHARS else t[:SEEN_CHARS] + t[-SEEN_CHARS:] for t in texts]
    return Sheet(text, starts, ends, line_nos, texts, seen, list_line_tokens(seen))
