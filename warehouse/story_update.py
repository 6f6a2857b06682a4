"""Stories: canonical articles that tell of the same event, inside an open transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from extractors.corrections import Corrections
from extractors.sparse_rows import SparseRows
from extractors.stories import LinkParameters, choose_threshold
from extractors.story_clusters import cluster_articles
from extractors.story_terms import list_persons, read_story_terms
from warehouse.sameness_sql import count_rows, mint_ids, registered, run_sql
from warehouse.story_evidence import (
    StoryCandidateParameters,
    score_candidates,
    set_limits,
    weigh_words,
)

_READ_SLICE = 5_000  # articles whose texts stand in memory together
_CLUSTER_SLICE = 10_000  # new articles of a large corpus that are clustered together
_TERMS = pa.schema(
    [
        ("article_id", pa.string()),
        ("stems", pa.list_(pa.uint64())),
        ("counts", pa.list_(pa.float64())),
        ("quotations", pa.list_(pa.uint64())),
        ("persons", pa.list_(pa.string())),
        ("published_date", pa.date32()),
    ]
)


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
    _read_terms(connection)
    corpus_size = count_rows(connection, "story_term")
    if corpus_size <= candidates.whole_corpus_size:
        run_sql(connection, "work_on_all")
        worked = [_cluster_working(connection, corpus_size, candidates, params, run_id)]
    else:
        run_sql(connection, "count_new_stems")
        worked = [
            _cluster_touched(connection, corpus_size, candidates, params, run_id)
            for _ in _take_slices(connection, _CLUSTER_SLICE)
        ]
    return StoryReport(
        read_article_count=count_rows(connection, "story_read"),
        worked_article_count=sum(articles for articles, _ in worked),
        compared_pair_count=sum(pairs for _, pairs in worked),
    )


def _take_slices(connection: duckdb.DuckDBPyConnection, size: int) -> Iterator[int]:
    """Fill story_slice with the next `size` articles of story_read, at least once."""
    for first in range(0, max(count_rows(connection, "story_read"), 1), size):
        connection.execute(f"SET VARIABLE slice_first = {first}")
        connection.execute(f"SET VARIABLE slice_behind = {first + size}")
        run_sql(connection, "take_story_slice")
        yield first


def _cluster_touched(
    connection: duckdb.DuckDBPyConnection,
    corpus_size: int,
    candidates: StoryCandidateParameters,
    params: LinkParameters,
    run_id: str | None,
) -> tuple[int, int]:
    run_sql(connection, "work_on_new")
    run_sql(connection, "number_articles")
    heads = weigh_words(connection, corpus_size, candidates, params)[1]
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


def _read_terms(connection: duckdb.DuckDBPyConnection) -> None:
    for _ in _take_slices(connection, _READ_SLICE):
        rows = [_list_terms(*row) for row in run_sql(connection, "read_articles").fetchall()]
        with registered(connection, "story_term_rows", pa.Table.from_pylist(rows, schema=_TERMS)):
            run_sql(connection, "store_terms")


def _list_terms(
    article_id: str,
    title: str | None,
    text: str | None,
    language: str | None,
    day: date | None,
    persons: list[str],
) -> dict[str, object]:
    terms = read_story_terms(title, text or "", language=language)
    return {
        "article_id": article_id,
        "stems": terms.stems,
        "counts": terms.counts,
        "quotations": terms.quotations,
        "persons": list_persons(persons),
        "published_date": day,
    }


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
