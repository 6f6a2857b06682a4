"""The words of lines, as the cleaner and the alignment of pages compare them."""

from __future__ import annotations

import re

# One token is a word; scripts written without spaces count one token per character.
_TOKEN = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]"
    "|[^\\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]+"
)
_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]")
_WORD = re.compile(r"[^\W_]+")  # a token of scripts written with spaces
# Marks of English typography: without them most English texts are ASCII, and quickly cut.
_TYPOGRAPHY = "“”‘’–—…•·"
# ASCII in lower case, with a space for whatever is no letter, digit or end of a line.
_FOLDED = bytes(
    code if code == 10 else ord(chr(code).lower()) if chr(code).isalnum() and code < 128 else 32
    for code in range(256)
)


def list_tokens(text: str) -> list[str]:
    """Lower-case words of `text` in order (CJK and Thai: characters)."""
    return _TOKEN.findall(text.lower())


def list_line_tokens(lines: list[str]) -> list[list[str]]:
    """`list_tokens` of each line; lines in few scripts have quicker ways to the same words."""
    text = "\n".join(lines)
    if not text.isascii():
        for mark in _TYPOGRAPHY:
            text = text.replace(mark, " ")
        lines = text.split("\n") if lines else []
    plain = [line for line in lines if line.isascii()]
    folded = "\n".join(plain).encode("ascii").translate(_FOLDED).decode("ascii")
    parted = map(str.split, folded.split("\n"))
    if len(plain) == len(lines):
        return list(parted) if lines else []
    find = (_WORD if _SPACELESS.search(text) is None else _TOKEN).findall
    return [next(parted) if line.isascii() else find(line.lower()) for line in lines]
