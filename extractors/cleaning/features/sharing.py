"""The words of each line: what they say, and where else in the document they stand."""

from __future__ import annotations

import numpy as np

from extractors.cleaning.features.layout import Layout
from extractors.cleaning.words.facts import CONTENT, STORY
from extractors.cleaning.words.numbering import FACTOR, number_distinct
from extractors.cleaning.words.table import WordTable

STOP_WORDS = 40  # most frequent words of the prose: its function words, whatever the language
PROSE_WORDS = 12  # words of a line that counts as a paragraph when it ends with a mark
LONG_PROSE_WORDS = 30  # and without a mark


def mark_prose(words: np.ndarray, ends_stop: np.ndarray, cjk_share: np.ndarray) -> np.ndarray:
    """True for lines shaped like a paragraph."""
    # A character of a script without spaces counts as a word, but says half as much.
    weighed = words * (1 - 0.5 * cjk_share)
    return ((weighed >= PROSE_WORDS) & ends_stop) | (weighed >= LONG_PROSE_WORDS)


def describe_sharing(
    layout: Layout, table: WordTable, prose: np.ndarray, titles: np.ndarray
) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Columns about the words that a line shares with the prose, the headline and other lines.

    `titles` are the lines of each document's headline, -1 where there is none. The second
    result is the share of the story words of each line that stand in other lines too.
    """
    n, size = len(table.counts), max(1, table.size)
    pairs = (table.line * size + table.word).astype(np.uint64) * FACTOR
    once = number_distinct(pairs)[1]  # each word of a line counts once
    line, word = table.line.take(once), table.word.take(once)
    in_prose, facts = prose.take(line), table.facts.take(word)
    lines_with = np.bincount(word, minlength=size)
    prose_with = np.bincount(word[in_prose], minlength=size)
    other, other_prose = lines_with.take(word) - 1, prose_with.take(word) - in_prose
    content, story = (facts & CONTENT) != 0, (facts & STORY) != 0
    behind = np.cumsum(np.bincount(line, minlength=n))  # the words stand line by line

    def count(mask: np.ndarray) -> np.ndarray:
        sums = np.zeros(len(mask) + 1, np.int64)
        np.cumsum(mask, out=sums[1:])
        return np.diff(sums.take(behind), prepend=0)

    title, wanted = _mark_titles(table, titles)
    content_words, known = count(content), count(content & (other_prose > 0))
    titled, total = count(content & title.take(word)), np.maximum(content_words, 1)
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


def share_story(table: WordTable, lines: np.ndarray, prose: np.ndarray) -> np.ndarray:
    """How much of each of some `lines` the prose tells: the share of its story words, of one more.

    `prose` is true for the lines that count as such.
    """
    size = max(1, table.size)
    told = np.zeros(size, bool)
    told[table.word[np.repeat(prose, table.counts)]] = True
    order = np.full(len(prose), -1)
    order[lines] = np.arange(len(lines))
    places = np.repeat(order, table.counts)
    chosen = np.flatnonzero(places >= 0)
    line, word = np.divmod(np.unique(places[chosen] * size + table.word[chosen]), size)
    story = (table.facts[word] & STORY) != 0
    words = np.bincount(line[story], minlength=len(lines))
    return np.bincount(line[story & told[word]], minlength=len(lines)) / (words + 1)


def _mark_titles(table: WordTable, titles: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """True for the words of headlines, by number; and how many content words each headline has."""
    marked = np.zeros(max(1, table.size), bool)
    has_title = np.flatnonzero(titles >= 0)
    lines = np.zeros(len(table.counts), bool)
    lines[titles[has_title]] = True
    marked[table.word[lines[table.line]]] = True
    telling = np.flatnonzero(marked[: table.size] & ((table.facts & CONTENT) != 0))
    document = np.searchsorted(table.bases, telling, side="right") - 1
    return marked, np.bincount(document, minlength=len(titles))


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
