"""Rulings about the lines of an HTML page, whose structure has spoken first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from extractors.cleaning.model import TreeModel, score_lines
from extractors.cleaning.rulings import rule_text
from extractors.cleaning.sheet import Sheet, list_tokens
from extractors.cleaning.verdicts import DECISION_RULE, DecisionRule, Ruling
from extractors.records import Page

# Rules of texts that may overrule the structure of a page. The others guess what it knows.
OVERRULING = frozenset(
    {"reading_time", "share_bar", "date_stamp", "subscribe", "donate", "channel", "advertisement",
     "cookie", "comment_form", "appeal_words", "related_header", "reader_control", "line_model",
     "credit_at_end", "said_before"}
)  # fmt: skip
OUTSIDE_SCORE = 0.8  # how sure the page extractor is of a line that it leaves out


def rule_page(
    sheet: Sheet, page: Page, model: TreeModel, rule: DecisionRule = DECISION_RULE
) -> tuple[np.ndarray, dict[int, Ruling]]:
    """Scores of all lines of a page, and rulings by index for those that leave the body.

    The lines that the page extractor takes for the body are read as a text of their own, in which
    little is left to remove. A paragraph that it left out between them comes back when the model,
    looking at the whole page, is sure of it.
    """
    inside = [i for i, n in enumerate(sheet.line_nos) if n in page.body_lines]
    careful = replace(rule, model=rule.page, appeal=rule.page_appeal)
    part_scores, part_rulings = rule_text(sheet.select(inside), model, careful)
    scores = np.full(len(sheet.texts), OUTSIDE_SCORE)
    scores[inside] = part_scores
    rulings = {inside[k]: r for k, r in part_rulings.items() if r.rule in OVERRULING}
    back = _find_left_out(sheet, inside, model, rule)
    for i in sorted(set(range(len(sheet.texts))) - {*inside, *back}):
        kind = sheet.kinds[i]
        category = kind.category if kind else "navigation"
        rulings[i] = Ruling("drop", category, "outside_page_body", OUTSIDE_SCORE)
    told = {" ".join(list_tokens(m.value)) for m in page.metadata if m.field == "title"}
    title = next((i for i, key in enumerate(sheet.keys) if key in told), None)
    if title is not None:
        rulings[title] = Ruling("move", "title", "title_of_page", 0.95)
    return scores, rulings


def _find_left_out(
    sheet: Sheet, inside: list[int], model: TreeModel, rule: DecisionRule
) -> list[int]:
    """Paragraphs left out between the first and the last line of the body."""
    taken = set(inside)
    between = range(inside[0] + 1, inside[-1]) if inside else range(0)
    candidates = [i for i in between if i not in taken and sheet.is_prose[i]]
    if not candidates:  # the usual case, and the whole page need not be scored
        return []
    scores = score_lines(sheet, model).leaving
    return [i for i in candidates if scores[i] < rule.page_back]
