"""Do two articles tell of the same event? Weights of words and the score of a pair.

Words are weighted by their rarity in the corpus itself, so that what all articles of a topic share
counts for little. Rounded to whole numbers before they are added up: sums of whole numbers do not
depend on the order of adding, so the same articles always give the same scores.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from extractors.word_rarity import look_up_shares

SCALE = 10_000  # a vector of length 1 is stored as whole numbers with this length


@dataclass(frozen=True, slots=True)
class LinkParameters:
    """Weights of the evidence and the threshold of clustering. Fitted coarsely on three sets."""

    prior_articles: float = 150.0  # weight of news at large beside the articles of the corpus
    small_corpus_prior: float = 600.0  # more of it in a small corpus, where one story is a great
    # share of all articles and its words would pass for common ones
    common_offset: float = 1.0  # stems in more than a third of the corpus weigh nothing
    person_weight: float = 0.2  # in a small corpus; in a large one the words know the persons
    person_middle: float = 0.5  # similarity of persons that speaks neither for nor against
    quotation_bonus: float = 0.02  # for one quotation in common: events of one topic share them too
    quotation_grams: int = 3  # shared 3-grams inside quotation marks that make a quotation
    day_penalty: float = 0.02  # per day between known days of publication, after the first days
    free_days: int = 3
    max_day_penalty: float = 0.3
    threshold: float = 0.18  # mean score inside a story
    small_corpus_size: float = 60.0  # articles; a quarter as blind as an empty one
    few_articles: int = 8  # so few cannot show what is common in their topic: words that only one
    # of them has count in full, see measure_lonely_weight
    chance_extra: float = 0.08  # more is asked of the score in a corpus of about so many articles:
    chance_articles: float = 20.0  # enough for some to share words by chance, too few to show which
    # words are common
    lonely_exponent: float = 0.5  # how fast words of one article lose weight as articles grow
    lonely_corpus_size: int = 3000  # articles; in more of them such words count nothing


def weigh_stems(
    stems: np.ndarray, article_counts: np.ndarray, corpus_size: int, params: LinkParameters
) -> np.ndarray:
    """Weight (float64, 0 and more) of each stem from the number of articles it stands in."""
    prior = choose_prior(corpus_size, params)
    expected = prior * look_up_shares(stems) + article_counts
    total = prior + corpus_size + 1
    weights = np.log(total / (expected + 0.5)) - params.common_offset
    weights[article_counts < 2] *= measure_lonely_weight(corpus_size, params)
    return np.maximum(weights, 0.0)


def build_vectors(
    rows: np.ndarray, counts: np.ndarray, weights: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Places of the entries with a weight and their whole-number values; rows have length SCALE.

    All inputs have one element per (article, stem), sorted by both; `rows` is the number of the
    article.
    """
    values = (1.0 + np.log(counts)) * weights
    kept = np.flatnonzero(values > 0)
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


def choose_prior(corpus_size: int, params: LinkParameters) -> float:
    """How many articles of news at large count beside a corpus of this size."""
    blindness = measure_blindness(corpus_size, params)
    return params.prior_articles + params.small_corpus_prior * blindness


def measure_fewness(corpus_size: int, params: LinkParameters) -> float:
    """1 in a corpus of a few articles, then less the more there are."""
    return params.few_articles / max(corpus_size, params.few_articles)


def measure_lonely_weight(corpus_size: int, params: LinkParameters) -> float:
    """What a word of one article counts: it cannot link, but tells that articles differ. The fewer
    articles there are, the less the words that two of them share are chosen by the event."""
    if corpus_size > params.lonely_corpus_size:
        return 0.0  # next to nothing, and half of all words
    return measure_fewness(corpus_size, params) ** params.lonely_exponent


def choose_threshold(corpus_size: int, params: LinkParameters) -> float:
    """Mean score that articles of one story must reach in a corpus of this size."""
    size = corpus_size / params.chance_articles
    return params.threshold + params.chance_extra * size * math.exp(1.0 - size)
