"""Evidence for pairs of articles: words, persons, quotations, days, and the score of it all."""

from __future__ import annotations

import math
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa

from extractors.near_duplicates import PairParameters
from extractors.sparse_rows import SparseRows, make_sparse_rows, multiply_pairs, rank_in_rows
from extractors.stories import (
    SCALE,
    LinkParameters,
    build_vectors,
    choose_prior,
    score_pairs,
    weigh_stems,
)
from warehouse.sameness_sql import count_rows, registered, run_sql

_PAIR_SLICE = 1_000_000  # pairs whose evidence stands in memory together


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
    pairs = PairParameters()
    late_days = math.ceil(params.max_day_penalty / params.day_penalty)
    limits = {
        "head_product": round(candidates.head_similarity * SCALE**2),
        "partner_product": round(candidates.partner_similarity * SCALE**2),
        "head_article_count": candidates.head_article_count,
        "probed_articles": candidates.probed_articles,
        "large_story_count": candidates.large_story_count,
        "farthest_days": params.free_days + late_days,
        "frame_conflicts": pairs.frame_conflicts,
        "frame_containment": pairs.frame_containment,
        "frame_evidence": pairs.frame_evidence,
    }
    for name, value in limits.items():
        connection.execute(f"SET VARIABLE {name} = {value}")


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
    words, heads = weigh_words(connection, corpus_size, candidates, params)
    with registered(connection, "story_head_entry", heads):
        run_sql(connection, "store_heads")
        found = run_sql(connection, "find_story_pairs").fetchnumpy()
    persons, ones = _read_persons(connection, size, params)
    quotations = _read_quotations(connection, size)
    ends = np.stack([found["a"], found["b"]], axis=1).astype(np.int32, copy=False)
    frames = run_sql(connection, "read_frame_pairs").fetchnumpy()
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
        in_frame = _find_pairs(frames["a"] * size + frames["b"], a * size + b)
        scores[part][in_frame] = 0.0  # what is alike is the frame, not the event
        edges.append(_list_edges(evidence, scores[part], candidates))
    return ends, scores, pa.concat_tables(edges), ones


def _find_pairs(wanted: np.ndarray, sorted_codes: np.ndarray) -> np.ndarray:
    """Places of those of the wanted codes of pairs that are there."""
    places = np.searchsorted(sorted_codes, wanted)
    there = places < sorted_codes.size
    return places[there][sorted_codes[places[there]] == wanted[there]]


def _list_edges(
    evidence: dict[str, np.ndarray], scores: np.ndarray, candidates: StoryCandidateParameters
) -> pa.Table:
    """Rows of the pairs with at least the least score that is kept; NULL for what is not known."""
    is_kept = scores >= candidates.least_kept_score
    columns = {name: values[is_kept] for name, values in (evidence | {"score": scores}).items()}
    for name in ("person_similarity", "day_distance"):
        columns[name] = pa.array(columns[name], from_pandas=True)
    return pa.table(columns)


def weigh_words(
    connection: duckdb.DuckDBPyConnection,
    corpus_size: int,
    candidates: StoryCandidateParameters,
    params: LinkParameters,
) -> tuple[SparseRows, pa.Table]:
    """Vectors of all numbered articles, and their heaviest entries (article_no, stem, value)."""
    size = count_rows(connection, "story_article_no")
    entries = run_sql(connection, "read_term_entries").fetchnumpy()
    stems, places = number_keys(entries["stem"])
    counts = np.zeros(stems.size, np.int64)
    counts[places] = entries["article_count"]
    weights = weigh_stems(stems, counts, corpus_size, params)[places]
    rows = entries["article_no"].astype(np.int64)
    kept, values = build_vectors(rows, entries["count"], weights)
    rows, kept_stems = rows[kept], entries["stem"][kept]
    is_head = rank_in_rows(rows, values) < candidates.head_stems
    is_head &= np.bincount(rows, minlength=size)[rows] >= candidates.least_stems
    heads = pa.table(
        {
            "article_no": rows[is_head].astype(np.int32),
            "stem": kept_stems[is_head],
            "value": values[is_head],
        }
    )
    return make_sparse_rows(rows, places[kept], values, size), heads


def _read_persons(
    connection: duckdb.DuckDBPyConnection, size: int, params: LinkParameters
) -> tuple[SparseRows, SparseRows]:
    """The persons of each article, weighed by their rarity, and the same with ones."""
    entries = run_sql(connection, "read_person_entries").fetchnumpy()
    rows = entries["article_no"].astype(np.int64)
    weights = np.log((choose_prior(size, params) + size + 1) / (entries["article_count"] + 0.5))
    lengths = np.sqrt(np.bincount(rows, weights**2, minlength=size))
    values = np.rint(weights / lengths[rows] * SCALE).astype(np.int64)
    columns = entries["person_no"].astype(np.int64)
    return (
        make_sparse_rows(rows, columns, values, size),
        make_sparse_rows(rows, columns, np.ones_like(values), size),
    )


def _compare_persons(persons: SparseRows, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Similarity of each pair in its persons: NaN unless both name two."""
    known = np.diff(persons.bounds)
    similarity = multiply_pairs(persons, a, b) / SCALE**2
    return np.where(np.minimum(known[a], known[b]) >= 2, similarity, np.nan)


def _read_quotations(connection: duckdb.DuckDBPyConnection, size: int) -> SparseRows:
    entries = run_sql(connection, "read_quotation_entries").fetchnumpy()
    rows = entries["article_no"].astype(np.int64)
    columns = number_keys(entries["gram"])[1]
    return make_sparse_rows(rows, columns, np.ones(rows.size, np.int64), size)


def number_keys(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The different keys, and for each entry the place of its key among them: quicker than to sort
    them."""
    encoded = pa.array(keys).dictionary_encode()
    return encoded.dictionary.to_numpy(), encoded.indices.to_numpy()
