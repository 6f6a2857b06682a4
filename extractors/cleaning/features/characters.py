"""What each character is, as bits: a letter, a digit, a mark that ends a sentence, and so on."""

from __future__ import annotations

import unicodedata
from itertools import repeat

import numpy as np

# Bits of the character table; that of letters is the highest.
UPPER, LOWER, DIGIT, PUNCT, QUOTE, COMMA, STOP, CJK = (1 << k for k in range(8))
SEPARATOR, BRACKET, COLON, DASH, OPEN_END, HANDLE, MONEY, LETTER = (1 << k for k in range(8, 16))
_GROUPS = (
    (QUOTE, "\"'“”„«»‘’‹›「」『』"),
    (COMMA, ",،、，;；"),
    (STOP, ".!?。！？؟।۔…"),
    (SEPARATOR, "|·•›»>/→▶◦●■"),
    (BRACKET, "()[]{}"),
    (COLON, ":："),
    (DASH, "-–—"),
    (OPEN_END, "…"),
    (HANDLE, "@#©®™"),
    (MONEY, "$€£%₹¥￥₽₺₴₩₪₦฿"),
)
_CATEGORIES = (
    (LETTER | UPPER, "Lu Lt"),
    (LETTER | LOWER, "Ll"),
    (LETTER, "Lm Lo"),
    (DIGIT, "Nd"),
    (PUNCT, "Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So"),
)


def _build_table() -> np.ndarray:
    """Bits of all characters of the basic plane; others count as symbols without a class."""
    bits = {category: bits for bits, told in _CATEGORIES for category in told.split()}
    categories = map(unicodedata.category, map(chr, range(65536)))
    table = np.fromiter(map(bits.get, categories, repeat(0)), np.uint16, 65536)
    for low, high in ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0x0E00, 0x0EFF)):
        table[low : high + 1] |= CJK
    for bit, chars in _GROUPS:
        for char in chars:
            table[ord(char)] |= bit
    return table


CHARACTER_BITS = _build_table()
# Characters with the same bits are of one class; the classes of letters come last.
CLASS_BITS, _classes = np.unique(CHARACTER_BITS, return_inverse=True)
FIRST_LETTER = int(np.searchsorted(CLASS_BITS, LETTER))
CHARACTER_CLASS = _classes.astype(np.uint8)
