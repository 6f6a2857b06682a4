"""All words of some documents as numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from extractors.cleaning.words.facts import FAMILIES, HASH, PAIR, list_word_facts
from extractors.cleaning.words.numbering import FACTOR, number_distinct
from extractors.cleaning.words.places import find_words, hash_words, list_codes

_APART = np.uint64(0x2545F4914F6CDD1D)  # odd: no two documents are as far from each other


@dataclass(frozen=True)
class WordTable:
    """All words of some documents as numbers; each document has numbers of its own."""

    word: np.ndarray  # number of each word in reading order; in a document by first use
    line: np.ndarray  # index of the line it stands in
    document: np.ndarray  # and of the document
    documents: np.ndarray  # document of each line
    counts: np.ndarray  # words per line
    begins: np.ndarray  # place of the first word of each line
    bases: np.ndarray  # first number of each document, and the number of all words
    keys: np.ndarray  # hash of each word in 64 bits, by number
    spell: Callable[[np.ndarray], list[str]]  # words by their numbers
    facts: np.ndarray  # what is known of each word, by number
    shapes: np.ndarray  # and of its shape and pairs, by number

    @property
    def size(self) -> int:
        """How many different words there are, those of each document counted for themselves."""
        return int(self.bases[-1])

    @property
    def hashes(self) -> np.ndarray:
        """Hash of each word, by number, uint64."""
        return (self.facts & HASH).astype(np.uint64)

    @property
    def shape_hashes(self) -> np.ndarray:
        """Hash of each word with every number alike, by number, uint64."""
        return (self.shapes & HASH).astype(np.uint64)

    @property
    def families(self) -> np.ndarray:
        """Families of each word as bits, by number."""
        return self.facts >> FAMILIES

    def mark_lines(self, fact: int) -> np.ndarray:
        """True for the lines some word of which has this bit among its facts."""
        marked = np.zeros(len(self.counts), bool)
        marked[self.line[((self.facts & fact) != 0)[self.word]]] = True
        return marked

    @property
    def pair_words(self) -> np.ndarray:
        """Number of each word in PAIR_WORDS, 0 for others; by number of the word."""
        return self.shapes >> PAIR


def number_words(documents: Sequence[list[str]]) -> WordTable:
    """Number the words of the documents, each given as its lines folded by `fold_lines`.

    Words are told apart by a hash of 64 bits.
    """
    text = "\n".join(chain.from_iterable(documents)) + "\n"
    codes = list_codes(text)
    first, behind, counts = find_words(codes)
    keys = hash_words(codes, first, behind)
    documents_of_lines = np.repeat(
        np.arange(len(documents)), np.fromiter(map(len, documents), np.int64, len(documents))
    )
    line = np.repeat(np.arange(len(counts)), counts)
    document = documents_of_lines[line]
    # The document is part of the key: each has numbers of its own.
    word, first_uses = number_distinct((keys + document.astype(np.uint64) * _APART) * FACTOR)

    def spell(numbers: np.ndarray) -> list[str]:
        places = first_uses[numbers]
        bounds = zip(first[places].tolist(), behind[places].tolist(), strict=True)
        return [text[start:end] for start, end in bounds]

    keys = keys[first_uses]
    facts, shapes = list_word_facts(keys, spell)
    sizes = np.bincount(document[first_uses], minlength=len(documents))
    return WordTable(
        word,
        line,
        document,
        documents_of_lines,
        counts,
        np.cumsum(counts) - counts,
        np.concatenate(([0], np.cumsum(sizes))),
        keys,
        spell,
        facts,
        shapes,
    )
