"""What is known of a word by itself, in the bits of one number."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from threading import Lock

import numpy as np

from extractors.cleaning.kinds import may_stand_in_label
from extractors.cleaning.lexicon import PAIR_WORDS, find_word_families

CONTENT_CHARS = 4  # letters of a word that carries meaning
STORY_CHARS = 5  # letters of a word that tells one story from another
# The hash in 32 bits, the number among the words of pairs in 8, whether it carries meaning or may
# stand in a label, and the families from there on: at most 19.
HASH, PAIR, CONTENT, STORY, LABEL = 0xFFFFFFFF, 32, 1 << 40, 1 << 41, 1 << 43
FAMILIES = 44
_DIGITS = re.compile(r"\d+")
# The words of news repeat: what is known of a word stands at the place that its hash names, where
# a word that comes later takes the place of another.
_PLACE_BITS = 19
_SPREAD = np.uint64(0xD1B54A32D192ED03)  # odd, with its bits well spread
_KEYS, _FACTS, _SHAPES = (np.zeros(1 << _PLACE_BITS, kind) for kind in ("u8", "i8", "u4"))
_KEYS[0] = 1  # nothing is known yet, not even of key 0, whose place this is
_LOCK = Lock()  # what is known of a word is written in several steps


def list_word_facts(
    keys: np.ndarray, spell: Callable[[np.ndarray], list[str]]
) -> tuple[np.ndarray, np.ndarray]:
    """What is known of each word, int64, and its hash with every number alike, uint32.

    `keys` has a hash of 64 bits for each word, and `spell` gives the words at some places in
    `keys`.
    """
    place = ((keys * _SPREAD) >> np.uint64(64 - _PLACE_BITS)).astype(np.int64)
    with _LOCK:
        facts, shapes = _FACTS.take(place), _SHAPES.take(place)
        new = np.flatnonzero(_KEYS.take(place) != keys)
        if len(new):
            first, word = np.unique(keys[new], return_index=True, return_inverse=True)[1:]
            first = new[first]
            told, shaped = _describe_words(spell(first))
            facts[new], shapes[new] = told[word], shaped[word]
            at = place[first]  # of two words at one place the last one stays, in each of the three
            _KEYS[at], _FACTS[at], _SHAPES[at] = keys[first], told, shaped
    return facts, shapes


def _describe_words(words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    def tell(ask: Callable[[str], object], kind: type) -> np.ndarray:
        return np.fromiter(map(ask, words), kind, len(words))

    sizes, alone = tell(len, np.int64), ~tell(str.isascii, bool)
    facts = tell(_hash, np.int64) | tell(find_word_families, np.int64) << FAMILIES
    facts |= tell(lambda word: PAIR_WORDS.get(word, 0), np.int64) << PAIR
    facts[(sizes >= CONTENT_CHARS) | ((sizes == 1) & alone)] |= CONTENT
    facts[(sizes >= STORY_CHARS) | tell(str.isdigit, bool)] |= STORY
    facts[tell(may_stand_in_label, bool)] |= LABEL
    shapes = (facts & HASH).astype(np.uint32)
    for k in np.flatnonzero(~tell(str.isalpha, bool)).tolist():
        if _DIGITS.search(words[k]):
            shapes[k] = _hash(_DIGITS.sub("0", words[k]))
    return facts, shapes


def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))
