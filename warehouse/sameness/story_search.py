"""Bounds of the search for articles of one story."""

from __future__ import annotations

import math
from dataclasses import dataclass

import duckdb

from extractors.stories.scores import SCALE, LinkParameters


@dataclass(frozen=True, slots=True)
class StoryCandidateParameters:
    """Bounds of the search for pairs of articles."""

    whole_corpus_size: int = 10_000  # up to here every update clusters all canonical articles, so
    # that any order gives the same stories; beyond, the stories that the new articles touch
    head_stems: int = 24  # heaviest stems of an article, by which partners are found
    least_kept_score: float = 0.05  # lower ones are not stored as edges
    least_stems: int = 4  # an article with fewer telling stems finds no company
    head_similarity: float = 0.02  # similarity in these stems that is worth a comparison
    partner_similarity: float = 0.08  # the same, for the partners of new articles in large corpora
    probed_articles: int = 1000  # articles of a large corpus that one new article is held against
    large_story_count: int = 500  # articles in a story that a person should look at
    head_article_count: int = 250  # a stem in more articles finds no partners: bounds the join


def set_limits(
    connection: duckdb.DuckDBPyConnection,
    candidates: StoryCandidateParameters,
    params: LinkParameters,
) -> None:
    """Set the variables that the statements of stories read."""
    late_days = math.ceil(params.max_day_penalty / params.day_penalty)
    limits = {
        "head_product": round(candidates.head_similarity * SCALE**2),
        "partner_product": round(candidates.partner_similarity * SCALE**2),
        "head_article_count": candidates.head_article_count,
        "probed_articles": candidates.probed_articles,
        "large_story_count": candidates.large_story_count,
        "farthest_days": params.free_days + late_days,
    }
    for name, value in limits.items():
        connection.execute(f"SET VARIABLE {name} = {value}")
