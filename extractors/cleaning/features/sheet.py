"""The non-blank lines of a document, normalised and counted once for all rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress

import numpy as np

from extractors.cleaning.features.normal_lines import normalise_lines
from extractors.cleaning.features.title_scores import list_candidates, pick_story_words
from extractors.cleaning.words.places import count_words
from extractors.lines import cut_lines
from extractors.tokens import fold_lines

SEEN_CHARS = 20_000  # of a longer line the rules see this much of its head and of its tail
_BULLETS = frozenset("-–—•·*▪●◦‣")
_FINAL, _CLOSING = ".!?…。！？।۔؟:;", "\"'”’»“)]」』）】"
_FINALS = tuple(_FINAL)


@dataclass(frozen=True)
class Sheet:
    """The lines of one document; lists run over its non-blank lines, if not said otherwise."""

    text: str
    starts: list[int]  # of all lines, as offsets into the text
    ends: list[int]  # of all lines
    line_nos: list[int]
    texts: list[str]  # normalised
    seen: list[str]  # the same, of giant lines only head and tail
    folded: list[str]  # the words alone, in lower case
    word_counts: list[int]

    def select(self, chosen: Sequence[int]) -> Sheet:
        """The sheet of some of its lines, without the blank lines between them."""
        return Sheet(
            self.text,
            [self.starts[self.line_nos[i]] for i in chosen],
            [self.ends[self.line_nos[i]] for i in chosen],
            list(range(len(chosen))),
            [self.texts[i] for i in chosen],
            [self.seen[i] for i in chosen],
            [self.folded[i] for i in chosen],
            [self.word_counts[i] for i in chosen],
        )

    @cached_property
    def gaps(self) -> np.ndarray:
        """Blank lines before each line, and behind the last one."""
        marks = np.array([-1, *self.line_nos, len(self.starts)])
        return np.diff(marks) - 1

    def words(self, i: int) -> list[str]:
        """The words of a line, in lower case."""
        return self.folded[i].split()

    def key(self, i: int) -> str:
        """The words alone, for telling repetitions whatever bullet or case they have."""
        return " ".join(self.words(i)) or self.seen[i]

    @cached_property
    def has_final_mark(self) -> list[bool]:
        """True for lines that end with the mark of a sentence, whatever closes behind it."""
        return [
            t[-1] in _FINAL or (t[-1] in _CLOSING and t[-8:].rstrip(_CLOSING).endswith(_FINALS))
            for t in self.texts
        ]

    @cached_property
    def is_bullet(self) -> list[bool]:
        return [t[0] in _BULLETS and t[1:2] == " " for t in self.texts]

    @cached_property
    def is_prose(self) -> list[bool]:
        """True for lines shaped like a paragraph: many words, closed or parted by a mark."""
        return [
            count >= 14 and _looks_like_prose(count, final, text)
            for count, final, text in zip(
                self.word_counts, self.has_final_mark, self.seen, strict=True
            )
        ]

    def story_words(self, i: int) -> set[str]:
        """Words of a line that carry meaning in most languages."""
        return pick_story_words(self.words(i))

    @cached_property
    def title_candidates(self) -> list[int]:
        """Lines that may be the headline."""
        return list_candidates(self.texts, self.word_counts, self.is_bullet, self.is_prose)


def read_sheet(text: str) -> Sheet:
    """Lay out `text` line by line. Linear in its length."""
    return read_sheets([text])[0]


def read_sheets(texts: Iterable[str], seen_chars: int = SEEN_CHARS) -> list[Sheet]:
    """`read_sheet` of each text; the words of all are found at once.

    Of lines with more than twice `seen_chars` characters the rules see so many at both ends.
    """
    laid_out = [_lay_out(text, seen_chars) for text in texts]
    folded = fold_lines([line for *_, seen in laid_out for line in seen])
    counts, at, sheets = count_words(folded), 0, []
    for *columns, seen in laid_out:
        lines = slice(at, at + len(seen))
        sheets.append(Sheet(*columns, seen, folded[lines], counts[lines]))
        at = lines.stop
    return sheets


def _lay_out(
    text: str, seen_chars: int
) -> tuple[str, list[int], list[int], list[int], list[str], list[str]]:
    """The first columns of a sheet."""
    starts, ends, lines = cut_lines(text)
    lines = normalise_lines(text, lines)
    line_nos, texts = [*compress(range(len(lines)), lines)], [*filter(None, lines)]
    seen = texts
    if max(map(len, texts), default=0) > 2 * seen_chars:
        seen = [t if len(t) <= 2 * seen_chars else t[:seen_chars] + t[-seen_chars:] for t in texts]
    return text, starts, ends, line_nos, texts, seen


def _looks_like_prose(count: int, final: bool, text: str) -> bool:
    # A character of a script without spaces counts as half a word.
    words = count if len(text) > 2 * count else count / 2
    if final:
        return words >= 14
    # Thai and Lao set no mark behind a sentence.
    return words >= 30 and (". " in text or "。" in text or "\u0e00" <= text[-1] <= "\u0eff")
