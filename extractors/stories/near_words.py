"""Which word stems of English are near each other in meaning, and what they weigh.

The table comes from the word embeddings of the name tagger (benchmarks/make_near_words.py): for
each stem the stems next to it, with their nearness in parts of WHOLE.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from extractors.versions import WORD_HASH_VERSION
from extractors.words.rarity import look_up_counted_shares

WHOLE = 100  # nearness of a word to itself
_RARE_SHARE = 1e-4  # of articles, added to the share of every word
_COMMON = 1.5  # words in more than a fifth of all articles weigh nothing
_MOST = 4.5  # what a rare word weighs at most
WEIGHT_UNIT = 100


@dataclass(frozen=True, slots=True)
class _Table:
    stems: np.ndarray  # uint64, sorted
    near: np.ndarray  # uint16, shape (stems, neighbours), places of the stems next to each
    nearness: np.ndarray  # uint8, the same shape, 1 to WHOLE; 0 for none
    is_common: np.ndarray  # bool, stems of words that news writes in lower case


def are_common(stems: np.ndarray) -> np.ndarray:
    """bool per stem (uint64): words that stand in lower case in news are among its words."""
    table = _load_table()
    places, is_known = _find(table.stems, stems)
    return is_known & table.is_common[places]


def weigh_words(stems: np.ndarray) -> np.ndarray:
    """Square roots of the weights of stems (uint64), as whole numbers (int64): the rarer in news
    at large, the more, whatever lies in the corpus."""
    rarity = -np.log(look_up_counted_shares(stems) + _RARE_SHARE) - _COMMON
    return np.rint(np.sqrt(np.clip(rarity, 0.0, _MOST) * WEIGHT_UNIT)).astype(np.int64)


def find_near_stems(stems: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of sorted stems (uint64, each once) those near each: places among them, one more than there
    are for none, and the nearness; int64, both of shape (stems, neighbours)."""
    table = _load_table()
    places, is_known = _find(table.stems, stems)
    near, is_there = _find(stems, table.stems[table.near[places]])
    is_near = is_there & is_known[:, None] & (table.nearness[places] > 0)
    return np.where(is_near, near, stems.size), np.where(is_near, table.nearness[places], 0)


def _find(known: np.ndarray, stems: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Places of stems among sorted ones, and whether they are there; any shape."""
    if not known.size:
        return np.zeros(stems.shape, np.int64), np.zeros(stems.shape, bool)
    places = np.minimum(np.searchsorted(known, stems), known.size - 1)
    return places, known[places] == stems


@cache
def _load_table() -> _Table:
    data = files("extractors").joinpath("data/near_words.npz")
    with data.open("rb") as stream, np.load(stream) as table:
        if int(table["word_hash_version"]) != WORD_HASH_VERSION:
            raise ValueError(
                "near_words.npz was made with another version of the word hashes: "
                "run benchmarks/make_near_words.py again"
            )
        return _Table(*(table[name] for name in ("stems", "near", "nearness", "is_common")))
