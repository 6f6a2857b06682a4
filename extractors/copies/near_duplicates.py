"""Is one text the same text as another? The verdict on the evidence of a pair.

Template stories (police reports, market notes) share their frame and differ in their facts: copies
conflict in few slots (noise of recognition, an updated toll), templates in about half of them and
more. Where the frame is long, capitals at the start of its sentences pass for facts that agree: so
the facts inside sentences are also counted by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractors.copies.pair_evidence import PairEvidence
from extractors.copies.topic_words import UNRELATED

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
    changed_facts: int = 2  # so many changed facts, and
    max_changed_share: float = 0.4  # more of all facts and one: a template. Of 2,476 pairs of
    # copies none is like this
    same_share: float = 0.80  # containment from which a text counts as wholly contained


def judge_pair(evidence: PairEvidence, params: PairParameters | None = None) -> str | None:
    """Kind of sameness (one of KINDS but exact), or None when the texts are not the same text."""
    params = params or PairParameters()
    if _is_template(evidence, params) or not _is_shared_enough(evidence, params):
        return None
    low, high = sorted((evidence.containment_a, evidence.containment_b))
    if low >= params.same_share:
        return "revision"
    if high >= params.same_share:
        return "truncation" if evidence.same_start else "containment"
    return "partial"


def _is_template(evidence: PairEvidence, params: PairParameters) -> bool:
    facts = evidence.facts
    has_other_facts = (
        facts.changed >= params.changed_facts
        and facts.changed > params.max_changed_share * (facts.changed + facts.kept + 1)
    )
    return has_other_facts or evidence.conflict_share > params.max_conflict_share


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
