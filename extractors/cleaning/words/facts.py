"""What is known of a word by itself, in the bits of one number."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable
from itertools import repeat

import numpy as np

from extractors.cleaning.labels.credits import CREDIT_BEGINS
from extractors.cleaning.labels.kinds import BEGIN_CHARS, LABEL_BEGINS
from extractors.cleaning.labels.lexicon import (
    PAIR_WORDS,
    STEM_FAMILIES,
    WORD_FAMILIES,
    find_word_families,
)
from extractors.cleaning.words.cache import WordCache

CONTENT_CHARS = 4  # letters of a word that carries meaning
STORY_CHARS = 5  # letters of a word that tells one story from another
# The hash in 32 bits, whether it carries meaning, may begin a credit or may stand in a label, and
# the families from there on: at most 19. Beside it the hash with every number alike in 32 bits and
# the number among the words of pairs.
HASH, CONTENT, STORY, CREDIT, LABEL = 0xFFFFFFFF, 1 << 40, 1 << 41, 1 << 42, 1 << 43
FAMILIES, PAIR = 44, 32
_STEM = 1  # beside LABEL: words that begin so may have one of the stems


def _list_whole() -> dict[str, int]:
    """What is known of whole words: families and credits as in facts, and numbers of pairs."""
    known = {word: bits << FAMILIES for word, bits in WORD_FAMILIES.items()}
    for word in CREDIT_BEGINS:
        known[word] = known.get(word, 0) | CREDIT
    for word, number in PAIR_WORDS.items():
        known[word] = known.get(word, 0) | number
    return known


def _list_begins() -> dict[str, int]:
    """What may follow the first letters of a word: those of a label, or of a stem."""
    begins = dict.fromkeys(LABEL_BEGINS, LABEL)
    for stem in STEM_FAMILIES:
        begin = stem[:BEGIN_CHARS]
        begins[begin] = begins.get(begin, 0) | _STEM
    return begins


_WHOLE, _BEGINS = _list_whole(), _list_begins()
_DIGITS = re.compile(r"\d+")
_KNOWN = WordCache("i8", "i8")


def list_word_facts(
    keys: np.ndarray, spell: Callable[[np.ndarray], list[str]]
) -> tuple[np.ndarray, np.ndarray]:
    """What is known of each word, int64, and of its shape and pairs, int64.

    `keys` has a hash of 64 bits for each word, and `spell` gives the words at some places in
    `keys`.
    """
    facts, shapes = _KNOWN.list_known(keys, lambda places: _describe_words(spell(places)))
    return facts, shapes


def _describe_words(words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Facts and shapes of words. Most are letters alone, and stand in no table."""

    def tell(told: Iterable[int], kind: type = np.int64) -> np.ndarray:
        return np.fromiter(told, kind, len(words))

    sizes, shapes = tell(map(len, words)), tell(map(zlib.crc32, _encode(words)))
    known = tell(map(_WHOLE.get, words, repeat(0)))
    begins = tell(map(_BEGINS.get, [word[:BEGIN_CHARS] for word in words], repeat(0)))
    facts = shapes | (known & ~HASH) | (begins & LABEL)
    facts[sizes >= CONTENT_CHARS] |= CONTENT
    facts[sizes >= STORY_CHARS] |= STORY
    facts[sizes < BEGIN_CHARS] |= LABEL
    for k in np.flatnonzero(begins & _STEM).tolist():
        facts[k] |= find_word_families(words[k]) << FAMILIES
    for k in np.flatnonzero(sizes == 1).tolist():
        facts[k] |= 0 if words[k].isascii() else CONTENT
    for k in np.flatnonzero(~tell(map(str.isalpha, words), bool)).tolist():
        facts[k] |= LABEL | (STORY if words[k].isdigit() else 0)
        if _DIGITS.search(words[k]):
            shapes[k] = hash_word(_DIGITS.sub("0", words[k]))
    return facts, shapes | (known & HASH) << PAIR


def _encode(words: list[str]) -> list[bytes]:
    """The words in UTF-8, in one go."""
    return "\n".join(words).encode("utf-8", "surrogatepass").split(b"\n")


def hash_word(word: str) -> int:
    """Hash of a word in 32 bits."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))
