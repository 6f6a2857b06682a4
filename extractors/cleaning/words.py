"""The words of each line: what they say, and where else in the document they stand."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress

import numpy as np

from extractors.cleaning.layout import Layout
from extractors.cleaning.lexicon import PAIR_WORDS, find_word_families

CONTENT_CHARS = 4  # letters of a word that carries meaning
STORY_CHARS = 5  # letters of a word that tells one story from another
STOP_WORDS = 40  # most frequent words of the prose: its function words, whatever the language
PROSE_WORDS = 12  # words of a line that counts as a paragraph when it ends with a mark
LONG_PROSE_WORDS = 30  # and without a mark
# What is known of a word lies in one number: its hash in 32 bits, its number among the words of
# pairs in 8, whether it carries meaning or holds digits, and its families from there on.
_PAIR, _CONTENT, _STORY, _NUMBERED, _FAMILIES = 32, 1 << 40, 1 << 41, 1 << 42, 43
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class WordTable:
    """All words of some documents as numbers; each document has numbers of its own."""

    word: np.ndarray  # number of each word in reading order
    line: np.ndarray  # index of the line it stands in
    document: np.ndarray  # and of the document
    documents: np.ndarray  # document of each line
    counts: np.ndarray  # words per line
    vocabularies: list[dict[str, int]]  # one for each document, in order of first use
    bases: np.ndarray  # first number of each document, and the number of all words
    facts: np.ndarray  # what is known of each word, by number

    @property
    def size(self) -> int:
        """How many different words there are, those of each document counted for themselves."""
        return int(self.bases[-1])

    @property
    def hashes(self) -> np.ndarray:
        """Hash of each word, by number."""
        return (self.facts & 0xFFFFFFFF).astype(np.uint64)

    @property
    def shape_hashes(self) -> np.ndarray:
        """The same with every number alike."""
        numbered = (self.facts & _NUMBERED) != 0
        words = compress(chain.from_iterable(self.vocabularies), numbered.tolist())
        hashes = self.hashes
        hashes[numbered] = np.fromiter(map(_hash_shape, words), np.uint64)
        return hashes

    @property
    def families(self) -> np.ndarray:
        """Families of each word as bits, by number."""
        return self.facts >> _FAMILIES

    @property
    def pair_words(self) -> np.ndarray:
        """Number of each word in PAIR_WORDS, 0 for others; by number of the word."""
        return (self.facts >> _PAIR) & 0xFF


def number_words(documents: Sequence[list[list[str]]]) -> WordTable:
    """Number the words of the documents, each given as the words of its lines."""
    words, vocabularies, bases = [], [], [0]
    for tokens in documents:
        flat = list(chain.from_iterable(tokens))
        unique = dict.fromkeys(flat)
        numbers = dict(zip(unique, range(bases[-1], bases[-1] + len(unique)), strict=True))
        words.append(np.fromiter(map(numbers.__getitem__, flat), np.int64, len(flat)))
        vocabularies.append(numbers)
        bases.append(bases[-1] + len(numbers))
    counts = np.array([len(line) for tokens in documents for line in tokens], np.int64)
    return WordTable(
        np.concatenate(words),
        np.repeat(np.arange(len(counts)), counts),
        np.repeat(np.arange(len(words)), [len(x) for x in words]),
        np.repeat(np.arange(len(documents)), [len(tokens) for tokens in documents]),
        counts,
        vocabularies,
        np.array(bases),
        np.fromiter(map(_describe_word, chain.from_iterable(vocabularies)), np.int64, bases[-1]),
    )


@lru_cache(maxsize=1 << 16)  # the words of news repeat; the bound keeps memory flat
def _describe_word(word: str) -> int:
    content = len(word) >= CONTENT_CHARS or (len(word) == 1 and not word.isascii())
    story = len(word) >= STORY_CHARS or word.isdigit()
    numbered = _DIGITS.search(word) is not None
    kinds = PAIR_WORDS.get(word, 0) << _PAIR | find_word_families(word) << _FAMILIES
    marks = content * _CONTENT | story * _STORY | numbered * _NUMBERED
    return _hash(word) | kinds | marks


@lru_cache(maxsize=1 << 12)
def _hash_shape(word: str) -> int:
    return _hash(_DIGITS.sub("0", word))


def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def mark_prose(words: np.ndarray, ends_stop: np.ndarray, cjk_share: np.ndarray) -> np.ndarray:
    """True for lines shaped like a paragraph."""
    # A character of a script without spaces counts as a word, but says half as much.
    weighed = words * (1 - 0.5 * cjk_share)
    return ((weighed >= PROSE_WORDS) & ends_stop) | (weighed >= LONG_PROSE_WORDS)


def describe_sharing(
    layout: Layout, table: WordTable, prose: np.ndarray, titles: Sequence[Collection[str]]
) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Columns about the words that a line shares with the prose, the headline and other lines.

    `titles` are the words of each document's headline. The second result is the share of the story
    words of each line that stand in other lines too.
    """
    n, size = len(table.counts), max(1, table.size)
    pairs = np.sort(table.line * size + table.word)
    pairs = pairs[np.diff(pairs, prepend=-1) != 0]
    line, word = pairs // size, pairs % size
    lines_with = np.bincount(word, minlength=size)
    prose_with = np.bincount(word[prose[line]], minlength=size)
    other, other_prose = lines_with[word] - 1, prose_with[word] - prose[line]
    content, story = (table.facts[word] & _CONTENT) != 0, (table.facts[word] & _STORY) != 0

    def count(mask: np.ndarray) -> np.ndarray:
        return np.bincount(line[mask], minlength=n)

    title, wanted = _mark_titles(table, titles)
    content_words, known = count(content), count(content & (other_prose > 0))
    titled, total = count(content & title[word]), np.maximum(content_words, 1)
    columns = {
        "content_words": np.log1p(content_words),
        "known_share": known / total,
        "known_often": count(content & (other_prose > 1)) / total,
        "known_count": np.log1p(known),
        "elsewhere_share": count(content & (other > 0)) / total,
        "furniture_share": count(content & (other > 0) & (other_prose == 0)) / total,
        "title_share": titled / total,
        "title_cover": titled / np.maximum(1, wanted)[layout.document],
        "stop_share": _share_stop_words(table, prose),
    }
    return columns, count(story & (other > 0)) / np.maximum(count(story), 1)


def _mark_titles(
    table: WordTable, titles: Sequence[Collection[str]]
) -> tuple[np.ndarray, np.ndarray]:
    """True for the words of headlines, by number; and how many content words each headline has."""
    marked = np.zeros(max(1, table.size), bool)
    wanted = np.zeros(len(titles), np.int64)
    for k, (vocabulary, title) in enumerate(zip(table.vocabularies, titles, strict=True)):
        numbers = [vocabulary[word] for word in set(title) if word in vocabulary]
        marked[numbers] = True
        wanted[k] = np.count_nonzero(table.facts[numbers] & _CONTENT)
    return marked, wanted


def _share_stop_words(table: WordTable, prose: np.ndarray) -> np.ndarray:
    frequency = np.bincount(table.word[prose[table.line]], minlength=max(1, table.size))
    often = np.flatnonzero(frequency > 1)
    document = np.searchsorted(table.bases, often, side="right") - 1
    # The most frequent first, of equal ones the earlier: lexsort keeps their order.
    order = np.lexsort((-frequency[often], document))
    often, document = often[order], document[order]
    rank = np.arange(len(often)) - np.searchsorted(document, document)
    stop = np.zeros(max(1, table.size), bool)
    stop[often[rank < STOP_WORDS]] = True
    hits = np.bincount(table.line[stop[table.word]], minlength=len(table.counts))
    return hits / np.maximum(table.counts, 1)
