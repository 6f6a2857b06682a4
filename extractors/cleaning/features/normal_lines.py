"""Lines as they enter the body: one space between words, nothing invisible but what joins."""

from __future__ import annotations

import re
from functools import cache

import numpy as np

from extractors.cleaning.words.places import list_codes

_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\x00"
# Joiners shape the words of Persian, Bengali and others, and tie symbols: there they stay.
_JOINED, _JOINERS = "[^\\x00-\u02ff]", "[\u200c\u200d]"
_INVISIBLE = re.compile(
    f"(?!{_JOINERS})[{_HIDDEN}]|(?<!{_JOINED}){_JOINERS}+|{_JOINERS}+(?!{_JOINED})"
)
CHUNK_CHARS = 1 << 20
_SPACES = re.compile("  +")


def normalise_line(raw: str) -> str:
    """The line as it enters the body: ends stripped, one space between words, nothing invisible.

    A joiner stays between letters of scripts that need it.
    """
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


def normalise_lines(text: str, lines: list[str]) -> list[str]:
    """`normalise_line` of each line of a text; most hold nothing to mend."""
    if len(text) <= CHUNK_CHARS and _is_plain(text):
        return [line.strip(" ") for line in lines]
    plain = len(text) <= CHUNK_CHARS and not any(map(text.__contains__, _HIDDEN))
    mend = _space_words if plain else normalise_line
    # What can be printed holds no white space but the space: indented lines need no more.
    bare = [line.strip(" ") for line in lines]
    return [line if line.isprintable() and "  " not in line else mend(line) for line in bare]


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
