"""What the numbered articles are compared by: rows of words, of persons and of quotations."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

from extractors.sparse_rows import SparseRows, make_sparse_rows, rank_in_rows
from extractors.stories import SCALE, LinkParameters, build_vectors, choose_prior, weigh_stems
from warehouse.sameness_sql import count_rows, run_sql
from warehouse.story_search import StoryCandidateParameters


def weigh_words(
    connection: duckdb.DuckDBPyConnection,
    corpus_size: int,
    candidates: StoryCandidateParameters,
    params: LinkParameters,
) -> tuple[SparseRows, pa.Table]:
    """Vectors of all numbered articles, and their heaviest entries (article_no, stem, value)."""
    size = count_rows(connection, "story_article_no")
    entries = run_sql(connection, "read_term_entries").fetchnumpy()
    stems, places = _number_keys(entries["stem"])
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


def read_persons(
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


def read_quotations(connection: duckdb.DuckDBPyConnection, size: int) -> SparseRows:
    """The hashed 3-grams inside quotation marks of each article, with ones."""
    entries = run_sql(connection, "read_quotation_entries").fetchnumpy()
    rows = entries["article_no"].astype(np.int64)
    columns = _number_keys(entries["gram"])[1]
    return make_sparse_rows(rows, columns, np.ones(rows.size, np.int64), size)


def _number_keys(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The different keys, and for each entry the place of its key among them: quicker than to sort
    them."""
    encoded = pa.array(keys).dictionary_encode()
    return encoded.dictionary.to_numpy(), encoded.indices.to_numpy()
