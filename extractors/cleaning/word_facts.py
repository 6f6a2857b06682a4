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


def list_word_facts(keys: np.ndarray, spell: Callable[[np.ndarray], list[str]]) -> np.ndarray:
    """What is known of each word, int64.

    `keys` has a number for each word, the same in all calls, and `spell` gives the words at some
    places in `keys`.
    """
    numbers = keys.tolist()
    if len(_KNOWN) + len(numbers) > _MOST_KNOWN:
        _KNOWN.clear()
    known = list(map(_KNOWN.get, numbers))
    if None in known:
        places = np.flatnonzero([facts is None for facts in known])
        described = _describe_words(spell(places)).tolist()
        _KNOWN.update(zip(keys[places].tolist(), described, strict=True))
        known = list(map(_KNOWN.get, numbers))
    return np.array(known, np.int64)


def hash_shape(word: str) -> int:
    """Hash of a word with every number alike."""
    return _hash(_DIGITS.sub("0", word))


def _describe_words(words: list[str]) -> np.ndarray:
    def tell(ask: Callable[[str], object], kind: type) -> np.ndarray:
        return np.fromiter(map(ask, words), kind, len(words))

    sizes, alone = tell(len, np.int64), ~tell(str.isascii, bool)
    facts = tell(_hash, np.int64) | tell(find_word_families, np.int64) << FAMILIES
    facts |= tell(lambda word: PAIR_WORDS.get(word, 0), np.int64) << PAIR
    facts[(sizes >= CONTENT_CHARS) | ((sizes == 1) & alone)] |= CONTENT
    facts[(sizes >= STORY_CHARS) | tell(str.isdigit, bool)] |= STORY
    facts[tell(may_stand_in_label, bool)] |= LABEL
    for k in np.flatnonzero(~tell(str.isalpha, bool)).tolist():
        facts[k] |= NUMBERED if _DIGITS.search(words[k]) else 0
    return facts


def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))
