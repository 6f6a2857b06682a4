"""Words that tell what happened, beside who and where: the words of an article that are no names.

Articles about one town, person or club are alike by names whatever happened there. Reports of one
event share its words as well, or say them in others of their kind (fire, blaze), see near_words.
What is a name shows in capitals, so this works for English, where near words are known.
"""

from __future__ import annotations

import numpy as np

from extractors.stories.near_words import are_common
from extractors.words.hashes import WordHashes
from extractors.words.rarity import COUNTED_LANGUAGE, name_counted_language

EVENT_WORDS = 160  # different words from the start of an article; flat from 128 up


def list_event_words(
    stems: np.ndarray, words: WordHashes, tells: np.ndarray, language: str | None
) -> np.ndarray:
    """Stems (uint64, each once, in the order of reading) of the words that are no names or numbers.

    All inputs have one element per word. A stem is a name where it is never written without a
    capital, and no common word. None for languages whose near words are not known.
    """
    if name_counted_language(language) != COUNTED_LANGUAGE:
        return np.zeros(0, np.uint64)
    is_word = tells & ~words.is_number
    told, places = np.unique(stems[is_word], return_inverse=True)
    is_small = np.bincount(places, ~words.is_capital[is_word], minlength=told.size) > 0
    is_plain = (is_small | are_common(told))[places]
    plain = stems[is_word][is_plain]
    firsts = np.sort(np.unique(plain, return_index=True)[1])
    return plain[firsts[:EVENT_WORDS]]
