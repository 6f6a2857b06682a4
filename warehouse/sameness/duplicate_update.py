"""Near-duplicates and duplicate groups of new and changed articles, inside an open transaction.

Every step is a function of the texts that stand in the warehouse now, whatever came first: pairs
are found by shared rare shingles and MinHash anchors, compared on their full texts, and the groups
of the touched components are gathered anew. So any order and batching gives the same groups.
"""

from __future__ import annotations

from dataclasses import fields

import duckdb
import numpy as np
import pyarrow as pa

from extractors.copies.duplicate_groups import drop_compilations, gather_stars
from extractors.copies.fingerprints import SampleParameters
from extractors.copies.near_duplicates import PairParameters
from extractors.corrections import Corrections, correct_clusters
from extractors.versions import VERDICT_VERSION
from warehouse.sameness.article_pages import find_pages_of_several
from warehouse.sameness.pair_verdicts import CandidateParameters, compare_pairs
from warehouse.sameness.statements import mint_ids, registered, run_sql
from warehouse.statements import count_rows

_SLICE = 25_000  # texts searched at a time: their postings stand in memory together


def update_near_duplicates(
    connection: duckdb.DuckDBPyConnection,
    changed_ids: list[str],
    removed_ids: list[str],
    candidates: CandidateParameters | None = None,
    pairs: PairParameters | None = None,
    run_id: str | None = None,
) -> None:
    """Bring text_pair, duplicate_group and sameness_alarm up to date.

    Call it inside a transaction, when the rows of new and changed articles stand in article and
    fingerprint and those of removed ones are gone. `run_id`: the run, for the history of ids.
    """
    candidates = candidates or CandidateParameters()
    _set_limits(connection, candidates)
    _load_change(connection, [*changed_ids, *removed_ids])
    run_sql(connection, "find_changed_texts")
    run_sql(connection, "store_postings")
    if count_rows(connection, "near_gone_text"):
        run_sql(connection, "forget_gone_texts")
    run_sql(connection, "order_wanted_texts")
    for first in range(0, max(count_rows(connection, "near_wanted_text"), 1), _SLICE):
        connection.execute(f"SET VARIABLE slice_first = {first}")
        connection.execute(f"SET VARIABLE slice_behind = {first + _SLICE}")
        _find_pairs(connection)
        verdicts = compare_pairs(connection, candidates, pairs or PairParameters())
        with registered(connection, "near_verdict", verdicts):
            run_sql(connection, "store_verdicts")
    _regroup(connection, run_id)
    run_sql(connection, "raise_group_alarms")


def _set_limits(connection: duckdb.DuckDBPyConnection, candidates: CandidateParameters) -> None:
    sample = SampleParameters()
    limits = {limit.name: getattr(candidates, limit.name) for limit in fields(candidates)}
    connection.execute("SET VARIABLE verdict_version = $now", {"now": VERDICT_VERSION})
    limits |= {"sample_one_in": sample.one_in, "sample_all_up_to": sample.all_up_to}
    for name, value in limits.items():
        connection.execute(f"SET VARIABLE {name} = {value}")


def _load_change(connection: duckdb.DuckDBPyConnection, article_ids: list[str]) -> None:
    change = pa.table({"article_id": pa.array(sorted(set(article_ids)), pa.string())})
    with registered(connection, "near_change_rows", change):
        run_sql(connection, "load_change")


def _find_pairs(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill near_compare with the pairs whose verdict has to be found."""
    for step in ("take_slice", "find_postings", "find_passage_pairs", "find_sketch_pairs"):
        run_sql(connection, step)
    if count_rows(connection, "near_stale_pair"):
        run_sql(connection, "keep_anchored_pairs")
    run_sql(connection, "find_recheck_pairs")
    run_sql(connection, "collect_candidates")


def _regroup(connection: duckdb.DuckDBPyConnection, run_id: str | None) -> None:
    """Gather the touched components anew."""
    run_sql(connection, "begin_reach")
    while count_rows(connection, "near_reach_edge"):
        run_sql(connection, "widen_reach")
    hubs = _gather(connection)
    with registered(connection, "near_label", hubs):
        run_sql(connection, "find_groups")
    mint_ids(connection, "duplicate_group", run_id)
    run_sql(connection, "store_groups")


def _gather(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """Columns text_key and hub for the reached texts that still stand in the warehouse."""
    sizes = run_sql(connection, "read_sizes").fetchnumpy()
    edges = run_sql(connection, "read_edges").fetchnumpy()
    keys = sizes["text_key"]
    numbered = np.searchsorted(keys, np.stack([edges["text_a"], edges["text_b"]], axis=1))
    shares = np.stack([edges["containment_a"], edges["containment_b"]], axis=1)
    corrections = _read_corrections(connection, keys)
    kept = drop_compilations(numbered, shares)
    several = find_pages_of_several(connection, keys, numbered[kept], shares[kept])
    kept[np.flatnonzero(kept)[several]] = False
    kept &= ~_are_listed(numbered, corrections.apart, len(keys))
    middles = gather_stars(numbered[kept], shares[kept], sizes["shingle_count"])
    return pa.table({"text_key": keys, "hub": keys[correct_clusters(middles, corrections)]})


def _read_corrections(connection: duckdb.DuckDBPyConnection, keys: np.ndarray) -> Corrections:
    """A person's corrections as pairs of places in `keys`."""
    rows = run_sql(connection, "read_group_corrections").fetchnumpy()
    pairs = np.stack([rows["text_a"], rows["text_b"]], axis=1).astype(np.uint64)
    inside = np.isin(pairs, keys).all(axis=1)
    numbered = np.searchsorted(keys, pairs[inside])
    is_together = rows["relation"][inside] == "together"
    return Corrections(numbered[is_together], numbered[~is_together])


def _are_listed(pairs: np.ndarray, listed: np.ndarray, count: int) -> np.ndarray:
    """bool per pair: does it stand in the list, in either order?"""

    def code(ends: np.ndarray) -> np.ndarray:
        return ends.min(axis=1) * count + ends.max(axis=1)

    return np.isin(code(pairs), code(listed))
