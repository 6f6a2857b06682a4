"""What is known of a word by itself, in the bits of one number."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from itertools import repeat

import numpy as np

from extractors.cleaning.captions import may_begin_credit
from extractors.cleaning.kinds import may_stand_in_label
from extractors.cleaning.lexicon import PAIR_WORDS, find_word_families
from extractors.cleaning.word_cache import WordCache

CONTENT_CHARS = 4  # letters of a word that carries meaning
STORY_CHARS = 5  # letters of a word that tells one story from another
# The hash in 32 bits, whether it carries meaning, may begin a credit or may stand in a label, and
# the families from there on: at most 19. Beside it the hash with every number alike in 32 bits and
# the number among the words of pairs.
HASH, CONTENT, STORY, CREDIT, LABEL = 0xFFFFFFFF, 1 << 40, 1 << 41, 1 << 42, 1 << 43
FAMILIES, PAIR = 44, 32
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
    def tell(ask: Callable[[str], object], kind: type) -> np.ndarray:
        return np.fromiter(map(ask, words), kind, len(words))

    sizes, alone = tell(len, np.int64), ~tell(str.isascii, bool)
    facts = tell(hash_word, np.int64) | tell(find_word_families, np.int64) << FAMILIES
    facts[(sizes >= CONTENT_CHARS) | ((sizes == 1) & alone)] |= CONTENT
    facts[(sizes >= STORY_CHARS) | tell(str.isdigit, bool)] |= STORY
    facts[tell(may_begin_credit, bool)] |= CREDIT
    facts[tell(may_stand_in_label, bool)] |= LABEL
    shapes = facts & HASH
    for k in np.flatnonzero(~tell(str.isalpha, bool)).tolist():
        if _DIGITS.search(words[k]):
            shapes[k] = hash_word(_DIGITS.sub("0", words[k]))
    pairs = np.fromiter(map(PAIR_WORDS.get, words, repeat(0)), np.int64, len(words))
    return facts, shapes | pairs << PAIR


def hash_word(word: str) -> int:
    """Hash of a word in 32 bits."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))
