"""Near-duplicates and duplicate groups of new and changed articles, inside an open transaction.

Every step is a function of the texts that stand in the warehouse now, whatever came first: pairs
are found by shared rare shingles and MinHash anchors, compared on their full texts, and the groups
of the touched components are gathered anew. So any order and batching gives the same groups.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import duckdb
import numpy as np
import pyarrow as pa

from extractors.corrections import Corrections, correct_clusters
from extractors.duplicate_groups import drop_compilations, gather_stars
from extractors.fingerprints import SampleParameters
from extractors.near_duplicates import (
    PairEvidence,
    PairParameters,
    TextShape,
    compare_texts,
    judge_pair,
    shape_text,
)
from warehouse.sameness_sql import count_rows, mint_ids, registered, run_sql

_SLICE = 25_000  # texts searched at a time: their postings stand in memory together
_BLOCK = 10_000  # pairs compared at a time; their texts stand in memory together
_KEPT_WORDS = 6_000_000  # shapes kept for the next blocks: some 200 MB
_VERDICT = pa.schema(
    [
        ("text_a", pa.uint64()),
        ("text_b", pa.uint64()),
        ("kind", pa.string()),
        ("containment_a", pa.float64()),
        ("containment_b", pa.float64()),
        ("rare_containment_a", pa.float64()),
        ("rare_containment_b", pa.float64()),
        ("jaccard", pa.float64()),
        ("agreeing_slot_count", pa.int64()),
        ("conflicting_slot_count", pa.int64()),
        ("shared_sample_count", pa.int64()),
        ("rare_sample_count", pa.int64()),
        ("found_by_sketch", pa.bool_()),
        ("is_kept", pa.bool_()),
    ]
)


@dataclass(frozen=True, slots=True)
class CandidateParameters:
    """Bounds of the search for pairs."""

    common_signature_count: int = 24  # different texts that make a shingle common
    crowded_text_count: int = 128  # texts from which a shingle finds no pairs: bounds the join
    candidate_share: float = 0.06  # estimated containment worth a comparison; verdicts need .25
    common_candidate_share: float = 0.3  # the same, common shingles included; verdicts need .5
    single_shingle_count: int = 40  # shingles of the shorter text up to which one shared sample
    # is worth a comparison; above it two are asked, or the pairs would grow with the stock
    large_group_count: int = 200  # articles in a group that a person should look at
    loose_pair_count: int = 4  # refused pairs inside a group, if more than accepted: the same
    wordless_article_count: int = 50  # articles without words: the same
    long_word_count: int = 200_000  # words of an article: the same
    common_text_count: int = 50  # new texts made of common passages: the same
    common_passage_share: float = 0.3  # of their sampled shingles


@dataclass(frozen=True, slots=True)
class NearDuplicateReport:
    """What an update did, as counts."""

    new_text_count: int
    gone_text_count: int
    compared_pair_count: int
    accepted_pair_count: int
    regrouped_text_count: int


def update_near_duplicates(
    connection: duckdb.DuckDBPyConnection,
    changed_ids: list[str],
    removed_ids: list[str],
    candidates: CandidateParameters | None = None,
    pairs: PairParameters | None = None,
    run_id: str | None = None,
) -> NearDuplicateReport:
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
    compared = accepted = 0
    for first in range(0, count_rows(connection, "near_wanted_text"), _SLICE):
        connection.execute(f"SET VARIABLE slice_first = {first}")
        connection.execute(f"SET VARIABLE slice_behind = {first + _SLICE}")
        _find_pairs(connection)
        verdicts = _compare_pairs(connection, candidates, pairs or PairParameters())
        with registered(connection, "near_verdict", verdicts):
            run_sql(connection, "store_verdicts")
        compared += len(verdicts)
        accepted += len(verdicts) - verdicts["kind"].null_count
    regrouped = _regroup(connection, run_id)
    run_sql(connection, "raise_group_alarms")
    return NearDuplicateReport(
        new_text_count=count_rows(connection, "near_new_text"),
        gone_text_count=count_rows(connection, "near_gone_text"),
        compared_pair_count=compared,
        accepted_pair_count=accepted,
        regrouped_text_count=regrouped,
    )


def _set_limits(connection: duckdb.DuckDBPyConnection, candidates: CandidateParameters) -> None:
    sample = SampleParameters()
    limits = {limit.name: getattr(candidates, limit.name) for limit in fields(candidates)}
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


def _compare_pairs(
    connection: duckdb.DuckDBPyConnection, candidates: CandidateParameters, pairs: PairParameters
) -> pa.Table:
    """Verdicts for near_compare, in the columns of text_pair and is_kept."""
    found = connection.sql("FROM near_compare ORDER BY text_a, text_b").to_arrow_table()
    common = run_sql(connection, "read_common").fetchnumpy()["hash"].astype(np.uint64)
    shapes: dict[int, TextShape] = {}
    blocks = []
    for first in range(0, max(len(found), 1), _BLOCK):
        block = found.slice(first, _BLOCK)
        _read_shapes(connection, block, shapes)
        blocks.append(_compare_block(block, shapes, common, candidates, pairs))
    return pa.concat_tables(blocks)


def _compare_block(
    block: pa.Table,
    shapes: dict[int, TextShape],
    common: np.ndarray,
    candidates: CandidateParameters,
    pairs: PairParameters,
) -> pa.Table:
    rows = []
    for row in block.to_pylist():
        a, b = shapes[row["text_a"]], shapes[row["text_b"]]
        evidence = compare_texts(a, b, common)
        shorter, longer = sorted((a.unique_grams.size, b.unique_grams.size))
        rows.append(
            row
            | _list_evidence(evidence)
            | {
                "kind": judge_pair(evidence, pairs),
                "is_kept": row["found_by_sketch"]
                or _is_candidate(row, shorter, longer, candidates),
            }
        )
    return pa.Table.from_pylist(rows, schema=_VERDICT)


def _read_shapes(
    connection: duckdb.DuckDBPyConnection, block: pa.Table, shapes: dict[int, TextShape]
) -> None:
    """Add the shapes that the block needs and that are not there yet."""
    if sum(shape.word_count for shape in shapes.values()) > _KEPT_WORDS:
        shapes.clear()
    keys = np.unique(np.concatenate([block["text_a"].to_numpy(), block["text_b"].to_numpy()]))
    missing = [key for key in keys.tolist() if key not in shapes]
    wanted = pa.table({"text_key": pa.array(missing, pa.uint64())})
    with registered(connection, "near_block", wanted):
        for key, text in run_sql(connection, "read_texts").fetchall():
            shapes[key] = shape_text(text or "")


def _is_candidate(row: dict, shorter: int, longer: int, candidates: CandidateParameters) -> bool:
    """The condition of find_passage_pairs.sql, for pairs that lost shingles since."""
    sample = SampleParameters()
    one_in = 1 if longer <= sample.all_up_to else sample.one_in
    if row["shared_sample_count"] < 2 and shorter > candidates.single_shingle_count:
        return False
    return shorter <= one_in * max(
        row["rare_sample_count"] / candidates.candidate_share,
        row["shared_sample_count"] / candidates.common_candidate_share,
    )


def _list_evidence(evidence: PairEvidence) -> dict[str, object]:
    return {
        "containment_a": evidence.containment_a,
        "containment_b": evidence.containment_b,
        "rare_containment_a": evidence.rare_containment_a,
        "rare_containment_b": evidence.rare_containment_b,
        "jaccard": evidence.jaccard,
        "agreeing_slot_count": evidence.agreeing_slots,
        "conflicting_slot_count": evidence.conflicting_slots,
    }


def _regroup(connection: duckdb.DuckDBPyConnection, run_id: str | None) -> int:
    """Gather the touched components anew; returns how many texts were regrouped."""
    run_sql(connection, "begin_reach")
    while count_rows(connection, "near_reach_edge"):
        run_sql(connection, "widen_reach")
    hubs = _gather(connection)
    with registered(connection, "near_label", hubs):
        run_sql(connection, "find_groups")
    mint_ids(connection, "duplicate_group", run_id)
    run_sql(connection, "store_groups")
    return len(hubs)


def _gather(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """Columns text_key and hub for the reached texts that still stand in the warehouse."""
    sizes = run_sql(connection, "read_sizes").fetchnumpy()
    edges = run_sql(connection, "read_edges").fetchnumpy()
    keys = sizes["text_key"]
    numbered = np.searchsorted(keys, np.stack([edges["text_a"], edges["text_b"]], axis=1))
    shares = np.stack([edges["containment_a"], edges["containment_b"]], axis=1)
    corrections = _read_corrections(connection, keys)
    kept = drop_compilations(numbered, shares)
    kept &= ~_are_listed(numbered, corrections.apart, len(keys))
    middles = gather_stars(numbered[kept], sizes["shingle_count"])
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
