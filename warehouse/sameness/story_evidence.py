"""Evidence for pairs of articles: words, persons, quotations, days, and the score of it all."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

from extractors.sparse_rows import SparseRows, multiply_pairs
from extractors.stories.events import (
    EventParameters,
    EventRows,
    are_other_events,
    share_events,
)
from extractors.stories.frames import FRAME_CONTAINMENT, are_frames
from extractors.stories.scores import SCALE, LinkParameters, ask_more_of_few, score_pairs
from warehouse.sameness.statements import registered, run_sql
from warehouse.sameness.story_search import StoryCandidateParameters
from warehouse.sameness.story_vectors import (
    read_events,
    read_frames,
    read_language_sizes,
    read_persons,
    read_quotations,
    weigh_words,
)
from warehouse.statements import count_rows

_PAIR_SLICE = 1_000_000  # pairs whose evidence stands in memory together


def score_candidates(
    connection: duckdb.DuckDBPyConnection,
    corpus_size: int,
    candidates: StoryCandidateParameters,
    params: LinkParameters,
) -> tuple[np.ndarray, np.ndarray, pa.Table, SparseRows]:
    """Pairs of article numbers, int32 (n, 2), a < b, in rising order; the score of each; the rows
    of those that are worth an edge, with their evidence; and the persons of each article.

    Of the other pairs, which are many times as many, no evidence is kept.
    """
    size = count_rows(connection, "story_article_no")
    words, heads = weigh_words(connection, candidates, params)
    with registered(connection, "story_head_entry", heads):
        run_sql(connection, "store_heads")
        found = run_sql(connection, "find_story_pairs").fetchnumpy()
    language_sizes = read_language_sizes(connection)["language_size"]
    persons, ones = read_persons(connection, size, params)
    quotations = read_quotations(connection, size)
    ends = np.stack([found["a"], found["b"]], axis=1).astype(np.int32, copy=False)
    frames = read_frames(connection, size)
    events = read_events(connection, size)
    refused = _read_refused_pairs(connection, size)
    scores, edges = np.empty(len(ends)), []
    for first in range(0, max(len(ends), 1), _PAIR_SLICE):
        part = slice(first, first + _PAIR_SLICE)
        a, b = ends[part].T.astype(np.int64)
        days = np.ma.asarray(found["day_distance"][part]).astype(np.float64)
        evidence = {
            "a": a,
            "b": b,
            "word_similarity": multiply_pairs(words, a, b) / SCALE**2,
            "person_similarity": _compare_persons(persons, a, b),
            "shared_person_count": multiply_pairs(ones, a, b),
            "shared_quoted_gram_count": multiply_pairs(quotations, a, b),
            "day_distance": np.ma.filled(days, np.nan),
        }
        scores[part] = score_pairs(
            evidence["word_similarity"],
            evidence["person_similarity"],
            evidence["shared_quoted_gram_count"],
            evidence["day_distance"],
            corpus_size,
            params,
        )
        fewer = np.minimum(language_sizes[a], language_sizes[b])
        extra = ask_more_of_few(fewer, corpus_size, params)
        scores[part] = np.round(scores[part] - extra, 6)
        kept = np.flatnonzero(scores[part] >= candidates.least_kept_score)
        is_frame = are_frames(frames, a[kept], b[kept])
        in_frame = kept[is_frame | np.isin(a[kept] * size + b[kept], refused)]
        scores[part][in_frame] = 0.0  # what is alike is the frame, not the event
        evidence["event_share"], is_other = _compare_events(events, a, b, scores[part])
        scores[part][is_other] = 0.0  # what is alike is the names
        is_kept = is_other | (scores[part] >= candidates.least_kept_score)
        edges.append(_list_edges(evidence | {"score": scores[part]}, is_kept))
    return ends, scores, pa.concat_tables(edges), ones


def _read_refused_pairs(connection: duckdb.DuckDBPyConnection, size: int) -> np.ndarray:
    """Pairs that share a frame by their whole texts, as a * size + b: int64."""
    connection.execute("SET VARIABLE frame_containment = $it", {"it": FRAME_CONTAINMENT})
    found = run_sql(connection, "read_refused_pairs").fetchnumpy()
    return found["a"].astype(np.int64) * size + found["b"].astype(np.int64)


def _list_edges(evidence: dict[str, np.ndarray], is_kept: np.ndarray) -> pa.Table:
    """Rows of the pairs that are kept; NULL for what is not known."""
    columns = {name: values[is_kept] for name, values in evidence.items()}
    for name in ("person_similarity", "day_distance", "event_share"):
        columns[name] = pa.array(columns[name], from_pandas=True)
    return pa.table(columns)


def _compare_events(
    events: EventRows, a: np.ndarray, b: np.ndarray, scores: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Share of the words of each pair that tell one event, NaN where it is not asked for; bool: do
    they tell two?"""
    shares, is_other = np.full(len(a), np.nan), np.zeros(len(a), bool)
    asked = np.flatnonzero(scores >= EventParameters().least_score)
    shares[asked] = share_events(events, a[asked], b[asked])
    is_other[asked] = are_other_events(events, shares[asked], a[asked], b[asked])
    return shares, is_other


def _compare_persons(persons: SparseRows, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Similarity of each pair in its persons: NaN unless both name two."""
    known = np.diff(persons.bounds)
    similarity = multiply_pairs(persons, a, b) / SCALE**2
    return np.where(np.minimum(known[a], known[b]) >= 2, similarity, np.nan)
