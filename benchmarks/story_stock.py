"""A stock of generated stories: terms, heads and memberships, written straight into the tables.

The texts of the stock are not needed: stories read the terms of articles that are there, and the
texts of new ones.
"""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

from benchmarks.event_words import (
    BLOCK,
    EVENT_ARTICLES,
    NAMES,
    WORDS,
    draw_event_words,
    expected_shares,
    name_vocabulary,
)
from extractors.sparse_rows import rank_in_rows
from extractors.stories.scores import LinkParameters, build_vectors
from extractors.words.hashes import hash_words
from warehouse.sameness import StoryCandidateParameters

LANGUAGE = "en"


def add_story_stock(connection: duckdb.DuckDBPyConnection, ids: np.ndarray, first: int) -> None:
    """Terms, heads and stories of articles `ids`, the first of which is number `first`."""
    stems = hash_words(" ".join(name_vocabulary())).hashes
    shares = expected_shares()
    for begin in range(0, len(ids), BLOCK):
        block = ids[begin : begin + BLOCK]
        drawn = draw_event_words(first + begin, len(block))
        tables = _story_tables(block, first + begin, drawn, stems, shares * (first + len(ids)))
        for table, rows in tables.items():
            connection.register("rows", rows)
            connection.execute(f"INSERT INTO {table} BY NAME FROM rows")
            connection.unregister("rows")


def count_stems(connection: duckdb.DuckDBPyConnection, size: int) -> None:
    """Fill story_stem for a stock of `size` articles."""
    counts = np.zeros(NAMES + WORDS, np.int64)
    for begin in range(0, size, BLOCK):
        drawn = np.sort(draw_event_words(begin, min(BLOCK, size - begin)), axis=1)
        is_first = np.diff(drawn, axis=1, prepend=-1) != 0
        counts += np.bincount(drawn[is_first], minlength=counts.size)
    stems = hash_words(" ".join(name_vocabulary())).hashes
    held = counts > 0
    language = pa.array([LANGUAGE] * int(held.sum()))
    rows = pa.table({"language": language, "stem": stems[held], "article_count": counts[held]})
    connection.execute("DELETE FROM story_stem")
    connection.register("rows", rows)
    connection.execute("INSERT INTO story_stem BY NAME FROM rows")
    connection.unregister("rows")


def _story_tables(
    ids: np.ndarray, first: int, drawn: np.ndarray, stems: np.ndarray, expected: np.ndarray
) -> dict[str, pa.Table]:
    heads = StoryCandidateParameters().head_stems
    rows, hashes, counts, weights = _count_terms(drawn, stems, expected)
    kept, values = build_vectors(rows, counts, np.maximum(weights, 0))
    is_head = rank_in_rows(rows[kept], values) < heads
    bounds = pa.array(np.searchsorted(rows, np.arange(len(ids) + 1)).astype(np.int32))
    none = pa.array([[]] * len(ids))
    founders = ids[::EVENT_ARTICLES]
    story = np.repeat(founders, EVENT_ARTICLES)
    return {
        "story_term": pa.table(
            {
                "article_id": ids,
                "language": pa.array([LANGUAGE] * len(ids)),
                "stems": pa.ListArray.from_arrays(bounds, pa.array(hashes)),
                "counts": pa.ListArray.from_arrays(bounds, pa.array(counts)),
                "slots": pa.ListArray.from_arrays(bounds, pa.array(hashes)),  # three times as many
                "quotations": none.cast(pa.list_(pa.uint64())),
                "persons": none.cast(pa.list_(pa.string())),
            }
        ),
        "story_head": pa.table(
            {
                "article_id": ids[rows[kept][is_head]],
                "stem": hashes[kept][is_head],
                "value": values[is_head],
            }
        ),
        "story_article": pa.table(
            {
                "article_id": ids,
                "story_id": story,
                "canonical_article_id": ids,
                "representative_article_id": story,
                "is_representative": ids == story,
                "article_count": np.full(len(ids), EVENT_ARTICLES),
            }
        ),
        "duplicate_group": group_rows(ids, first),
        "sameness_id": pa.table(
            {
                "subject": np.full(len(founders), "story"),
                "subject_id": founders,
                "founder_article_id": founders,
                "mint_no": first // EVENT_ARTICLES + 1 + np.arange(len(founders)),
                "status": np.full(len(founders), "alive"),
            }
        ),
    }


def _count_terms(
    drawn: np.ndarray, stems: np.ndarray, expected: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Row, hash, count and weight of every stem of every article, by article and hash."""
    params = LinkParameters()
    rows = np.repeat(np.arange(len(drawn)), drawn.shape[1])
    hashes = stems[drawn.ravel()]
    order = np.lexsort((hashes, rows))
    rows, hashes, places = rows[order], hashes[order], drawn.ravel()[order]
    is_new = (np.diff(rows, prepend=-1) != 0) | (hashes != np.roll(hashes, 1))
    firsts = np.flatnonzero(is_new)
    counts = np.diff(firsts, append=len(rows)).astype(float)
    rows, hashes, places = rows[firsts], hashes[firsts], places[firsts]
    weights = np.log((expected.max() + params.prior_articles) / (expected[places] + 0.5))
    return rows, hashes, counts, weights


def group_rows(ids: np.ndarray, first: int) -> pa.Table:
    """Rows of duplicate_group: every article is the only copy of its text."""
    return pa.table(
        {
            "article_id": ids,
            "duplicate_group_id": ids,
            "canonical_article_id": ids,
            "text_key": np.arange(first, first + len(ids), dtype=np.uint64),
            "is_canonical": np.ones(len(ids), bool),
            "article_count": np.ones(len(ids), int),
        }
    )
