"""Which words of appeals, plugs, credits and notices each line holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, repeat

import numpy as np

from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.labels.lexicon import FAMILY_NAMES, PAIR_FAMILIES, PAIR_WORDS, family_bits
from extractors.cleaning.words.table import WordTable

APPEAL_NAMES = ("you", "we", "ask", "money", "offer", "network", "press", "paywall")
_YOU = family_bits("you")
# German writes the polite address with a capital, which tells it from "they" and "she" inside a
# sentence; at its start all words have one.
_POLITE = re.compile("[a-zäöüß0-9,] (?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\\b")
_PAIR_BASE = 1 << 16  # more than there are words in PAIR_WORDS
_PAIRS = np.array(
    sorted(
        (PAIR_WORDS[first] * _PAIR_BASE + PAIR_WORDS[second], bits)
        for (first, second), bits in PAIR_FAMILIES.items()
    )
).T  # numbers of the pairs, and the families of each


def describe_families(table: WordTable) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Columns with the number of words of each family of the lexicon, at most 6.

    The second result holds all families of each line as bits, in the order of FAMILY_NAMES.
    """
    n = len(table.counts)
    bits = table.families[table.word]
    telling = np.flatnonzero(bits)
    told, line = bits[telling], table.line[telling]
    pairs = _mark_pairs(table)
    first = np.zeros(n, np.int64)
    filled = table.counts > 0
    begins = table.begins[filled]
    first[filled] = bits[begins]
    if len(begins):
        found = pairs.copy()
        found[filled] |= np.bitwise_or.reduceat(bits, begins)
    else:
        found = pairs
    columns: dict[str, np.ndarray] = {}
    for k, name in enumerate(FAMILY_NAMES):
        count = np.bincount(line[(told >> k) & 1 == 1], minlength=n) + ((pairs >> k) & 1)
        columns["says_" + name] = np.minimum(count, 6)
    for name in ("by", "credit", "related", "ask"):
        columns["opens_" + name] = (first >> FAMILY_NAMES.index(name)) & 1
    columns["says_appeal"] = np.sum([columns["says_" + name] > 0 for name in APPEAL_NAMES], axis=0)
    return columns, found


def speaks_politely(line: str) -> bool:
    """True when a line addresses its reader by a capital letter."""
    return _may_be_polite(line) and _POLITE.search(line) is not None


def _may_be_polite(text: str) -> bool:
    return " Sie" in text or " Ih" in text


def add_polite(
    columns: dict[str, np.ndarray], families: np.ndarray, sheets: Iterable[Sheet]
) -> np.ndarray:
    """The families of each line with those who address politely; their columns are brought along.

    `columns` and `families` are those of `describe_families`, of all lines of the sheets.
    """
    told = chain.from_iterable(
        map(speaks_politely, sheet.seen)
        if _may_be_polite("\n".join(sheet.seen))
        else repeat(False, len(sheet.seen))
        for sheet in sheets
    )
    polite = np.fromiter(told, bool, len(families))
    columns["says_appeal"] = columns["says_appeal"] + (polite & (columns["says_you"] == 0))
    columns["says_you"] = np.minimum(columns["says_you"] + polite, 6)
    return families | np.where(polite, _YOU, 0)


def _mark_pairs(table: WordTable) -> np.ndarray:
    """Families of the pairs of words in each line, as bits."""
    found = np.zeros(len(table.counts), np.int64)
    part = table.pair_words[table.word]
    at = np.flatnonzero((part[:-1] > 0) & (part[1:] > 0))
    at = at[table.line[at] == table.line[at + 1]]
    pairs = part[at] * _PAIR_BASE + part[at + 1]
    numbers, families = _PAIRS
    place = np.searchsorted(numbers, pairs).clip(max=len(numbers) - 1)
    known = numbers[place] == pairs
    np.bitwise_or.at(found, table.line[at[known]], families[place[known]])
    return found
