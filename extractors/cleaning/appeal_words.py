"""How much the words of each line are those of appeals, plugs and notices, in any language.

Linear models over hashed words and pairs of words, trained on appeals written for the purpose,
on lines of pages and on news about the same things: is it an appeal, and of which category?
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.cleaning.word_table import WordTable

BUCKETS = 1 << 18  # few words and pairs of three dozen languages share one by chance
CATEGORY_BUCKETS = 1 << 14
CATEGORIES = (
    "donation_appeal", "subscribe_appeal", "channel_plug", "cookie_notice", "advertisement",
)  # fmt: skip
_PAIR = 31


@dataclass(frozen=True)
class AppealWords:
    """A weight per bucket; the sum is divided by the root of the number of words."""

    weight: np.ndarray  # (BUCKETS,)
    bias: float
    named: np.ndarray  # (len(CATEGORIES), CATEGORY_BUCKETS)
    named_by_family: np.ndarray  # (len(CATEGORIES), families of words), for each one in the line
    named_bias: np.ndarray  # (len(CATEGORIES),)


@dataclass(frozen=True)
class BucketWords:
    """The words and pairs of words of some documents by bucket, at most BUCKETS of them."""

    bucket: np.ndarray
    line: np.ndarray  # of each bucket
    scale: np.ndarray  # by line: what each of its words and pairs counts


def list_buckets(table: WordTable) -> BucketWords:
    """Buckets of all words and pairs of words of some documents, and the line of each."""
    words = table.hashes[table.word]
    same = table.line[1:] == table.line[:-1]
    pairs = words[:-1][same] * np.uint64(_PAIR) + words[1:][same]
    # High bits are mixed in: the low ones of a product keep too little of the first word.
    pairs ^= pairs >> np.uint64(17)
    buckets = np.concatenate((words, pairs)) % np.uint64(BUCKETS)
    line = np.concatenate((table.line, table.line[1:][same]))
    return BucketWords(buckets.astype(np.int64), line, 1 / np.sqrt(np.maximum(table.counts, 1)))


def score_appeal_words(words: BucketWords, model: AppealWords) -> np.ndarray:
    """Log-odds per line that its words are those of an appeal."""
    total = np.bincount(words.line, model.weight[words.bucket], minlength=len(words.scale))
    return total * words.scale + model.bias


def name_appeals(
    words: BucketWords, families: np.ndarray, asked: np.ndarray, model: AppealWords
) -> np.ndarray:
    """Place in CATEGORIES of the likeliest category of each line, if it is an appeal.

    `families` are those of the words of each line, as bits. Lines that are not `asked` for (a
    mask) get -1.
    """
    chosen = asked[words.line]
    line, bucket = words.line[chosen], words.bucket[chosen] % CATEGORY_BUCKETS
    odds = [np.bincount(line, weight[bucket], minlength=len(asked)) for weight in model.named]
    bits = families >> np.arange(model.named_by_family.shape[1])[:, None] & 1
    odds = odds * words.scale + model.named_by_family @ bits + model.named_bias[:, None]
    return np.where(asked, np.argmax(odds, axis=0), -1)
