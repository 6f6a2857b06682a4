"""The non-blank lines of a document, normalised and counted once for all rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from extractors.cleaning.title_scores import list_candidates, pick_story_words
from extractors.cleaning.word_places import count_words, list_codes
from extractors.lines import cut_lines
from extractors.tokens import fold_lines

_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\x00"
_INVISIBLE = re.compile(f"[{_HIDDEN}]")
CHUNK_CHARS = 1 << 20
SEEN_CHARS = 20_000  # of a longer line the rules see this much of its head and of its tail
_BULLETS = frozenset("-–—•·*▪●◦‣")
_FINAL, _CLOSING = ".!?…。！？।۔؟:;", "\"'”’»“)]」』）】"
_FINALS = tuple(_FINAL)
_SPACES = re.compile("  +")


def normalise_line(raw: str) -> str:
    """The line as it enters the body: ends stripped, one space between words, nothing invisible."""
    if len(raw) > CHUNK_CHARS:
        return _normalise_giant(raw)
    if not raw.isascii() or "\x00" in raw:
        raw = _INVISIBLE.sub("", raw)
    return _space_words(raw)


def _normalise_giant(raw: str) -> str:
    """The same chunk by chunk: a list of all words of a giant line would fill the memory."""
    raw, pieces = _INVISIBLE.sub("", raw), []
    for at in range(0, len(raw), CHUNK_CHARS):
        chunk = raw[at : at + CHUNK_CHARS]
        pieces += [" " * chunk[0].isspace(), normalise_line(chunk), " " * chunk[-1].isspace()]
    return _SPACES.sub(" ", "".join(pieces)).strip()


def _normalise_all(text: str, lines: list[str]) -> list[str]:
    """`normalise_line` of each line of a text; most hold nothing to mend."""
    if len(text) <= CHUNK_CHARS and _is_plain(text):
        return [line.strip(" ") for line in lines]
    plain = len(text) <= CHUNK_CHARS and not any(map(text.__contains__, _HIDDEN))
    mend = _space_words if plain else normalise_line
    return [
        line.strip(" ") if line.isprintable() and "  " not in line else mend(line) for line in lines
    ]


def _is_plain(text: str) -> bool:
    """True when all signs of a text can be printed, and no two spaces stand in a row."""
    codes = list_codes(text)
    if codes.itemsize > 2 or not _list_printable().take(codes).all():
        return False
    spaces = codes == ord(" ")
    return not (spaces[1:] & spaces[:-1]).any()


@cache
def _list_printable() -> np.ndarray:
    """True for the signs of the basic plane that can be printed, and for ends of lines."""
    return np.array([chr(code).isprintable() or code == ord("\n") for code in range(1 << 16)])


def _space_words(line: str) -> str:
    return " ".join(line.split())


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


def read_sheets(texts: Iterable[str]) -> list[Sheet]:
    """`read_sheet` of each text; the words of all are found at once."""
    laid_out = list(map(_lay_out, texts))
    folded = fold_lines([line for *_, seen in laid_out for line in seen])
    counts, at, sheets = count_words(folded), 0, []
    for *columns, seen in laid_out:
        lines = slice(at, at + len(seen))
        sheets.append(Sheet(*columns, seen, folded[lines], counts[lines]))
        at = lines.stop
    return sheets


def _lay_out(text: str) -> tuple[str, list[int], list[int], list[int], list[str], list[str]]:
    """The first columns of a sheet."""
    starts, ends, lines = cut_lines(text)
    lines = _normalise_all(text, lines)
    line_nos = [line_no for line_no, line in enumerate(lines) if line]
    texts = [line for line in lines if line]
    seen = [t if len(t) <= 2 * SEEN_CHARS else t[:SEEN_CHARS] + t[-SEEN_CHARS:] for t in texts]
    return text, starts, ends, line_nos, texts, seen


def _looks_like_prose(count: int, final: bool, text: str) -> bool:
    # A character of a script without spaces counts as half a word.
    words = count if len(text) > 2 * count else count / 2
    if final:
        return words >= 14
    return words >= 30 and (". " in text or "。" in text)
