"""Bytes that the encoding of a text does not allow: read as windows-1252, as browsers do.

Two error handlers for codecs, known by their names once this module is imported: MARKED leaves a
stand-in, so that the place of each such byte can be kept, AS_WINDOWS_1252 the character at once.
"""

from __future__ import annotations

import codecs
import re

MARKED = "newsmill.marked"
AS_WINDOWS_1252 = "newsmill.windows-1252"
BASE = 0xDC00  # lone surrogates, which no decoder gives
STAND_IN = re.compile("[\udc00-\udcff]")
# the five bytes windows-1252 leaves unassigned stand for the control character of their value
WINDOWS_1252 = {
    BASE + byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
    for byte in range(256)
}


def find_marked(marked: str) -> tuple[tuple[int, int], ...]:
    """Offset of the character and value of the byte, for each stand-in."""
    return tuple((hit.start(), ord(hit[0]) - BASE) for hit in STAND_IN.finditer(marked))


def read_marked(marked: str) -> str:
    """The text with its stand-ins read as windows-1252; offsets stay."""
    return marked.translate(WINDOWS_1252)


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    odd = error.object[error.start : error.end]
    return "".join(chr(BASE + byte) for byte in odd), error.end


def _read(error: UnicodeError) -> tuple[str, int]:
    marked, end = _mark(error)
    return read_marked(marked), end


codecs.register_error(MARKED, _mark)
codecs.register_error(AS_WINDOWS_1252, _read)
