"""What is known of a word by itself, in the bits of one number."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

import numpy as np

from extractors.cleaning.kinds import may_stand_in_label
from extractors.cleaning.lexicon import PAIR_WORDS, find_word_families

CONTENT_CHARS = 4  # letters of a word that carries meaning
STORY_CHARS = 5  # letters of a word that tells one story from another
# The hash in 32 bits, the number among the words of pairs in 8, whether it carries meaning, holds
# digits or may stand in a label, and the families from there on: at most 19.
HASH, PAIR, CONTENT, STORY, NUMBERED, LABEL = 0xFFFFFFFF, 32, 1 << 40, 1 << 41, 1 << 42, 1 << 43
FAMILIES = 44
_DIGITS = re.compile(r"\d+")
_KNOWN: dict[int, int] = {}  # the words of news repeat
_MOST_KNOWN = 1 << 17  # the bound keeps memory flat


def list_word_facts(keys: np.ndarray, spell: Callable[[int], str]) -> np.ndarray:
    """What is known of each word, int64.

    `keys` has a number for each word, the same in all calls, and `spell` gives the word at a place
    in `keys`.
    """
    numbers = keys.tolist()
    if len(_KNOWN) + len(numbers) > _MOST_KNOWN:
        _KNOWN.clear()
    facts = list(map(_KNOWN.get, numbers))
    if None in facts:
        for place, (number, known) in enumerate(zip(numbers, facts, strict=True)):
            if known is None:
                facts[place] = _KNOWN[number] = _describe_word(spell(place))
    return np.array(facts, np.int64)


def hash_shape(word: str) -> int:
    """Hash of a word with every number alike."""
    return _hash(_DIGITS.sub("0", word))


def _describe_word(word: str) -> int:
    size = len(word)
    facts = _hash(word) | PAIR_WORDS.get(word, 0) << PAIR | find_word_families(word) << FAMILIES
    if size >= CONTENT_CHARS or (size == 1 and not word.isascii()):
        facts |= CONTENT
    if size >= STORY_CHARS or word.isdigit():
        facts |= STORY
    if not word.isalpha() and _DIGITS.search(word):
        facts |= NUMBERED
    if may_stand_in_label(word):
        facts |= LABEL
    return facts


def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))
