"""Do two articles tell of the same event? Weights, the score of a pair, and clustering.

Words are weighted by their rarity in the corpus itself, so that what all articles of a topic share
counts for little. Rounded to whole numbers before they are added up: sums of whole numbers do not
depend on the order of adding, so the same articles always give the same scores.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.word_rarity import look_up_shares

SCALE = 10_000  # a vector of length 1 is stored as whole numbers with this length


@dataclass(frozen=True, slots=True)
class LinkParameters:
    """Weights of the evidence and the threshold of clustering. Fitted coarsely on three sets."""

    prior_articles: float = 50.0  # weight of news at large beside the articles of the corpus
    common_offset: float = 1.0  # stems in more than a third of the corpus weigh nothing
    vector_stems: int = 128  # heaviest stems of an article
    person_weight: float = 0.2  # in a small corpus; in a large one the words know the persons
    person_middle: float = 0.5  # similarity of persons that speaks neither for nor against
    quotation_bonus: float = 0.1  # for one quotation in common, however translated
    quotation_grams: int = 3  # shared 3-grams inside quotation marks that make a quotation
    day_penalty: float = 0.02  # per day between known days of publication, after the first days
    free_days: int = 3
    max_day_penalty: float = 0.3
    threshold: float = 0.18  # mean score inside a story
    small_corpus_extra: float = 0.15  # a small corpus cannot tell its topic's words from those of
    small_corpus_size: float = 60.0  # an event: more is asked, a quarter of the extra at this size


def weigh_stems(
    stems: np.ndarray, article_counts: np.ndarray, corpus_size: int, params: LinkParameters
) -> np.ndarray:
    """Weight (float64, 0 and more) of each stem from the number of articles it stands in."""
    expected = params.prior_articles * look_up_shares(stems) + article_counts
    total = params.prior_articles + corpus_size + 1
    weights = np.log(total / (expected + 0.5)) - params.common_offset
    if corpus_size > params.small_corpus_size:
        weights[article_counts < 2] = 0.0  # what no other article has cannot link
    return np.maximum(weights, 0.0)


def build_vectors(
    rows: np.ndarray, counts: np.ndarray, weights: np.ndarray, stems: np.ndarray, keep: int
) -> tuple[np.ndarray, np.ndarray]:
    """Places of the entries kept and their whole-number values; each row has length SCALE.

    All inputs have one element per (article, stem); `rows` is the number of the article, rising.
    """
    values = (1.0 + np.log(counts)) * weights
    order = np.lexsort((stems, -values, rows))
    ranks = np.arange(rows.size) - np.searchsorted(rows, rows[order])
    kept = np.sort(order[(ranks < keep) & (values[order] > 0)])
    squares = np.bincount(rows[kept], values[kept] ** 2, minlength=int(rows.max(initial=-1)) + 1)
    lengths = np.sqrt(squares[rows[kept]])
    return kept, np.rint(values[kept] / lengths * SCALE).astype(np.int64)


def score_pairs(
    word_similarity: np.ndarray,
    person_similarity: np.ndarray,
    shared_quoted_grams: np.ndarray,
    day_distance: np.ndarray,
    corpus_size: int,
    params: LinkParameters,
) -> np.ndarray:
    """Score of each pair; NaN stands for persons or days that are not known and then counts for
    nothing."""
    weight = params.person_weight * measure_blindness(corpus_size, params)
    persons = weight * (person_similarity - params.person_middle)
    quotations = params.quotation_bonus * (shared_quoted_grams >= params.quotation_grams)
    late = np.maximum(day_distance - params.free_days, 0) * params.day_penalty
    penalty = np.minimum(np.nan_to_num(late), params.max_day_penalty)
    return np.round(word_similarity + np.nan_to_num(persons) + quotations - penalty, 6)


def measure_blindness(corpus_size: int, params: LinkParameters) -> float:
    """How little a corpus of this size can tell a topic's words from an event's: 1 down to 0."""
    return (params.small_corpus_size / (params.small_corpus_size + corpus_size)) ** 2


def choose_threshold(corpus_size: int, params: LinkParameters) -> float:
    """Mean score that articles of one story must reach in a corpus of this size."""
    return params.threshold + params.small_corpus_extra * measure_blindness(corpus_size, params)


def link_average(
    scores: np.ndarray, threshold: float, sizes: np.ndarray | None = None
) -> np.ndarray:
    """Labels 0, 1, ... of average-link clusters; `scores`: symmetric matrix, the diagonal unused.

    `sizes`: how many times each row counts in a mean (whole numbers; once without it).

    The two clusters with the greatest mean score are merged until it is below the threshold; of
    equal ones those with the smallest members. Time and memory grow with the square of the size.
    """
    count = len(scores)
    sizes = np.ones(count, np.int64) if sizes is None else np.array(sizes, np.int64)
    members = np.arange(count)
    sums = np.rint(np.asarray(scores) * 1e6).astype(np.int64) * np.multiply.outer(sizes, sizes)
    means = sums / np.multiply.outer(sizes, sizes)  # sizes are 1 and more
    np.fill_diagonal(means, -np.inf)
    best = means.argmax(axis=1) if count else np.zeros(0, np.int64)
    tops = means[np.arange(count), best]
    while count and tops.max() >= threshold * 1e6:
        first = int(tops.argmax())
        second = int(best[first])
        first, second = min(first, second), max(first, second)
        sums[first] += sums[second]
        sums[:, first] = sums[first]
        sizes[first] += sizes[second]
        sizes[second] = 0
        members[members == second] = first
        _refresh_means(means, sums, sizes, first, second)
        stale = np.flatnonzero((best == first) | (best == second) | (means[:, first] > tops))
        stale = np.union1d(stale, [first])
        best[stale] = means[stale].argmax(axis=1)
        tops[stale] = means[stale, best[stale]]
        tops[second] = -np.inf
    return np.unique(members, return_inverse=True)[1]


def _refresh_means(
    means: np.ndarray, sums: np.ndarray, sizes: np.ndarray, first: int, second: int
) -> None:
    means[second] = means[:, second] = -np.inf
    alive = sizes > 0
    row = np.full(len(means), -np.inf)
    row[alive] = sums[first, alive] / (sizes[first] * sizes[alive])
    row[first] = -np.inf
    means[first] = row
    means[:, first] = row
