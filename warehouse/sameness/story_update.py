"""Stories: canonical articles that tell of the same event, inside an open transaction."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa

from extractors.corrections import Corrections
from extractors.sparse_rows import SparseRows
from extractors.stories.clusters import cluster_articles
from extractors.stories.scores import LinkParameters, choose_threshold
from warehouse.sameness.statements import mint_ids, registered, run_sql
from warehouse.sameness.story_evidence import score_candidates
from warehouse.sameness.story_reading import read_terms, take_slices
from warehouse.sameness.story_search import StoryCandidateParameters, set_limits
from warehouse.sameness.story_vectors import weigh_words
from warehouse.statements import count_rows

_CLUSTER_SLICE = 10_000  # new articles of a large corpus that are clustered together


@dataclass(frozen=True, slots=True)
class StoryReport:
    """What an update did, as counts."""

    worked_article_count: int
    compared_pair_count: int


def update_stories(
    connection: duckdb.DuckDBPyConnection,
    changed_ids: list[str],
    removed_ids: list[str],
    candidates: StoryCandidateParameters | None = None,
    params: LinkParameters | None = None,
    run_id: str | None = None,
) -> StoryReport:
    """Bring story_term, story_edge and story_article up to date.

    Call it after `update_near_duplicates` in the same transaction. `run_id`: the run, for the
    history of ids.
    """
    candidates, params = candidates or StoryCandidateParameters(), params or LinkParameters()
    set_limits(connection, candidates, params)
    change = pa.table({"article_id": pa.array([*changed_ids, *removed_ids], pa.string())})
    with registered(connection, "near_change_rows", change):
        run_sql(connection, "load_change")
    run_sql(connection, "find_changed_terms")
    read_terms(connection)
    corpus_size = count_rows(connection, "story_term")
    if corpus_size <= candidates.whole_corpus_size:
        run_sql(connection, "work_on_all")
        worked = [_cluster_working(connection, corpus_size, candidates, params, run_id)]
    else:
        run_sql(connection, "count_new_stems")
        worked = [
            _cluster_touched(connection, corpus_size, candidates, params, run_id)
            for _ in take_slices(connection, _CLUSTER_SLICE)
        ]
    return StoryReport(
        worked_article_count=sum(articles for articles, _ in worked),
        compared_pair_count=sum(pairs for _, pairs in worked),
    )


def _cluster_touched(
    connection: duckdb.DuckDBPyConnection,
    corpus_size: int,
    candidates: StoryCandidateParameters,
    params: LinkParameters,
    run_id: str | None,
) -> tuple[int, int]:
    run_sql(connection, "work_on_new")
    run_sql(connection, "number_articles")
    heads = weigh_words(connection, candidates, params)[1]
    with registered(connection, "story_head_entry", heads):
        run_sql(connection, "work_on_touched")
    return _cluster_working(connection, corpus_size, candidates, params, run_id)


def _cluster_working(
    connection: duckdb.DuckDBPyConnection,
    corpus_size: int,
    candidates: StoryCandidateParameters,
    params: LinkParameters,
    run_id: str | None,
) -> tuple[int, int]:
    """Cluster the articles of story_working; returns how many they are and the pairs compared."""
    run_sql(connection, "number_articles")
    ends, scores, edges, persons = score_candidates(connection, corpus_size, candidates, params)
    threshold = choose_threshold(corpus_size, params)
    corrections = _read_corrections(connection)
    copies = _read_copy_counts(connection)
    labels = _cluster(ends, scores, copies, threshold, corrections, persons)
    with (
        registered(connection, "story_scored", edges),
        registered(connection, "story_label", labels),
    ):
        run_sql(connection, "find_stories")
        mint_ids(connection, "story", run_id)
        run_sql(connection, "store_stories")
    run_sql(connection, "raise_story_alarms")
    return len(labels), len(scores)


def _read_copy_counts(connection: duckdb.DuckDBPyConnection) -> np.ndarray:
    """Articles in the duplicate group of every numbered article."""
    return run_sql(connection, "read_copy_counts").fetchnumpy()["article_count"]


def _read_corrections(connection: duckdb.DuckDBPyConnection) -> Corrections:
    """A person's corrections as pairs of article numbers."""
    rows = run_sql(connection, "read_story_corrections").fetchnumpy()
    pairs = np.stack([rows["a"], rows["b"]], axis=1).astype(np.int64)
    is_together = rows["relation"] == "together"
    return Corrections(pairs[is_together], pairs[~is_together])


def _cluster(
    ends: np.ndarray,
    scores: np.ndarray,
    copies: np.ndarray,
    threshold: float,
    corrections: Corrections,
    persons: SparseRows,
) -> pa.Table:
    """Columns article_no, label and centrality for every article."""
    labels, centrality = cluster_articles(ends, scores, copies, threshold, corrections, persons)
    return pa.table(
        {
            "article_no": np.arange(len(copies), dtype=np.int32),
            "label": labels,
            "centrality": centrality,
        }
    )
