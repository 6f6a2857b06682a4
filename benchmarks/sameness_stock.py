"""A stock of generated articles with known truth, written straight into the tables of sameness.

The rows are those that the pipeline would write, computed for whole blocks at once: the hash of a
generated word is looked up, not computed again. A share of the articles are cut from an earlier one
of their block; they form the groups. Every article is a story of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import duckdb
import numpy as np
import pyarrow as pa

from benchmarks.sameness_rows import fingerprint_rows, group_tables
from extractors.words.hashes import hash_words, mix_hashes
from warehouse.sameness import CandidateParameters
from warehouse.statements import read_sql

VOCABULARY = 60_000
ZIPF = 0.9
SHORTEST, LONGEST = 60, 300  # words
COPY_SHARE = 0.1  # articles cut from an earlier one of their block
BLOCK = 25_000
_COUNTED_BITS = 24
_COUNTED_SHIFT = np.uint64(32 - _COUNTED_BITS)


def draw_articles(count: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Word numbers of all articles, bounds of each, and the article it was cut from (or itself)."""
    chosen = np.random.default_rng(seed)
    shares = np.cumsum(np.arange(1, VOCABULARY + 1) ** -ZIPF)
    lengths = chosen.integers(SHORTEST, LONGEST, count)
    originals = np.arange(count)
    is_copy = chosen.random(count) < COPY_SHARE
    is_copy[: count // 2] = False
    originals[is_copy] = chosen.choice(count // 2, int(is_copy.sum()), replace=False)
    kept = chosen.uniform(0.6, 1, count)
    lengths[is_copy] = (lengths[originals[is_copy]] * kept[is_copy]).astype(int)
    bounds = np.concatenate([[0], np.cumsum(lengths)])
    words = np.searchsorted(shares, chosen.random(bounds[-1]) * shares[-1]).astype(np.int32)
    for copy in np.flatnonzero(is_copy).tolist():
        first = bounds[originals[copy]]
        words[bounds[copy] : bounds[copy + 1]] = words[first : first + lengths[copy]]
    return words, bounds, originals


def name_words() -> np.ndarray:
    """The generated words, as objects."""
    return np.array([f"w{number:x}" for number in range(VOCABULARY)], dtype=object)


def write_texts(words: np.ndarray, bounds: np.ndarray) -> list[str]:
    """The texts of drawn articles."""
    named = name_words()[words].tolist()
    return [" ".join(named[a:b]) for a, b in pairwise(bounds)]


def name_articles(first: int, count: int) -> np.ndarray:
    """Ids like those of the pipeline: 16 hexadecimal digits in no order."""
    numbers = mix_hashes(np.arange(first, first + count, dtype=np.uint64))
    return np.array([f"{number:016x}" for number in numbers.tolist()])


def add_stock(connection: duckdb.DuckDBPyConnection, first: int, count: int) -> None:
    """Add `count` articles with their groups and stories; `first`: how many are there."""
    hashes = hash_words(" ".join(name_words())).hashes
    for begin in range(first, first + count, BLOCK):
        size = min(BLOCK, first + count - begin)
        words, bounds, originals = draw_articles(size, 1_000_000 + begin)
        ids = name_articles(begin, size)
        rows = fingerprint_rows(ids, hashes[words], bounds)
        keys = rows["text_key"].to_numpy()
        texts = pa.array(write_texts(words, bounds))
        tables = {
            "article": pa.table({"article_id": ids, "text": texts}),
            "fingerprint": rows,
            **group_tables(ids, keys, originals, begin),
        }
        for table, arrow in tables.items():
            connection.register("rows", arrow)
            connection.execute(f"INSERT INTO {table} BY NAME FROM rows")
            connection.unregister("rows")
        connection.register(
            "near_new_print", rows.select(["text_key", "sample", "sketch", "shingle_count"])
        )
        connection.register("near_gone_text", pa.table({"text_key": pa.array([], pa.uint64())}))
        connection.execute(read_sql("sameness", "store_postings.sql"))
        connection.unregister("near_new_print")
        connection.unregister("near_gone_text")


def mark_common(connection: duckdb.DuckDBPyConnection) -> None:
    """Enter the shingles that stand in many texts into common_shingle, as runs would have done."""
    limits = CandidateParameters()
    counts = np.zeros(1 << _COUNTED_BITS, np.int32)
    for stored in _read_stored(connection):
        counts += np.bincount(stored >> _COUNTED_SHIFT, minlength=counts.size).astype(np.int32)
    heavy = counts >= limits.common_signature_count
    kept = [stored[heavy[stored >> _COUNTED_SHIFT]] for stored in _read_stored(connection)]
    hashes, texts = np.unique(np.concatenate(kept), return_counts=True)
    is_common = texts >= limits.common_signature_count
    rows = pa.table(
        {
            "hash": hashes[is_common],
            "text_count": texts[is_common],
            "is_crowded": texts[is_common] >= limits.crowded_text_count,
        }
    )
    connection.execute("DELETE FROM common_shingle")
    connection.register("rows", rows)
    connection.execute("INSERT INTO common_shingle BY NAME FROM rows")
    connection.unregister("rows")


def _read_stored(connection: duckdb.DuckDBPyConnection) -> Iterator[np.ndarray]:
    for batch in connection.sql("SELECT sample FROM fingerprint").to_arrow_reader(100_000):
        yield batch["sample"].flatten().to_numpy() >> np.uint64(32)
