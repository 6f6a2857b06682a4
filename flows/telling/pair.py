"""Why two articles are (not) together: evidence from the warehouse and from their texts."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np

from extractors.copies.near_duplicates import judge_pair
from extractors.copies.pair_evidence import PairEvidence, compare_texts, is_worth_comparing
from extractors.copies.shared_passages import compare_facts, find_passages
from extractors.copies.text_shapes import shape_text
from extractors.stories.frames import FRAME_CONTAINMENT, fill_one_frame
from extractors.stories.reasons import list_shared_quotations, list_shared_words
from extractors.stories.scores import LinkParameters, choose_threshold
from extractors.stories.terms import list_persons, read_story_terms
from flows.telling.pair_casts import explain_casts
from flows.telling.pair_wording import MIN_WORDS, ONE_FRAME, OTHER_EVENTS, say_story, say_text
from warehouse.questions import ask_named
from warehouse.statements import run_sql

Told = dict[str, object]


def explain_pair(connection: object, a: Told, b: Told) -> Told:
    """All that is known about the pair; `a` and `b` are rows of the question pair_article."""
    decided = ask_named(
        connection, "pair_corrections", {"a": a["article_id"], "b": b["article_id"]}
    )
    common = run_sql(connection, "sameness", "read_common.sql").fetchnumpy()["hash"]
    shapes = shape_text(a["text"]), shape_text(b["text"])
    evidence = compare_texts(*shapes, common.astype(np.uint64))
    word_count = min(len(shape.words) for shape in shapes)
    hidden = ("text", "persons", "text_key")
    return {
        "a": {name: value for name, value in a.items() if name not in hidden},
        "b": {name: value for name, value in b.items() if name not in hidden},
        "text": _explain_text(a, b, evidence, word_count),
        "story": _explain_story(connection, a, b, _share_frame(evidence)),
        "corrections": decided,
    }


def _explain_text(a: Told, b: Told, evidence: PairEvidence, word_count: int) -> Told:
    """The same text? The verdict with its evidence, shared passages and facts."""
    is_exact = a["text_key"] is not None and a["text_key"] == b["text_key"]
    kind = "exact" if is_exact else judge_pair(evidence)
    if word_count < MIN_WORDS:
        kind = None
    facts = compare_facts(a["text"], b["text"]) if is_worth_comparing(evidence) else []
    together = (
        a["duplicate_group_id"] is not None and a["duplicate_group_id"] == b["duplicate_group_id"]
    )
    return {
        "is_together": together,
        "kind": kind,
        "why": say_text(kind, together, evidence, word_count, a["canonical_article_id"]),
        **asdict(evidence),
        "conflict_share": round(evidence.conflict_share, 4),
        "shared_facts": [asdict(fact) for fact in facts if fact.agrees],
        "similar_facts": [asdict(fact) for fact in facts if fact.is_alike],
        "differing_facts": [asdict(f) for f in facts if not (f.agrees or f.is_alike)],
        "passages": [asdict(passage) for passage in find_passages(a["text"], b["text"])],
    }


def _share_frame(evidence: PairEvidence) -> bool:
    least = min(evidence.containment_a, evidence.containment_b)
    return least >= FRAME_CONTAINMENT and judge_pair(evidence) is None


def _explain_story(connection: object, a: Told, b: Told, shares_frame: bool) -> Told:
    """The same event? The evidence of the edge between their canonical copies, and words for it."""
    heads = a["canonical_article_id"], b["canonical_article_id"]
    ((size,),) = (tuple(row.values()) for row in ask_named(connection, "corpus_size"))
    params = LinkParameters()
    threshold = round(float(choose_threshold(size, params)), 4)
    edges = ask_named(connection, "pair_edge", {"a": heads[0] or "", "b": heads[1] or ""})
    together = a["story_id"] is not None and a["story_id"] == b["story_id"]
    persons = set(list_persons(a["persons"] or [])) & set(list_persons(b["persons"] or []))
    quotations = list_shared_quotations(a["text"], b["text"], params.quotation_grams)
    score = edges[0]["score"] if edges else None
    reason = None
    slots = (read_story_terms(row["title"], row["text"]).slots for row in (a, b))
    if not together and (fill_one_frame(*slots) or shares_frame):
        reason = ONE_FRAME
    elif not together and score == 0:
        reason = OTHER_EVENTS.format(edges[0]["event_share"])
    elif not together and score is not None and score >= threshold:
        reason = explain_casts(connection, a, b)
    one, other = (f"{row['title'] or ''}\n{row['text']}" for row in (a, b))
    return {
        "is_together": together,
        "why": say_story(together, heads, score, threshold, reason),
        "threshold": threshold,
        "edge": edges[0] if edges else None,
        "shared_persons": sorted(persons),
        "shared_words": list_shared_words(one, other),
        "shared_quotations": [{"a": first, "b": second} for first, second in quotations],
    }
