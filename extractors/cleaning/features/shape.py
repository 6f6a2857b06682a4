"""The shape of each line: which characters it is made of, how it begins and ends."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from extractors.cleaning.features.characters import (
    BRACKET,
    CHARACTER_BITS,
    CHARACTER_CLASS,
    CJK,
    CLASS_BITS,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    FIRST_LETTER,
    HANDLE,
    LETTER,
    LOWER,
    MONEY,
    OPEN_END,
    PUNCT,
    QUOTE,
    SEPARATOR,
    STOP,
    UPPER,
)  # fmt: skip

CHUNK_CHARS = 1 << 15  # characters described at once: what they need fits into the cache


def describe_shape(texts: list[str], words: np.ndarray) -> dict[str, np.ndarray]:
    """Columns about the characters of the lines; `words` are their numbers of words."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    piece = np.cumsum(lengths + 1) // CHUNK_CHARS
    cuts = [0, *(np.flatnonzero(np.diff(piece)) + 1).tolist(), len(texts)]
    counted = [
        _count_marks(texts[low:high], lengths[low:high])
        for low, high in pairwise(cuts)
        if low < high
    ]
    counts, ends = (np.concatenate(part, axis=1) for part in zip(*counted, strict=True))
    return {
        **_share_characters(counts, lengths, words),
        **_describe_ends(ends),
    }


def _count_marks(texts: list[str], lengths: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Counts by class of character, then begun words, words begun large, sentences and clocks.

    Beside them the codes of the first, the last and the last character but one.
    """
    codes = _list_codes("\n".join(texts) + "\n")
    classes = CHARACTER_CLASS.take(codes)  # quicker than by an index in brackets
    n, size = len(texts), len(CLASS_BITS)
    line = np.repeat(np.arange(n), lengths + 1)
    places = np.repeat(np.arange(n) * size, lengths + 1) + classes
    by_class = np.bincount(places, minlength=n * size).reshape(n, size).T
    begins = classes >= FIRST_LETTER
    begins[1:] = begins[1:] > begins[:-1]
    begins = np.flatnonzero(begins)
    large = begins[_has(classes[begins], UPPER)]
    # A mark, a space and a capital: a sentence begins inside the line.
    inner = np.flatnonzero(codes[1:] == 32)
    inner = inner[_has(classes[inner], STOP)]
    inner = inner[_has(classes[inner + 2], UPPER | DIGIT | QUOTE)]
    clock = np.flatnonzero(codes[1:-1] == 58)
    clock = clock[_has(classes[clock], DIGIT) & _has(classes[clock + 2], DIGIT)]
    marks = [np.bincount(line[at], minlength=n) for at in (begins, large, inner, clock)]
    starts = np.cumsum(lengths + 1) - lengths - 1
    last = starts + lengths - 1
    return np.vstack([by_class, *marks]), codes[[starts, last, np.maximum(last - 1, starts)]]


def _list_codes(text: str) -> np.ndarray:
    """One code per character; those outside the basic plane are 65535, a symbol without a class."""
    wide = text.encode("utf-16-le", "surrogatepass")
    if len(wide) == 2 * len(text):
        return np.frombuffer(wide, np.uint16)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(codes, 65535).astype(np.uint16)


def _has(classes: np.ndarray, bits: int) -> np.ndarray:
    return ((CLASS_BITS & bits) != 0).take(classes)


def _share_characters(counts, lengths, words) -> dict[str, np.ndarray]:
    by_class, (begun, large, inner, clock) = counts[:-4], counts[-4:].astype(np.float32)

    def count_bit(bit: int) -> np.ndarray:
        return by_class[(CLASS_BITS & bit) != 0].sum(axis=0).astype(np.float32)

    letters, safe, safe_words = count_bit(LETTER), np.maximum(lengths, 1), np.maximum(words, 1)
    columns = {
        "log_chars": np.log1p(lengths),
        "log_words": np.log1p(words),
        "word_length": lengths / safe_words,
        "upper_share": count_bit(UPPER) / np.maximum(letters, 1),
        "capital_words": large / np.maximum(begun, 1),
        "letter_share": letters / safe,
        "digit_share": count_bit(DIGIT) / safe,
        "punct_share": count_bit(PUNCT) / safe,
        "cjk_share": count_bit(CJK) / safe,
        "sentences": np.minimum(inner, 8),
        "clock": np.minimum(clock, 2),
    }
    for name, bit in (("comma", COMMA), ("stop", STOP), ("quote", QUOTE), ("dash", DASH)):
        n = count_bit(bit)
        columns[name + "_count"] = np.minimum(n, 12)
        columns[name + "_rate"] = n / safe_words
    for name, bit in (("separator", SEPARATOR), ("bracket", BRACKET), ("colon", COLON),
                      ("handle", HANDLE), ("money", MONEY)):  # fmt: skip
        columns[name + "_count"] = np.minimum(count_bit(bit), 6)
    return columns


def _describe_ends(codes: np.ndarray) -> dict[str, np.ndarray]:
    """Columns about the first, the last and the last character but one of the lines."""
    first, last, before_last = CHARACTER_BITS[codes]
    closing = (last & (QUOTE | BRACKET)) != 0
    return {
        "starts_upper": (first & UPPER) != 0,
        "starts_lower": (first & LOWER) != 0,
        "starts_digit": (first & DIGIT) != 0,
        "starts_quote": (first & QUOTE) != 0,
        "starts_mark": ((first & PUNCT) != 0) & ((first & QUOTE) == 0),
        "ends_stop": ((last & STOP) != 0) | (closing & ((before_last & (STOP | COMMA)) != 0)),
        "ends_question": (codes[1] == ord("?")) | (codes[1] == ord("!")),
        "ends_colon": (last & COLON) != 0,
        "ends_comma": (last & COMMA) != 0,
        "ends_quote": (last & QUOTE) != 0,
        "ends_bracket": (last & BRACKET) != 0,
        "ends_digit": (last & DIGIT) != 0,
        "ends_open": (last & OPEN_END) != 0,
        "ends_letter": (last & LETTER) != 0,
    }
