"""Do two articles tell of the same event? Weights of words and the score of a pair.

Words are weighted by their rarity in the corpus itself, so that what all articles of a topic share
counts for little. Rounded to whole numbers before they are added up: sums of whole numbers do not
depend on the order of adding, so the same articles always give the same scores.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

Sizes = int | float | np.ndarray  # numbers of articles; the result has the same shape

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
    uncounted_prior: float = 20.0  # in place of both priors, for languages whose words nobody has
    # counted: all of them would count as rare. Flat from 10 to 40
    uncounted_lonely_weight: float = 0.4  # at most, for the same languages: common words among
    # those of one article are not known as such. Flat from .35 to .4
    few_articles: int = 8  # so few cannot show what is common in their topic: words that only one
    # of them has count in full, see measure_lonely_weight
    chance_extra: float = 0.08  # more is asked of the score in a corpus of about so many articles:
    chance_articles: float = 20.0  # enough for some to share words by chance, too few to show which
    # words are common
    lonely_exponent: float = 0.5  # how fast words of one article lose weight as articles grow
    lonely_corpus_size: int = 3000  # articles; in more of them such words count nothing


def weigh_stems(
    shares: np.ndarray,
    article_counts: np.ndarray,
    corpus_sizes: np.ndarray,
    is_counted: np.ndarray,
    params: LinkParameters,
) -> np.ndarray:
    """Weight (float64, 0 and more) of each stem from the number of articles it stands in.

    All inputs have one element per stem. `shares`: of news at large; `corpus_sizes`: articles in
    its language; `is_counted`: bool, the shares of its language are known.
    """
    prior = np.where(is_counted, choose_prior(corpus_sizes, params), params.uncounted_prior)
    expected = prior * np.where(is_counted, shares, 0.0) + article_counts
    weights = np.log((prior + corpus_sizes + 1) / (expected + 0.5)) - params.common_offset
    lonely = measure_lonely_weight(corpus_sizes, params)
    lonely = np.where(is_counted, lonely, np.minimum(lonely, params.uncounted_lonely_weight))
    weights[article_counts < 2] *= lonely[article_counts < 2]
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


def measure_blindness(corpus_size: Sizes, params: LinkParameters) -> Sizes:
    """How little a corpus of this size can tell a topic's words from an event's: 1 down to 0."""
    return (params.small_corpus_size / (params.small_corpus_size + corpus_size)) ** 2


def choose_prior(corpus_size: Sizes, params: LinkParameters) -> Sizes:
    """How many articles of news at large count beside a corpus of this size."""
    blindness = measure_blindness(corpus_size, params)
    return params.prior_articles + params.small_corpus_prior * blindness


def measure_fewness(corpus_size: Sizes, params: LinkParameters) -> Sizes:
    """1 in a corpus of a few articles, then less the more there are."""
    return params.few_articles / np.maximum(corpus_size, params.few_articles)


def measure_lonely_weight(corpus_size: Sizes, params: LinkParameters) -> Sizes:
    """What a word of one article counts: it cannot link, but tells that articles differ. The fewer
    articles there are, the less the words that two of them share are chosen by the event. In a
    large corpus it is 0: next to nothing, and half of all words."""
    weight = measure_fewness(corpus_size, params) ** params.lonely_exponent
    return np.where(corpus_size > params.lonely_corpus_size, 0.0, weight)


def choose_threshold(corpus_size: Sizes, params: LinkParameters) -> Sizes:
    """Mean score that articles of one story must reach in a corpus of this size."""
    size = corpus_size / params.chance_articles
    return params.threshold + params.chance_extra * size * np.exp(1.0 - size)


def ask_more_of_few(language_size: Sizes, corpus_size: int, params: LinkParameters) -> Sizes:
    """What is taken from the score of a pair of which one article is in a language of so many
    articles: they are a small corpus inside the other one."""
    extra = choose_threshold(language_size, params) - choose_threshold(corpus_size, params)
    return np.maximum(extra, 0.0)
