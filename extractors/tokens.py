"""The words of lines, as the cleaner and the alignment of pages compare them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import numpy as np

# One token is a word; scripts written without spaces count one token per character.
_SPACELESS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff"
# Vowel signs and accents that are characters of their own belong to their word.
_MARKS = "".join(
    char
    for char in map(chr, range(0x300, 0x1E00))
    if unicodedata.category(char) in ("Mn", "Mc") and not re.match(f"[{_SPACELESS}]", char)
)
_LETTERS, _MARKED = f"[^\\W_{_SPACELESS}]", f"[{_MARKS}]+[^\\W_{_SPACELESS}]*"
_TOKEN = re.compile(f"[{_SPACELESS}]|{_LETTERS}+(?:{_MARKED})*|(?:{_MARKED})+")
_IS_SPACELESS = re.compile(f"[{_SPACELESS}]")
# ASCII in lower case, with a space for whatever is no letter, digit or end of a line.
_FOLDED = bytes(
    code if code == 10 else ord(chr(code).lower()) if chr(code).isalnum() and code < 128 else 32
    for code in range(256)
)
_EMOJI = 0xD83D  # first half of symbols none of which is a letter, U+1F400 to U+1F7FF
_SIGMA = 0x3A3  # whose lower case depends on what follows
_ODD, _END, _SPACE = 0, 10, 32


def list_tokens(text: str) -> list[str]:
    """Lower-case words of `text` in order (CJK and Thai: characters)."""
    return _TOKEN.findall(text.lower())


def count_words(text: str) -> int:
    """Words between white space; of scripts that set none between words each character."""
    if text.isascii() or not (signs := len(_IS_SPACELESS.findall(text))):
        return len(text.split())
    others = _IS_SPACELESS.sub(" ", text).split()
    return signs + sum(any(map(str.isalnum, word)) for word in others)


def list_line_tokens(lines: list[str]) -> list[list[str]]:
    """`list_tokens` of each line; none holds the end of a line."""
    return list(map(str.split, fold_lines(lines)))


def fold_lines(lines: list[str]) -> list[str]:
    """The words of `list_tokens` of each line, with spaces between them and perhaps around them.

    No line holds the end of a line.
    """
    if not lines:
        return []
    text = "\n".join(lines)
    if text.isascii():
        return text.encode("ascii").translate(_FOLDED).decode("ascii").split("\n")
    codes = _fold_table()[np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)]
    odd = [] if codes.all() else np.flatnonzero(codes == _ODD)
    if not len(odd):
        return codes.tobytes().decode("utf-16-le").split("\n")
    lines_with = np.unique(np.searchsorted(np.flatnonzero(codes == _END), odd)).tolist()
    folded = codes.tobytes().decode("utf-16-le").split("\n")
    for i in lines_with:
        folded[i] = " ".join(list_tokens(lines[i]))
    return folded


@cache
def _fold_table() -> np.ndarray:
    """For each unit of UTF-16 its lower case, a space, or _ODD where one unit does not tell."""
    table = np.full(65536, _SPACE, np.uint16)
    for code in range(65536):
        char = chr(code)
        lower = char.lower()
        if len(lower) > 1 or code == _SIGMA or _IS_SPACELESS.match(lower):
            table[code] = _ODD
        elif lower.isalnum() or lower in _MARKS:
            table[code] = ord(lower)
    table[0xD800:0xDC00] = _ODD
    table[_EMOJI] = _SPACE
    table[_END] = _END
    return table
