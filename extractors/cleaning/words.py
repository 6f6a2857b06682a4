"""The words of each line: what they say, and where else in the document they stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.cleaning.lexicon import FAMILY_NAMES, find_pairs, find_word_families

APPEAL_NAMES = ("you", "we", "ask", "money", "offer", "network", "press")
CONTENT_CHARS = 4  # letters of a word that carries meaning
STOP_WORDS = 40  # most frequent words of the prose: its function words, whatever the language
RUN_WORDS = 4  # words in a row that hardly recur by chance
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


def describe_families(tokens: list[list[str]], table: WordTable) -> dict[str, np.ndarray]:
    """Columns with the number of words of each family of the lexicon, at most 6."""
    n = len(tokens)
    known = np.array([find_word_families(w) for w in table.vocabulary] or [0], np.int64)
    bits = known[table.word] if len(table.word) else np.zeros(0, np.int64)
    pairs = find_pairs(tokens)
    first = np.zeros(n, np.int64)
    if len(table.word):
        begins = np.cumsum(table.counts) - table.counts
        filled = table.counts > 0
        first[filled] = bits[begins[filled]]
    columns: dict[str, np.ndarray] = {}
    for k, name in enumerate(FAMILY_NAMES):
        has = (bits >> k) & 1
        count = np.bincount(table.line[has == 1], minlength=n) + ((pairs >> k) & 1)
        columns["says_" + name] = np.minimum(count, 6)
    columns["opens_by"] = (first >> FAMILY_NAMES.index("by")) & 1
    columns["opens_credit"] = (first >> FAMILY_NAMES.index("credit")) & 1
    columns["opens_related"] = (first >> FAMILY_NAMES.index("related")) & 1
    columns["opens_ask"] = (first >> FAMILY_NAMES.index("ask")) & 1
    columns["says_appeal"] = np.sum([columns["says_" + name] > 0 for name in APPEAL_NAMES], axis=0)
    return columns


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


def describe_repeats(table: WordTable, keys: list[str], shapes: list[str]) -> dict[str, np.ndarray]:
    """Columns about lines, and runs of words, that stand elsewhere in the document too."""
    n = len(keys)
    group, total = _group(keys)
    first = np.full(len(total), n)
    np.minimum.at(first, group, np.arange(n))
    shape, alike = _group(shapes)
    before, behind = _share_runs(table)
    return {
        "copies": np.minimum(total[group], 5),
        "is_copy": first[group] < np.arange(n),
        "same_shape": np.minimum(alike[shape], 8),
        "run_before": before,
        "run_behind": behind,
    }


def _group(keys: list[str]) -> tuple[np.ndarray, np.ndarray]:
    numbers: dict[str, int] = {}
    group = np.array([numbers.setdefault(k, len(numbers)) for k in keys], np.int64)
    return group, np.bincount(group, minlength=len(numbers))


def _share_runs(table: WordTable) -> tuple[np.ndarray, np.ndarray]:
    """Share of each line's runs of words that stand in an earlier and in a later line."""
    n, size = len(table.counts), len(table.word) - RUN_WORDS + 1
    if size <= 0:
        return np.zeros(n), np.zeros(n)
    run = np.zeros(size, np.uint64)
    for k in range(RUN_WORDS):
        run = run * np.uint64(0x9E3779B97F4A7C15) + table.word[k : k + size].astype(np.uint64)
    line = table.line[:size]
    whole = line == table.line[RUN_WORDS - 1 :]
    run, line = run[whole], line[whole]
    if not len(run):
        return np.zeros(n), np.zeros(n)
    order = np.argsort(run, kind="stable")  # stable: lines stay in order within equal runs
    sorted_run, sorted_line = run[order], line[order]
    new = np.concatenate(([True], sorted_run[1:] != sorted_run[:-1]))
    group = np.cumsum(new) - 1
    lowest, highest = (
        sorted_line[new],
        sorted_line[np.append(np.flatnonzero(new)[1:] - 1, len(new) - 1)],
    )
    total = np.maximum(np.bincount(line, minlength=n), 1)
    earlier = np.bincount(sorted_line[lowest[group] < sorted_line], minlength=n)
    later = np.bincount(sorted_line[highest[group] > sorted_line], minlength=n)
    return earlier / total, later / total
