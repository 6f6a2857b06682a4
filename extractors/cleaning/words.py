"""The words of each line: what they say, and where else in the document they stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.cleaning.lexicon import FAMILY_NAMES, find_word_families, list_pairs

APPEAL_NAMES = ("you", "we", "ask", "money", "offer", "network", "press")
CONTENT_CHARS = 4  # letters of a word that carries meaning
STOP_WORDS = 40  # most frequent words of the prose: its function words, whatever the language
PROSE_WORDS = 12  # words of a line that counts as a paragraph when it ends with a mark
LONG_PROSE_WORDS = 30  # and without a mark


@dataclass(frozen=True)
class WordTable:
    """All words of a document as numbers."""

    word: np.ndarray  # number of each word in reading order
    line: np.ndarray  # index of the line it stands in
    counts: np.ndarray  # words per line
    vocabulary: dict[str, int]


def number_words(tokens: list[list[str]]) -> WordTable:
    """Number the words of a document in order of first use."""
    vocabulary: dict[str, int] = {}
    number = vocabulary.setdefault
    word = np.array([number(t, len(vocabulary)) for line in tokens for t in line], np.int64)
    counts = np.fromiter(map(len, tokens), np.int64, len(tokens))
    return WordTable(word, np.repeat(np.arange(len(tokens)), counts), counts, vocabulary)


def describe_families(table: WordTable) -> dict[str, np.ndarray]:
    """Columns with the number of words of each family of the lexicon, at most 6."""
    n = len(table.counts)
    known = np.array([find_word_families(w) for w in table.vocabulary] or [0], np.int64)
    bits = known[table.word]
    telling = np.flatnonzero(bits)
    told, line = bits[telling], table.line[telling]
    pairs = _mark_pairs(table)
    first = np.zeros(n, np.int64)
    filled = table.counts > 0
    first[filled] = bits[(np.cumsum(table.counts) - table.counts)[filled]]
    columns: dict[str, np.ndarray] = {}
    for k, name in enumerate(FAMILY_NAMES):
        count = np.bincount(line[(told >> k) & 1 == 1], minlength=n) + ((pairs >> k) & 1)
        columns["says_" + name] = np.minimum(count, 6)
    for name in ("by", "credit", "related", "ask"):
        columns["opens_" + name] = (first >> FAMILY_NAMES.index(name)) & 1
    columns["says_appeal"] = np.sum([columns["says_" + name] > 0 for name in APPEAL_NAMES], axis=0)
    return columns


def _mark_pairs(table: WordTable) -> np.ndarray:
    """Families of the pairs of words in each line, as bits."""
    found = np.zeros(len(table.counts), np.int64)
    number = table.vocabulary.get
    for (first, second), bits in list_pairs():
        a, b = number(first), number(second)
        if a is not None and b is not None:
            at = np.flatnonzero((table.word[:-1] == a) & (table.word[1:] == b))
            at = at[table.line[at] == table.line[at + 1]]
            found[table.line[at]] |= bits
    return found


def mark_prose(words: np.ndarray, ends_stop: np.ndarray, cjk_share: np.ndarray) -> np.ndarray:
    """True for lines shaped like a paragraph."""
    # A character of a script without spaces counts as a word, but says half as much.
    weighed = words * (1 - 0.5 * cjk_share)
    return ((weighed >= PROSE_WORDS) & ends_stop) | (weighed >= LONG_PROSE_WORDS)


def describe_sharing(
    table: WordTable, prose: np.ndarray, title_tokens: frozenset[str]
) -> dict[str, np.ndarray]:
    """Columns about the words that a line shares with the prose, the headline and other lines."""
    n, size = len(table.counts), max(1, len(table.vocabulary))
    weighty = np.array(
        [len(w) >= CONTENT_CHARS or (len(w) == 1 and not w.isascii()) for w in table.vocabulary]
        or [False]
    )
    pairs = np.unique(table.line * size + table.word)
    line, word = pairs // size, pairs % size
    lines_with = np.bincount(word, minlength=size)
    prose_with = np.bincount(word[prose[line]], minlength=size)
    other, other_prose = lines_with[word] - 1, prose_with[word] - prose[line]
    content = weighty[word]
    total = np.maximum(np.bincount(line[content], minlength=n), 1)

    def count(mask: np.ndarray) -> np.ndarray:
        return np.bincount(line[content & mask], minlength=n)

    in_title = np.zeros(size, bool)
    in_title[[k for t in title_tokens if (k := table.vocabulary.get(t)) is not None]] = True
    titled = count(in_title[word])
    return {
        "content_words": np.log1p(np.bincount(line[content], minlength=n)),
        "known_share": count(other_prose > 0) / total,
        "known_often": count(other_prose > 1) / total,
        "known_count": np.log1p(count(other_prose > 0)),
        "elsewhere_share": count(other > 0) / total,
        "furniture_share": count((other > 0) & (other_prose == 0)) / total,
        "title_share": titled / total,
        "title_cover": titled / max(1, int((in_title & weighty).sum())),
        "stop_share": _share_stop_words(table, prose, size),
    }


def _share_stop_words(table: WordTable, prose: np.ndarray, size: int) -> np.ndarray:
    frequency = np.bincount(table.word[prose[table.line]], minlength=size)
    top = np.argsort(-frequency, kind="stable")[:STOP_WORDS]
    stop = np.zeros(size, bool)
    stop[top[frequency[top] > 1]] = True
    hits = np.bincount(table.line[stop[table.word]], minlength=len(table.counts))
    return hits / np.maximum(table.counts, 1)
