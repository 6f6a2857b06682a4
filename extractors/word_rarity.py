"""How rare a word stem is in news at large: the prior for corpora too small to tell.

The counts come from 23,853 English news articles (benchmarks/make_word_rarity.py). Function words
of other languages (data/function_words.txt) count as standing in half of all articles.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np

from extractors.word_hashes import WORD_HASH_VERSION, hash_stems

FUNCTION_WORD_SHARE = 0.5
ENGLISH_SHARE = 0.002  # a function word elsewhere ("war") above it is an English word as well
STEM_LENGTH = 6  # characters; 5 to 7 do as well


def look_up_shares(stems: np.ndarray) -> np.ndarray:
    """Share of news articles (0..1) in which each stem (uint64) stands; 0 for unseen stems."""
    known, shares = _load_shares()
    places = np.minimum(np.searchsorted(known, stems), known.size - 1)
    return np.where(known[places] == stems, shares[places], 0.0)


@cache
def _load_shares() -> tuple[np.ndarray, np.ndarray]:
    data = files("extractors").joinpath("data")
    with data.joinpath("word_rarity.npz").open("rb") as stream, np.load(stream) as table:
        if int(table["word_hash_version"]) != WORD_HASH_VERSION:
            raise ValueError(
                "word_rarity.npz was made with another version of the word hashes: "
                "run benchmarks/make_word_rarity.py again"
            )
        stems = table["stems"]
        shares = table["counts"] / float(table["article_count"])
    function_stems = np.unique(np.concatenate(list(_load_function_stems().values())))
    is_english = np.isin(stems, function_stems) & (shares >= ENGLISH_SHARE)
    fresh = np.setdiff1d(function_stems, stems[is_english])
    others = ~np.isin(stems, fresh)
    stems = np.concatenate([stems[others], fresh])
    shares = np.concatenate([shares[others], np.full(fresh.size, FUNCTION_WORD_SHARE)])
    order = np.argsort(stems)
    return stems[order], shares[order]


def list_function_stems(language: str | None) -> np.ndarray:
    """Stems (uint64, sorted) of the function words of a language (ISO 639-1); none for English,
    whose words the counts know, and for a language that is not listed."""
    return _load_function_stems().get(language, np.zeros(0, np.uint64))


@cache
def _load_function_stems() -> dict[str, np.ndarray]:
    listed = files("extractors").joinpath("data/function_words.txt").read_text("utf-8")
    lines = (line for line in listed.splitlines() if ":" in line and not line.startswith("#"))
    words = (line.split(":", 1) for line in lines)
    return {language: np.unique(hash_stems(of, STEM_LENGTH)) for language, of in words}
