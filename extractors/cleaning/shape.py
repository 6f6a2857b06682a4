"""The shape of each line: which characters it is made of, how it begins and ends."""

from __future__ import annotations

import unicodedata

import numpy as np

# Bits of the character table.
UPPER, LOWER, LETTER, DIGIT, PUNCT, QUOTE, COMMA, STOP = (1 << k for k in range(8))
CJK, SEPARATOR, BRACKET, COLON, DASH, OPEN_END, HANDLE, MONEY = (1 << k for k in range(8, 16))
_GROUPS = (
    (QUOTE, "\"'“”„«»‘’‹›「」『』"),
    (COMMA, ",،、，;；"),
    (STOP, ".!?。！？؟।…"),
    (SEPARATOR, "|·•›»>/→▶◦●■"),
    (BRACKET, "()[]{}"),
    (COLON, ":："),
    (DASH, "-–—"),
    (OPEN_END, "…"),
    (HANDLE, "@#©®™"),
    (MONEY, "$€£%₹¥"),
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


_TABLE = _build_table()


def describe_shape(texts: list[str], words: np.ndarray) -> dict[str, np.ndarray]:
    """Columns about the characters of the lines; `words` are their numbers of words."""
    codes = np.frombuffer(("\n".join(texts) + "\n").encode("utf-32-le", "surrogatepass"), np.uint32)
    bits = _TABLE[np.minimum(codes, 65535)]
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    starts = np.cumsum(lengths + 1) - lengths - 1
    return {
        **_count_characters(codes, bits, starts, lengths, words),
        **_describe_ends(codes, bits, starts, starts + lengths),
    }


def _count_characters(codes, bits, starts, lengths, words) -> dict[str, np.ndarray]:
    def count(mask: np.ndarray) -> np.ndarray:
        return np.add.reduceat(mask, starts, dtype=np.int32).astype(np.float32)

    def count_bit(bit: int) -> np.ndarray:
        return count((bits & bit) != 0)

    is_letter = (bits & LETTER) != 0
    begins = is_letter.copy()
    begins[1:] &= ~is_letter[:-1]
    letters, safe, safe_words = count(is_letter), np.maximum(lengths, 1), np.maximum(words, 1)
    # A mark, a space and a capital: a sentence begins inside the line.
    inner = np.zeros(len(codes), bool)
    opens = (bits[2:] & (UPPER | DIGIT | QUOTE)) != 0
    inner[:-2] = ((bits[:-2] & STOP) != 0) & (codes[1:-1] == 32) & opens
    clock = np.zeros(len(codes), bool)
    digit = (bits & DIGIT) != 0
    clock[1:-1] = (codes[1:-1] == 58) & digit[:-2] & digit[2:]
    columns = {
        "log_chars": np.log1p(lengths),
        "log_words": np.log1p(words),
        "word_length": lengths / safe_words,
        "upper_share": count_bit(UPPER) / np.maximum(letters, 1),
        "capital_words": count(begins & ((bits & UPPER) != 0)) / np.maximum(count(begins), 1),
        "letter_share": letters / safe,
        "digit_share": count(digit) / safe,
        "punct_share": count_bit(PUNCT) / safe,
        "cjk_share": count_bit(CJK) / safe,
        "sentences": np.minimum(count(inner), 8),
        "clock": np.minimum(count(clock), 2),
    }
    for name, bit in (("comma", COMMA), ("stop", STOP), ("quote", QUOTE), ("dash", DASH)):
        n = count_bit(bit)
        columns[name + "_count"] = np.minimum(n, 12)
        columns[name + "_rate"] = n / safe_words
    for name, bit in (("separator", SEPARATOR), ("bracket", BRACKET), ("colon", COLON),
                      ("handle", HANDLE), ("money", MONEY)):  # fmt: skip
        columns[name + "_count"] = np.minimum(count_bit(bit), 6)
    return columns


def _describe_ends(codes, bits, starts, ends) -> dict[str, np.ndarray]:
    first, last = bits[starts], bits[ends - 1]
    before_last = bits[np.maximum(ends - 2, starts)]
    closing = (last & (QUOTE | BRACKET)) != 0
    last_code = codes[ends - 1]
    return {
        "starts_upper": (first & UPPER) != 0,
        "starts_lower": (first & LOWER) != 0,
        "starts_digit": (first & DIGIT) != 0,
        "starts_quote": (first & QUOTE) != 0,
        "starts_mark": ((first & PUNCT) != 0) & ((first & QUOTE) == 0),
        "ends_stop": ((last & STOP) != 0) | (closing & ((before_last & (STOP | COMMA)) != 0)),
        "ends_question": (last_code == ord("?")) | (last_code == ord("!")),
        "ends_colon": (last & COLON) != 0,
        "ends_comma": (last & COMMA) != 0,
        "ends_quote": (last & QUOTE) != 0,
        "ends_bracket": (last & BRACKET) != 0,
        "ends_digit": (last & DIGIT) != 0,
        "ends_open": (last & OPEN_END) != 0,
        "ends_letter": (last & LETTER) != 0,
    }
