"""Stories: canonical articles that tell of the same event, inside an open transaction."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa

from extractors.stories import LinkParameters, choose_threshold
from extractors.story_clusters import cluster_articles
from extractors.story_terms import list_persons, read_story_terms
from warehouse.sameness_sql import count_rows, registered, run_sql
from warehouse.story_evidence import (
    StoryCandidateParameters,
    score_candidates,
    set_limits,
    weigh_words,
)

_TERMS = pa.schema([
    ("article_id", pa.string()), ("stems", pa.list_(pa.uint64())),
    ("counts", pa.list_(pa.float64())), ("quotations", pa.list_(pa.uint64())),
    ("persons", pa.list_(pa.string())), ("published_date", pa.date32()),
])


@dataclass(frozen=True, slots=True)
class StoryReport:
    """What an update did, as counts."""

    read_article_count: int
    worked_article_count: int
    compared_pair_count: int


def update_stories(
    connection: duckdb.DuckDBPyConnection,
    changed_ids: list[str],
    removed_ids: list[str],
    candidates: StoryCandidateParameters | None = None,
    params: LinkParameters | None = None,
) -> StoryReport:
    """Bring story_term, story_edge and story_article up to date.

    Call it after `update_near_duplicates` in the same transaction.
    """
    candidates, params = candidates or StoryCandidateParameters(), params or LinkParameters()
    set_limits(connection, candidates, params)
    change = pa.table({"article_id": pa.array([*changed_ids, *removed_ids], pa.string())})
    with registered(connection, "near_change_rows", change):
        run_sql(connection, "load_change")
    run_sql(connection, "find_changed_terms")
    _read_terms(connection)
    corpus_size = count_rows(connection, "story_term")
    _choose_working(connection, corpus_size, candidates, params)
    run_sql(connection, "number_articles")
    scored = score_candidates(connection, corpus_size, candidates, params)
    threshold = choose_threshold(corpus_size, params)
    labels = _cluster(scored, _read_copy_counts(connection), threshold)
    with registered(connection, "story_scored", scored), \
            registered(connection, "story_label", labels):
        run_sql(connection, "store_stories")
    return StoryReport(
        read_article_count=count_rows(connection, "story_read"),
        worked_article_count=len(labels),
        compared_pair_count=len(scored),
    )


def _choose_working(
    connection: duckdb.DuckDBPyConnection,
    corpus_size: int,
    candidates: StoryCandidateParameters,
    params: LinkParameters,
) -> None:
    """Fill story_working: all articles, or in a large corpus those that the new ones touch."""
    is_counted = count_rows(connection, "story_stem") > 0
    if corpus_size <= candidates.whole_corpus_size or not is_counted:
        run_sql(connection, "work_on_all")
        return
    run_sql(connection, "work_on_new")
    run_sql(connection, "number_articles")
    heads = weigh_words(connection, corpus_size, candidates, params)[1]
    with registered(connection, "story_head_entry", heads):
        run_sql(connection, "work_on_touched")


def _read_terms(connection: duckdb.DuckDBPyConnection) -> None:
    rows = []
    for article_id, title, text, day, persons in run_sql(connection, "read_articles").fetchall():
        terms = read_story_terms(title, text or "")
        rows.append({
            "article_id": article_id, "stems": terms.stems, "counts": terms.counts,
            "quotations": terms.quotations, "persons": list_persons(persons),
            "published_date": day,
        })
    with registered(connection, "story_term_rows", pa.Table.from_pylist(rows, schema=_TERMS)):
        connection.execute("INSERT INTO story_term BY NAME FROM story_term_rows")


def _read_copy_counts(connection: duckdb.DuckDBPyConnection) -> np.ndarray:
    """Articles in the duplicate group of every numbered article."""
    return run_sql(connection, "read_copy_counts").fetchnumpy()["article_count"]


def _cluster(scored: pa.Table, copies: np.ndarray, threshold: float) -> pa.Table:
    """Columns article_no, label and centrality for every article."""
    ends = np.stack([scored["a"].to_numpy(), scored["b"].to_numpy()], axis=1)
    labels, centrality = cluster_articles(ends, scored["score"].to_numpy(), copies, threshold)
    return pa.table({"article_no": np.arange(len(copies), dtype=np.int32), "label": labels,
                     "centrality": centrality})
