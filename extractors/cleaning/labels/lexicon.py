"""Words that appeals, plugs, credits and notices are made of, by family.

General knowledge of how outlets write, in extractors/data/lexicon.tsv: a row per family and
language (mul: many languages together), its entries with " | " between them. A word that ends in
"*" stands for all words that begin so; entries with a space are sequences of two words.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

# you: the reader is addressed; we: the outlet speaks of itself; ask: what the reader is asked to
# do; money: and membership; offer: what outlets offer; press: about itself; paywall: reading on has
# a condition. At most 19, as word_facts.py keeps them in the bits of a number.
FAMILY_NAMES = (
    "you", "we", "ask", "money", "offer", "network", "press", "credit", "role", "rights",
    "paywall", "cookie", "share", "date", "ad", "link", "pose", "by", "related",
)  # fmt: skip


def _compile() -> tuple[dict[str, int], dict[str, int], dict[tuple[str, str], int]]:
    words: dict[str, int] = {}
    stems: dict[str, int] = {}
    pairs: dict[tuple[str, str], int] = {}
    rows = files("extractors").joinpath("data", "lexicon.tsv").read_text("utf-8").splitlines()
    for row in rows[1:]:
        family, _, entries = row.split("\t")
        bit = 1 << FAMILY_NAMES.index(family)
        for entry in entries.split(" | "):
            if " " in entry:
                first, second = entry.split(" ")
                pairs[first, second] = pairs.get((first, second), 0) | bit
            else:
                table, key = (stems, entry[:-1]) if entry.endswith("*") else (words, entry)
                table[key] = table.get(key, 0) | bit
    return words, stems, pairs


# Families as bits, in the order of FAMILY_NAMES.
WORD_FAMILIES, STEM_FAMILIES, PAIR_FAMILIES = _compile()
# The words that pairs are made of, numbered from 1.
PAIR_WORDS = {
    word: k for k, word in enumerate(dict.fromkeys(w for pair in PAIR_FAMILIES for w in pair), 1)
}
_PAIR_HEADS = frozenset(first for first, _ in PAIR_FAMILIES)
_HEAD = min(map(len, STEM_FAMILIES))
_STEM_SIZES: dict[str, set[int]] = {}  # letters of the stems that begin alike
for _stem in STEM_FAMILIES:
    _STEM_SIZES.setdefault(_stem[:_HEAD], set()).add(len(_stem))


def find_word_families(word: str) -> int:
    """Families of one lower-case word, as bits in the order of FAMILY_NAMES."""
    bits = WORD_FAMILIES.get(word, 0)
    for size in _STEM_SIZES.get(word[:_HEAD], ()):
        bits |= STEM_FAMILIES.get(word[:size], 0)
    return bits


_find_again = lru_cache(maxsize=1 << 14)(find_word_families)  # words of appeals recur


def family_bits(*names: str) -> int:
    """The families as bits."""
    return sum(1 << FAMILY_NAMES.index(name) for name in names)


def find_families(tokens: list[str]) -> int:
    """Families of all words and pairs of words in `tokens`, as bits."""
    bits = 0
    for token in tokens:
        bits |= _find_again(token)
    if not _PAIR_HEADS.isdisjoint(tokens):
        for pair in pairwise(tokens):
            bits |= PAIR_FAMILIES.get(pair, 0)
    return bits
