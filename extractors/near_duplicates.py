"""Is one text the same text as another? The verdict on the evidence of a pair.

Template stories (police reports, market notes) share their frame and differ in their facts: copies
conflict in few slots (noise of recognition, an updated toll), templates in about half of them and
more.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractors.pair_evidence import PairEvidence
from extractors.topic_words import UNRELATED

KINDS = ("exact", "revision", "truncation", "containment", "partial")


@dataclass(frozen=True, slots=True)
class PairParameters:
    """When two texts count as the same text."""

    min_containment: float = 0.25  # share of the shorter text; unrelated articles stay below .2
    short_text_extra: float = 5.0  # shingles more: in a text of 20 a set phrase makes a quarter
    sure_containment: float = 0.85  # from here on common passages are not discounted: a story with
    edited_containment: float = 0.50  # hundreds of copies makes its own text common. Nor from here
    longest_edit: int = 40  # on, when what differs is scattered: no run of more shingles than this
    max_conflict_share: float = 0.34  # one place in three may differ; templates start at .45
    frame_conflicts: int = 4  # facts in which texts of one frame differ that tell of two events,
    frame_containment: float = 0.30  # where so much of one stands in the other, and where conflict
    frame_evidence: float = 0.135  # share times containment is so much. Of the pairs of three sets
    # of stories that are like this none was of one event
    same_share: float = 0.80  # containment from which a text counts as wholly contained


def judge_pair(evidence: PairEvidence, params: PairParameters | None = None) -> str | None:
    """Kind of sameness (one of KINDS but exact), or None when the texts are not the same text."""
    params = params or PairParameters()
    is_template = evidence.conflict_share > params.max_conflict_share
    if is_template or not _is_shared_enough(evidence, params):
        return None
    low, high = sorted((evidence.containment_a, evidence.containment_b))
    if low >= params.same_share:
        return "revision"
    if high >= params.same_share:
        return "truncation" if evidence.same_start else "containment"
    return "partial"


def is_other_event(evidence: PairEvidence, params: PairParameters | None = None) -> bool:
    """True where two texts fill one frame with other facts: quarterly results, fixtures, weather.

    warehouse/sameness/read_frame_pairs.sql asks the same of stored evidence.
    """
    params = params or PairParameters()
    containment = max(evidence.containment_a, evidence.containment_b)
    return (
        judge_pair(evidence, params) is None
        and evidence.conflicting_slots >= params.frame_conflicts
        and containment >= params.frame_containment
        and evidence.conflict_share * containment >= params.frame_evidence
    )


def _is_shared_enough(evidence: PairEvidence, params: PairParameters) -> bool:
    sides = (
        (evidence.containment_a, evidence.longest_gap_a),
        (evidence.containment_b, evidence.longest_gap_b),
    )
    for containment, gap in sides:
        is_edited = containment >= params.edited_containment and gap <= params.longest_edit
        if is_edited or containment >= params.sure_containment:
            return True
    if evidence.topic_similarity < UNRELATED:
        return False
    rare_sides = (
        (evidence.rare_containment_a, evidence.shingles_a),
        (evidence.rare_containment_b, evidence.shingles_b),
    )
    return any(share >= ask_containment(count, params) for share, count in rare_sides)


def ask_containment(shingles: int, params: PairParameters | None = None) -> float:
    """The share, without common passages, of a text of so many shingles that must stand in the
    other one."""
    params = params or PairParameters()
    return params.min_containment + params.short_text_extra / max(shingles, 1)
