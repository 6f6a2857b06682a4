"""What the numbered articles are compared by: rows of words, of persons and of quotations."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

from extractors.sparse_rows import SparseRows, make_sparse_rows, rank_in_rows
from extractors.stories.events import EventRows, make_event_rows
from extractors.stories.frames import FrameRows, make_frame_rows
from extractors.stories.scores import (
    SCALE,
    LinkParameters,
    build_vectors,
    choose_prior,
    weigh_stems,
)
from extractors.words.rarity import COUNTED_LANGUAGE, look_up_counted_shares
from warehouse.sameness.statements import run_sql
from warehouse.sameness.story_search import StoryCandidateParameters
from warehouse.statements import count_rows

_APART = np.uint64(0x9E3779B97F4A7C15)  # between the keys of one stem in two languages


def weigh_words(
    connection: duckdb.DuckDBPyConnection,
    candidates: StoryCandidateParameters,
    params: LinkParameters,
) -> tuple[SparseRows, pa.Table]:
    """Vectors of all numbered articles, and their heaviest entries (article_no, stem, value).

    A word is weighed among the articles of its language: beside those of another one all are rare.
    """
    size = count_rows(connection, "story_article_no")
    entries = run_sql(connection, "read_term_entries").fetchnumpy()
    places = _number_keys(entries["stem"])[1]
    rows = entries["article_no"].astype(np.int64)
    weights = _weigh_entries(entries, rows, places, read_language_sizes(connection), params)
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


def _weigh_entries(
    entries: dict[str, np.ndarray],
    rows: np.ndarray,
    places: np.ndarray,
    corpora: dict[str, np.ndarray],
    params: LinkParameters,
) -> np.ndarray:
    """Weight of each entry; computed once for each stem of a language. `places`: of its stem among
    all different ones."""
    languages, numbers = np.unique(corpora["language"].astype(str), return_inverse=True)
    cells = places
    if languages.size > 1:
        apart = _APART * numbers.astype(np.uint64)[rows]
        cells = _number_keys(entries["stem"] + apart)[1]
    firsts = np.zeros(int(cells.max(initial=-1)) + 1, np.int64)
    firsts[cells] = np.arange(cells.size)  # some entry of each key
    articles = rows[firsts]
    weights = weigh_stems(
        look_up_counted_shares(entries["stem"][firsts]),
        entries["article_count"][firsts],
        corpora["language_size"][articles],
        (languages == COUNTED_LANGUAGE)[numbers[articles]],
        params,
    )
    return weights[cells]


def read_language_sizes(connection: duckdb.DuckDBPyConnection) -> dict[str, np.ndarray]:
    """Language of each numbered article, and how many canonical articles are in it."""
    return run_sql(connection, "read_language_sizes").fetchnumpy()


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


def read_frames(connection: duckdb.DuckDBPyConnection, size: int) -> FrameRows:
    """The slots for facts of each article."""
    entries = run_sql(connection, "read_slot_entries").fetchnumpy()
    return make_frame_rows(entries["article_no"].astype(np.int64), entries["slot"], size)


def read_events(connection: duckdb.DuckDBPyConnection, size: int) -> EventRows:
    """The words of each article that are no names."""
    entries = run_sql(connection, "read_event_entries").fetchnumpy()
    return make_event_rows(entries["article_no"].astype(np.int64), entries["stem"], size)


def _number_keys(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The different keys, and for each entry the place of its key among them: quicker than to sort
    them."""
    encoded = pa.array(keys).dictionary_encode()
    return encoded.dictionary.to_numpy(), encoded.indices.to_numpy()
