"""What each character is, as bits: a letter, a digit, a mark that ends a sentence, and so on."""

from __future__ import annotations

import unicodedata

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
_LETTERS = {"Lu": LETTER | UPPER, "Lt": LETTER | UPPER, "Ll": LETTER | LOWER}


def _build_table() -> np.ndarray:
    """Bits of all characters of the basic plane; others count as symbols without a class."""
    table = np.zeros(65536, np.uint16)
    for code in range(65536):
        category = unicodedata.category(chr(code))
        if category[0] == "L":
            table[code] = _LETTERS.get(category, LETTER)
        elif category == "Nd":
            table[code] = DIGIT
        elif category[0] in "PS":
            table[code] = PUNCT
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
