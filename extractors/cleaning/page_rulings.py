"""Rulings about the lines of an HTML page, whose structure has spoken first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from extractors.cleaning.model import TreeModel
from extractors.cleaning.rulings import rule_text
from extractors.cleaning.sheet import Sheet, list_tokens
from extractors.cleaning.verdicts import DECISION_RULE, DecisionRule, Ruling
from extractors.records import Page


def rule_page(
    sheet: Sheet, page: Page, model: TreeModel, rule: DecisionRule = DECISION_RULE
) -> tuple[np.ndarray, dict[int, Ruling]]:
    """The same for an HTML page: its structure comes first, then the model looks at what is left.

    The lines that the page extractor takes for the body are read as a text of their own.
    """
    inside = [i for i, n in enumerate(sheet.line_nos) if n in page.body_lines]
    part = sheet.select(inside)
    part_scores, part_rulings = rule_text(part, model, replace(rule, model=rule.page))
    told = {" ".join(list_tokens(m.value)) for m in page.metadata if m.field == "title"}
    title = next((i for i, key in enumerate(sheet.keys) if key in told), None)
    scores = np.full(len(sheet.texts), 0.8)
    scores[inside] = part_scores
    rulings = {
        inside[k]: r for k, r in part_rulings.items() if r.category != "title" or title is None
    }
    outside = sorted(set(range(len(sheet.texts))) - set(inside))
    for i in outside:
        kind = sheet.kinds[i]
        rulings[i] = Ruling(
            "drop", kind.category if kind else "navigation", "outside_page_body", 0.8
        )
    if title is not None:
        rulings[title] = Ruling("move", "title", "title_of_page", 0.95)
    return scores, rulings
