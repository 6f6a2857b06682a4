"""The words of a text as stories compare them: stems that suit the script they are written in.

The first letters of a word are a crude stem of it that needs no language. A word of Hangul begins
with its noun or verb, most often of two syllables, and ends in particles; Arabic writes the article
in one piece with the word behind it. Of scripts without spaces each letter is a word here: see
letter_groups for what tells something of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from extractors.words.hashes import WordHashes, compose_text, hash_stems, hash_words

STEM_LENGTH = 6  # characters; 5 to 7 do as well
HANGUL_LENGTH = 2  # syllables
_HANGUL = (0xAC00, 0xD7A3)
_ARABIC = re.compile("[\u0600-\u06ff]")
# al-, behind and, in, like, so; li-l-: before three letters at least
_ARTICLE = re.compile(
    "\\b(?:[\u0648\u0628\u0643\u0641]?\u0627\u0644|\u0648?\u0644\u0644)(?=\\w{3})"
)
# alif with its signs, ya without dots and ta marbuta: written with and without by the same hand
_ARABIC_LETTERS = str.maketrans("\u0623\u0625\u0622\u0649\u0629", "\u0627\u0627\u0627\u064a\u0647")


@dataclass(frozen=True, slots=True)
class StoryWords:
    """The words of a text in reading order."""

    text: str  # in which their offsets count: composed, of Arabic without articles
    words: WordHashes
    stems: np.ndarray  # uint64, one per word
    tells: np.ndarray  # bool per word: it may tell something


def read_story_words(text: str) -> StoryWords:
    """The words of `text`, in time linear in its length."""
    text = compose_text(text)
    if not text.isascii() and _ARABIC.search(text):
        text = _ARTICLE.sub("", text.translate(_ARABIC_LETTERS))
    words, stems = hash_words(text), hash_stems(text, STEM_LENGTH)
    tells = np.ones(len(words), bool)
    if words.heads.max(initial=0) >= _HANGUL[0]:
        is_hangul = (words.heads >= _HANGUL[0]) & (words.heads <= _HANGUL[1])
        short = hash_stems(text, HANGUL_LENGTH)
        stems = np.where(is_hangul, short, stems)
        tells &= ~is_hangul | (short != hash_stems(text, 1))  # most single syllables are grammar
    return StoryWords(text, words, stems, tells)
