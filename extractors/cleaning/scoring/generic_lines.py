"""Lines that many outlets have on their pages, known by their hashes: "Follow us on Facebook".

Learned from labelled pages together with the line model; no text is stored.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

MOST_WORDS = 30  # of such a line
HASH_BYTES = 5  # among a million other lines none is taken for a known one by chance
_DIGITS = re.compile(r"\d+")


def hash_line(tokens: Sequence[str]) -> int:
    """Hash of the lower-case words of a line, every number alike: 0 to 256**HASH_BYTES - 1."""
    words = " ".join(tokens)
    if _DIGITS.search(words):
        words = _DIGITS.sub("0", words)
    digest = hashlib.blake2b(
        words.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES
    ).digest()
    return int.from_bytes(digest, "little")
