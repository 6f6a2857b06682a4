"""Stories: canonical articles that tell of the same event, inside an open transaction."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa

from extractors.duplicate_groups import label_components
from extractors.stories import (
    SCALE,
    LinkParameters,
    build_vectors,
    choose_threshold,
    link_average,
    score_pairs,
    weigh_stems,
)
from extractors.story_terms import list_persons, read_story_terms
from warehouse.sameness_sql import count_rows, registered, run_sql

_TERMS = pa.schema([
    ("article_id", pa.string()), ("stems", pa.list_(pa.uint64())),
    ("counts", pa.list_(pa.float64())), ("quotations", pa.list_(pa.uint64())),
    ("persons", pa.list_(pa.string())), ("published_date", pa.date32()),
])


@dataclass(frozen=True, slots=True)
class StoryCandidateParameters:
    """Bounds of the search for pairs of articles."""

    head_stems: int = 24  # heaviest stems of an article, by which partners are found
    shared_head_count: int = 2
    head_article_count: int = 500  # a stem in more articles finds no partners: bounds the join


@dataclass(frozen=True, slots=True)
class StoryReport:
    """What an update did, as counts."""

    read_article_count: int
    compared_pair_count: int
    story_count: int


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
    change = pa.table({"article_id": pa.array([*changed_ids, *removed_ids], pa.string())})
    with registered(connection, "near_change_rows", change):
        run_sql(connection, "load_change")
    run_sql(connection, "find_changed_terms")
    _read_terms(connection)
    run_sql(connection, "number_articles")
    scored = _score_candidates(connection, candidates, params)
    labels = _cluster(scored, _read_copy_counts(connection), params)
    with registered(connection, "story_scored", scored), \
            registered(connection, "story_label", labels):
        run_sql(connection, "store_stories")
    return StoryReport(
        read_article_count=count_rows(connection, "story_read"),
        compared_pair_count=len(scored),
        story_count=len(labels["label"].unique()),
    )


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


def _score_candidates(
    connection: duckdb.DuckDBPyConnection,
    candidates: StoryCandidateParameters,
    params: LinkParameters,
) -> pa.Table:
    """Pairs (a, b: article numbers, a < b) with their evidence and score."""
    connection.execute(f"SET VARIABLE shared_head_count = {candidates.shared_head_count}")
    connection.execute(f"SET VARIABLE head_article_count = {candidates.head_article_count}")
    size = count_rows(connection, "story_article_no")
    entries = _weigh_entries(connection, size, candidates, params)
    persons = _weigh_persons(connection, size, params)
    with registered(connection, "story_entry", entries), \
            registered(connection, "story_person", persons):
        run_sql(connection, "find_story_pairs")
    found = connection.execute("FROM story_evidence ORDER BY a, b").fetchnumpy()
    words = found["word_product"] / SCALE**2
    similar = np.where(found["known_person_count"] >= 2, found["person_product"] / SCALE**2, np.nan)
    days = np.ma.filled(np.ma.asarray(found["day_distance"]).astype(np.float64), np.nan)
    scores = score_pairs(words, similar, found["shared_quoted_gram_count"], days, size, params)
    return pa.table({
        "a": found["a"], "b": found["b"], "score": scores, "word_similarity": words,
        "person_similarity": pa.array(similar, from_pandas=True),
        "shared_person_count": found["shared_person_count"],
        "shared_quoted_gram_count": found["shared_quoted_gram_count"],
        "day_distance": pa.array(days, from_pandas=True),
    })


def _weigh_entries(
    connection: duckdb.DuckDBPyConnection, size: int,
    candidates: StoryCandidateParameters, params: LinkParameters,
) -> pa.Table:
    entries = run_sql(connection, "read_term_entries").fetchnumpy()
    stems, places, article_counts = np.unique(
        entries["stem"], return_inverse=True, return_counts=True)
    weights = weigh_stems(stems, article_counts, size, params)[places]
    rows = entries["article_no"].astype(np.int64)
    kept, values = build_vectors(rows, entries["count"], weights, entries["stem"],
                                 params.vector_stems)
    rows, stems = rows[kept], entries["stem"][kept]
    order = np.lexsort((stems, -values, rows))
    ranks = np.empty(rows.size, np.int64)
    ranks[order] = np.arange(rows.size) - np.searchsorted(rows, rows[order])
    return pa.table({"article_no": rows.astype(np.int32), "stem": stems, "value": values,
                     "is_head": ranks < candidates.head_stems})


def _weigh_persons(
    connection: duckdb.DuckDBPyConnection, size: int, params: LinkParameters
) -> pa.Table:
    entries = run_sql(connection, "read_person_entries").fetchnumpy()
    rows = entries["article_no"].astype(np.int64)
    weights = np.log((params.prior_articles + size + 1) / (entries["article_count"] + 0.5))
    lengths = np.sqrt(np.bincount(rows, weights**2, minlength=size))
    values = np.rint(weights / lengths[rows] * SCALE).astype(np.int64)
    return pa.table({"article_no": rows.astype(np.int32), "value": values,
                     "person": pa.array(entries["person"].tolist(), pa.string())})


def _read_copy_counts(connection: duckdb.DuckDBPyConnection) -> np.ndarray:
    """Articles in the duplicate group of every numbered article."""
    return run_sql(connection, "read_copy_counts").fetchnumpy()["article_count"]


def _cluster(scored: pa.Table, copies: np.ndarray, params: LinkParameters) -> pa.Table:
    """Columns article_no, label and centrality for every article."""
    size = len(copies)
    threshold = choose_threshold(size, params)
    ends = np.stack([scored["a"].to_numpy(), scored["b"].to_numpy()], axis=1).astype(np.int64)
    scores = scored["score"].to_numpy()
    components = label_components(ends[scores >= threshold], size)
    inside = components[ends[:, 0]] == components[ends[:, 1]]
    ends, scores = ends[inside], scores[inside]
    order = np.argsort(components, kind="stable")
    labels = np.arange(size)
    edge_order = np.argsort(components[ends[:, 0]], kind="stable")
    edge_bounds = np.searchsorted(components[ends[edge_order, 0]], np.arange(size + 1))
    firsts = np.searchsorted(components[order], np.arange(size + 1))
    for root in np.flatnonzero(np.diff(firsts) > 1).tolist():
        members = order[firsts[root] : firsts[root + 1]]
        chosen = edge_order[edge_bounds[root] : edge_bounds[root + 1]]
        matrix = np.zeros((len(members), len(members)))
        i, j = np.searchsorted(members, ends[chosen].T)
        matrix[i, j] = matrix[j, i] = scores[chosen]
        found = link_average(matrix, threshold, copies[members])
        first_members = members[np.unique(found, return_index=True)[1]]
        labels[members] = first_members[found]
    same = labels[ends[:, 0]] == labels[ends[:, 1]]
    centrality = np.zeros(size)
    np.add.at(centrality, ends[same].ravel(), np.repeat(scores[same], 2))
    return pa.table({"article_no": np.arange(size, dtype=np.int32), "label": labels,
                     "centrality": np.round(centrality, 4)})
