"""How rare a word stem is in news at large: the prior for corpora too small to tell.

The counts come from 23,853 English news articles (benchmarks/make_word_rarity.py). Of other
languages only the function words are known (data/function_words.txt): they count as standing in
half of all articles.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np

from extractors.versions import WORD_HASH_VERSION
from extractors.words.letter_groups import join_letters
from extractors.words.stems import read_story_words

FUNCTION_WORD_SHARE = 0.5
ENGLISH_SHARE = 0.002  # a function word elsewhere ("war") above it is an English word as well
COUNTED_LANGUAGE = "en"
_EVERY_LANGUAGE = "mul"  # its words are those of all languages but English
_SAME_WORDS = {"no": "nb", "nn": "nb", "ms": "id", "bs": "hr", "sh": "hr"}  # codes for one language


def look_up_shares(stems: np.ndarray) -> np.ndarray:
    """Share of news articles (0..1) in which each stem (uint64) stands, in whatever language; 0
    for unseen stems."""
    return _look_up(stems, *_load_shares())


def look_up_counted_shares(stems: np.ndarray) -> np.ndarray:
    """The same for articles in English, where a function word of another language may be a name."""
    return _look_up(stems, *_load_counted())


def _look_up(stems: np.ndarray, known: np.ndarray, shares: np.ndarray) -> np.ndarray:
    places = np.minimum(np.searchsorted(known, stems), known.size - 1)
    return np.where(known[places] == stems, shares[places], 0.0)


@cache
def _load_counted() -> tuple[np.ndarray, np.ndarray]:
    data = files("extractors").joinpath("data")
    with data.joinpath("word_rarity.npz").open("rb") as stream, np.load(stream) as table:
        if int(table["word_hash_version"]) != WORD_HASH_VERSION:
            raise ValueError(
                "word_rarity.npz was made with another version of the word hashes: "
                "run benchmarks/make_word_rarity.py again"
            )
        stems = table["stems"]
        shares = table["counts"] / float(table["article_count"])
    order = np.argsort(stems)
    return stems[order], shares[order]


@cache
def _load_shares() -> tuple[np.ndarray, np.ndarray]:
    stems, shares = _load_counted()
    fresh = _list_foreign_stems()
    others = ~np.isin(stems, fresh)
    stems = np.concatenate([stems[others], fresh])
    shares = np.concatenate([shares[others], np.full(fresh.size, FUNCTION_WORD_SHARE)])
    order = np.argsort(stems)
    return stems[order], shares[order]


@cache
def _list_foreign_stems() -> np.ndarray:
    """Stems of the function words of all languages that are no English words."""
    stems, shares = _load_counted()
    return np.setdiff1d(
        np.concatenate(list(_load_function_stems().values())), stems[shares >= ENGLISH_SHARE]
    )


def name_counted_language(language: str | None) -> str:
    """The language among whose articles words are counted: one for several codes of it, and
    English for an unknown one."""
    return COUNTED_LANGUAGE if language is None else _SAME_WORDS.get(language, language)


def are_function_stems(stems: np.ndarray, language: str | None) -> np.ndarray:
    """bool per stem (uint64): a function word of a language (ISO 639-1), or of any but English
    where it is not known. None for English, whose words the counts know."""
    listed = _list_function_stems(name_counted_language(language) if language else None)
    if not listed.size:
        return np.zeros(stems.size, bool)
    return listed[np.minimum(np.searchsorted(listed, stems), listed.size - 1)] == stems


@cache
def _list_function_stems(language: str | None) -> np.ndarray:
    if language is None:
        return _list_foreign_stems()
    if language == COUNTED_LANGUAGE:
        return np.zeros(0, np.uint64)
    listed = _load_function_stems()
    return np.union1d(listed[_EVERY_LANGUAGE], listed.get(language, np.zeros(0, np.uint64)))


@cache
def _load_function_stems() -> dict[str, np.ndarray]:
    listed = files("extractors").joinpath("data/function_words.txt").read_text("utf-8")
    lines = (line for line in listed.splitlines() if ":" in line and not line.startswith("#"))
    words = (line.split(":", 1) for line in lines)
    return {language: _list_stems(of) for language, of in words}


def _list_stems(listed: str) -> np.ndarray:
    """Stems of the words of a list, of those of one letter without spaces as letters."""
    read = read_story_words(listed)
    joined, tells = join_letters(read.stems, read.words, read.tells)
    letters = read_story_words(" ".join(word for word in listed.split() if len(word) == 1))
    return np.union1d(letters.stems, joined[tells])
