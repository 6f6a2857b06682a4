"""Which pairs of texts are worth a comparison, and the verdicts on them."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa

from extractors.copies.fingerprints import SampleParameters
from extractors.copies.near_duplicates import PairParameters, judge_pair
from extractors.copies.pair_evidence import PairEvidence, compare_texts
from extractors.copies.text_shapes import TextShape, shape_texts
from extractors.versions import VERDICT_VERSION
from warehouse.sameness.statements import registered, run_sql

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
        ("verdict_version", pa.string()),
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


def compare_pairs(
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
                "verdict_version": VERDICT_VERSION,
                "is_kept": row["found_by_sketch"]
                or _is_candidate(row, shorter, longer, candidates),
            }
        )
    return pa.Table.from_pylist(rows, schema=_VERDICT)


def _read_shapes(
    connection: duckdb.DuckDBPyConnection, block: pa.Table, shapes: dict[int, TextShape]
) -> None:
    """Add the shapes that the block needs and that are not there yet."""
    if sum(len(shape.words) for shape in shapes.values()) > _KEPT_WORDS:
        shapes.clear()
    keys = np.unique(np.concatenate([block["text_a"].to_numpy(), block["text_b"].to_numpy()]))
    missing = [key for key in keys.tolist() if key not in shapes]
    wanted = pa.table({"text_key": pa.array(missing, pa.uint64())})
    with registered(connection, "near_block", wanted):
        read = run_sql(connection, "read_texts").fetchall()
    found = shape_texts([text or "" for _, text in read])
    shapes.update(zip((key for key, _ in read), found, strict=True))


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
