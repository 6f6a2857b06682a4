"""Why two articles are (not) together: evidence from the warehouse and from their texts."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np

from extractors.average_linkage import ask_tightness
from extractors.near_duplicates import PairParameters, ask_containment, judge_pair
from extractors.pair_evidence import PairEvidence, compare_texts
from extractors.shared_passages import compare_facts, find_passages
from extractors.stories import LinkParameters, choose_threshold
from extractors.story_reasons import list_shared_quotations, list_shared_words
from extractors.story_terms import list_persons
from extractors.text_shapes import shape_text
from extractors.topic_words import UNRELATED
from flows.pair_casts import explain_casts
from warehouse.questions import ask_named

Told = dict[str, object]
MIN_WORDS = 3  # fewer are no evidence


def explain_pair(connection: object, a: Told, b: Told) -> Told:
    """All that is known about the pair; `a` and `b` are rows of the question pair_article."""
    decided = ask_named(
        connection, "pair_corrections", {"a": a["article_id"], "b": b["article_id"]}
    )
    hidden = ("text", "persons", "text_key")
    return {
        "a": {name: value for name, value in a.items() if name not in hidden},
        "b": {name: value for name, value in b.items() if name not in hidden},
        "text": _explain_text(connection, a, b),
        "story": _explain_story(connection, a, b),
        "corrections": decided,
    }


def _explain_text(connection: object, a: Told, b: Told) -> Told:
    """The same text? The verdict with its evidence, shared passages and facts."""
    common = np.array(
        [row["hash"] for row in ask_named(connection, "common_shingles")], dtype=np.uint64
    )
    shapes = shape_text(a["text"]), shape_text(b["text"])
    evidence = compare_texts(*shapes, common)
    is_exact = a["text_key"] is not None and a["text_key"] == b["text_key"]
    kind = "exact" if is_exact else judge_pair(evidence)
    if min(len(shape.words) for shape in shapes) < MIN_WORDS:
        kind = None
    facts = compare_facts(a["text"], b["text"])
    together = (
        a["duplicate_group_id"] is not None and a["duplicate_group_id"] == b["duplicate_group_id"]
    )
    return {
        "is_together": together,
        "kind": kind,
        "why": _say_text(kind, together, evidence, shapes, a, b),
        **asdict(evidence),
        "conflict_share": round(evidence.conflict_share, 4),
        "shared_facts": [asdict(fact) for fact in facts if fact.agrees],
        "similar_facts": [asdict(fact) for fact in facts if fact.is_alike],
        "differing_facts": [asdict(f) for f in facts if not (f.agrees or f.is_alike)],
        "passages": [asdict(passage) for passage in find_passages(a["text"], b["text"])],
    }


def _say_text(
    kind: str | None, together: bool, evidence: PairEvidence, shapes: tuple, a: Told, b: Told
) -> str:
    params = PairParameters()
    shares = (
        f"{evidence.containment_a:.0%} of A stands in B, {evidence.containment_b:.0%} of B in A"
    )
    slots = evidence.agreeing_slots + evidence.conflicting_slots
    if min(len(shape.words) for shape in shapes) < MIN_WORDS:
        said = f"A text of fewer than {MIN_WORDS} words is no evidence."
    elif kind == "exact":
        said = "The same words in the same order."
    elif kind:
        said = f"The same text ({kind}): {shares}."
    elif evidence.conflict_share > params.max_conflict_share:
        said = (
            f"Not the same text: the same frame states other facts at {evidence.conflicting_slots} "
            f"of {slots} places, as templates do. {shares}."
        )
    else:
        said = f"Not the same text: {shares}"
        rare = evidence.rare_containment_a, evidence.rare_containment_b
        least = (
            ask_containment(count, params) for count in (evidence.shingles_a, evidence.shingles_b)
        )
        share, need = max(zip(rare, least, strict=True), key=lambda side: side[0] - side[1])
        said += f"; without passages that many texts share {share:.0%}, and {need:.0%} are needed."
        if share >= need and evidence.topic_similarity < UNRELATED:
            said = (
                f"Not the same text: {shares}. But what they share speaks of other things than the "
                "rest of either, as what stands around the articles of a site does."
            )
    if kind and not together:
        said += " Yet they are in different groups: each is gathered around another copy, one is a "
        said += "compilation, a person decided so, or they are not both in the warehouse."
    if together and not kind:
        head = a["canonical_article_id"]
        said += f" They are in one group by way of others (canonical copy {head}) or a correction."
    return said


def _explain_story(connection: object, a: Told, b: Told) -> Told:
    """The same event? The evidence of the edge between their canonical copies, and words for it."""
    heads = a["canonical_article_id"], b["canonical_article_id"]
    ((size,),) = (tuple(row.values()) for row in ask_named(connection, "corpus_size"))
    params = LinkParameters()
    threshold = round(choose_threshold(size, params), 4)
    edges = ask_named(connection, "pair_edge", {"a": heads[0] or "", "b": heads[1] or ""})
    together = a["story_id"] is not None and a["story_id"] == b["story_id"]
    persons = set(list_persons(a["persons"] or [])) & set(list_persons(b["persons"] or []))
    quotations = list_shared_quotations(a["text"], b["text"], params.quotation_grams)
    why = _say_story(together, heads, edges[0] if edges else None, threshold)
    if not together and edges and edges[0]["score"] >= threshold:
        reason = explain_casts(connection, a, b)
        why += f" {reason}." if reason else ""
    one, other = (f"{row['title'] or ''}\n{row['text']}" for row in (a, b))
    return {
        "is_together": together,
        "why": why,
        "threshold": threshold,
        "edge": edges[0] if edges else None,
        "shared_persons": sorted(persons),
        "shared_words": list_shared_words(one, other),
        "shared_quotations": [{"a": first, "b": second} for first, second in quotations],
    }


def _say_story(together: bool, heads: tuple, edge: Told | None, threshold: float) -> str:
    if None in heads:
        return "Stories are found among the articles of a warehouse."
    if heads[0] == heads[1]:
        return "They are copies of one text, which tells one story."
    if edge is None:
        told = "They have too few telling words in common to be compared"
    else:
        told = f"Their score is {edge['score']:.3f}"
    mean = f"the mean score inside a story must reach {threshold:.3f}"
    if (of_two := ask_tightness(2)) > threshold:
        mean += f", and {of_two:.3f} where it has two texts"
    if together:
        return f"One story. {told}; {mean}, by way of others too, unless a person decided."
    return f"Different stories. {told}; {mean}."
