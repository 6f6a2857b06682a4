"""Why two articles are (not) one text and one story, in sentences."""

from __future__ import annotations

from dataclasses import replace

from extractors.copies.fact_changes import NO_CHANGES
from extractors.copies.near_duplicates import ask_containment, judge_pair
from extractors.copies.pair_evidence import PairEvidence
from extractors.copies.topic_words import UNRELATED
from extractors.stories.average_linkage import ask_tightness

MIN_WORDS = 3  # fewer are no evidence
ONE_FRAME = "Both fill one frame with other facts: what is alike is the frame, not the event"
OTHER_EVENTS = "Of the words that are no names they share {:.0%}: what is alike is the names"


def say_text(
    kind: str | None, together: bool, evidence: PairEvidence, word_count: int, head: str | None
) -> str:
    """The verdict on two texts, with its reason.

    `kind`: see judge_pair, or exact; `together`: are they in one group? `word_count`: of the
    shorter text; `head`: the canonical copy of the group.
    """
    if word_count < MIN_WORDS:
        said = f"A text of fewer than {MIN_WORDS} words is no evidence."
    elif kind == "exact":
        said = "The same words in the same order."
    elif kind:
        said = f"The same text ({kind}): {_say_shares(evidence)}."
    else:
        said = _say_refusal(evidence)
    if kind and not together:
        said += " Yet they are in different groups: each is gathered around another copy, one is a "
        said += "page of several articles, a person decided so, or they are not both in the "
        said += "warehouse."
    if together and not kind:
        said += f" They are in one group by way of others (canonical copy {head}) or a correction."
    return said


def say_story(
    together: bool, heads: tuple, score: float | None, threshold: float, reason: str | None = None
) -> str:
    """The verdict on the stories of two articles, with its reason.

    `heads`: their canonical copies, None for one that is in no warehouse; `score`: of these;
    `threshold`: the mean score that a story asks for; `reason`: what else keeps them apart.
    """
    if None in heads:
        return "Stories are found among the articles of a warehouse."
    if heads[0] == heads[1]:
        return "They are copies of one text, which tells one story."
    asked = f"inside a story the mean score must reach {threshold:.3f}"
    if (of_two := ask_tightness(2)) > threshold:
        asked += f", {of_two:.3f} where it has two texts"
    told = "They have too few telling words in common to be compared"
    if score is not None:
        told = f"Their score is {score:.3f}"
    is_alike = score is not None and score >= threshold
    if together:
        by = "" if is_alike else " They are in one by way of others, or a person decided so."
        return f"One story. {told}; {asked}.{by}"
    if is_alike and not reason:
        reason = "Between all articles of both stories it does not, or a person decided so"
    return f"Different stories. {told}; {asked}.{f' {reason}.' if reason else ''}"


def _say_shares(evidence: PairEvidence) -> str:
    return f"{evidence.containment_a:.0%} of A stands in B, {evidence.containment_b:.0%} of B in A"


def _say_other_facts(evidence: PairEvidence) -> str:
    """Where one frame states other facts, by the evidence on which it is refused."""
    facts = evidence.facts
    if judge_pair(replace(evidence, conflicting_slots=0)) is None:
        return (
            f"the same frame changes {facts.changed} facts and keeps {facts.kept:.0f} (names and "
            "numbers inside sentences)"
        )
    slots = evidence.agreeing_slots + evidence.conflicting_slots
    return f"the same frame states other facts at {evidence.conflicting_slots} of {slots} places"


def _say_refusal(evidence: PairEvidence) -> str:
    shares = _say_shares(evidence)
    same_facts = replace(evidence, conflicting_slots=0, facts=NO_CHANGES)
    if judge_pair(same_facts):
        return f"Not the same text: {_say_other_facts(evidence)}, as templates do. {shares}."
    if judge_pair(replace(same_facts, topic_similarity=UNRELATED)):
        return (
            f"Not the same text: {shares}. But what they share speaks of other things than the "
            "rest of either, as what stands around the articles of a site does."
        )
    sides = (
        (evidence.containment_a, evidence.rare_containment_a, evidence.shingles_a),
        (evidence.containment_b, evidence.rare_containment_b, evidence.shingles_b),
    )
    asked = [(rare - ask_containment(count), share, rare, count) for share, rare, count in sides]
    _, share, rare, count = max(asked)
    need = f"{ask_containment(count):.0%}"
    if 0 < rare < share - 0.01:
        return (
            f"Not the same text: {shares}; without passages that many texts share {rare:.0%}, "
            + (f"and {need} are needed.")
        )
    return f"Not the same text: {shares}, and {need} are needed."
