"""A text as names are looked for in it: without addresses, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator

BLOCK = 100_000  # characters looked at together: bounds memory, 5 MB of text take 50 of them
ADDRESS = re.compile(r"https?://\S+|www\.\S+|[@#]\w+")
MAIL = re.compile(r"[\w.+-]{1,64}@\S{1,99}")


def mask_addresses(text: str) -> str:
    """The text with addresses and handles blanked out, all other characters in their places."""
    patterns = (MAIL, ADDRESS) if "@" in text else (ADDRESS,)  # MAIL looks at every letter often
    for pattern in patterns:
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


def cut_blocks(text: str) -> Iterator[tuple[int, str]]:
    """(offset, block) over the whole text, cut at line breaks or blanks where there are any."""
    at = 0
    while at < len(text):
        end = min(at + BLOCK, len(text))
        if end < len(text):
            cuts = (text.rfind("\n", at, end), text.rfind(" ", at, end))
            end = next((cut + 1 for cut in cuts if cut > at + BLOCK // 2), end)
        yield at, text[at:end]
        at = end
