"""Rulings about the lines of an HTML page, whose structure has spoken first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.labels.kinds import KINDS
from extractors.cleaning.rulings.text import rule_text
from extractors.cleaning.scoring.scores import LineScores
from extractors.cleaning.verdicts import DECISION_RULE, DecisionRule, Ruling
from extractors.records import Page
from extractors.tokens import list_tokens

# Rules of texts that may overrule the structure of a page. The others guess what it knows.
OVERRULING = frozenset(
    {"reading_time", "share_bar", "date_stamp", "subscribe", "donate", "price", "channel",
     "advertisement", "cookie", "comment_form", "appeal_words", "related_header",
     "reader_control", "reader_comment", "line_model", "credit_at_end", "said_before",
     "labelled_link"}
)  # fmt: skip
LEAD = 15  # lines before the body among which its first paragraphs are looked for
OUTSIDE_SCORE = 0.8  # how sure the page extractor is of a line that it leaves out


@dataclass(frozen=True)
class PageParts:
    """What of an HTML page the line model has to look at."""

    inside: list[int]  # the lines that the page extractor takes for the body
    body: Sheet  # these lines as a text of their own
    left_out: list[int]  # paragraphs between and before them that it left out
    outside: list[int]  # all lines that it left out
    frame: Sheet  # these lines as a text of their own


def part_page(sheet: Sheet, body_lines: frozenset[int]) -> PageParts:
    """The parts of a page; `body_lines` are numbers of lines."""
    inside = [i for i, n in enumerate(sheet.line_nos) if n in body_lines]
    taken = set(inside)
    near = range(max(0, inside[0] - LEAD), inside[-1]) if inside else range(0)
    left_out = [i for i in near if i not in taken and sheet.is_prose[i]]
    outside = [i for i in range(len(sheet.texts)) if i not in taken]
    return PageParts(inside, sheet.select(inside), left_out, outside, sheet.select(outside))


def rule_page(
    sheet: Sheet,
    page: Page,
    parts: PageParts,
    told: LineScores,
    told_page: LineScores | None,
    kinds: list[int],
    rule: DecisionRule = DECISION_RULE,
) -> tuple[list[float], dict[int, Ruling]]:
    """Scores of all lines of a page, and rulings by index for those that leave the body.

    The lines that the page extractor takes for the body are read as a text of their own, in which
    little is left to remove. A paragraph that it left out between or before them comes back when
    the model, looking at the whole page, is sure of it. `told` is what the model says about the
    body, and `told_page` about the whole page, which is needed only where paragraphs are left out.
    `kinds` are those of the lines outside, as places in KINDS or -1.
    """
    careful = replace(rule, model=rule.page, appeal=rule.page_appeal)
    scores = [OUTSIDE_SCORE] * len(sheet.texts)
    for i, score in zip(parts.inside, told.leaving.tolist(), strict=True):
        scores[i] = score
    part_rulings = rule_text(parts.body, told, careful)
    rulings = {parts.inside[k]: r for k, r in part_rulings.items() if r.rule in OVERRULING}
    back = {i for i in parts.left_out if told_page and told_page.leaving[i] < rule.page_back}
    for i, kind in zip(parts.outside, kinds, strict=True):
        if i not in back:
            category = KINDS[kind].category if kind >= 0 else "navigation"
            rulings[i] = Ruling("drop", category, "outside_page_body", OUTSIDE_SCORE)
    told_titles = {" ".join(list_tokens(m.value)) for m in page.metadata if m.field == "title"}
    title = next((i for i in range(len(sheet.texts)) if sheet.key(i) in told_titles), None)
    if title is not None:
        rulings[title] = Ruling("move", "title", "title_of_page", 0.95)
    return scores, rulings
