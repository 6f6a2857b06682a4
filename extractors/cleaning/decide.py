"""Clean one text: a verdict for every line, the body, and what the other lines tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from extractors.cleaning.appeals import judge_appeal
from extractors.cleaning.blocks import extend_forms, extend_links, find_section_headers, is_caption
from extractors.cleaning.facts import mine_facts
from extractors.cleaning.model import TreeModel, load_model, score_lines
from extractors.cleaning.naming import MOVED, Surroundings, name_category
from extractors.cleaning.repeats import find_repeats
from extractors.cleaning.sheet import Sheet, list_tokens, read_sheet
from extractors.cleaning.titles import find_subtitle, find_title
from extractors.cleaning.verdicts import Ruling
from extractors.records import CleanText, Line, Page

CLEANER_VERSION = "2.0"  # raise it whenever a verdict can change


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """From which score on a line leaves the body."""

    model: float = 0.6  # above one half: a lost paragraph costs more than a line left over
    kind: float = 0.3  # a known kind of line leaves although the model wavers
    appeal: float = 0.7  # four families of appeal words and hardly a word of the story
    page: float = 0.7  # the page's structure has already spoken for the lines that are left
    extension: float = 0.3  # a line under a label leaves although the model wavers


MIN_FAMILIES = 3  # fewer families of appeal words never reach the score of an appeal
DECISION_RULE = DecisionRule()


def clean(page: Page, source: str | None = None) -> CleanText:
    """Verdicts for all lines of `page.text`, the body, the title and the metadata.

    `source` names the outlet or folder the page came from, when it is known. The lines of the
    result cover the raw text in order; a text without any line gives an empty body, never an error.
    """
    return clean_with(page, load_model())


def clean_with(page: Page, model: TreeModel) -> CleanText:
    """`clean` with a given line model."""
    sheet = read_sheet(page.text)
    if page.body_lines is None:
        scores, rulings = rule_text(sheet, model)
    else:
        scores, rulings = rule_page(sheet, page, model)
    title = next((i for i in sorted(rulings) if rulings[i].category == "title"), None)
    return CleanText(
        text="\n".join(t for i, t in enumerate(sheet.texts) if i not in rulings),
        title=_tell_title(sheet, title, page),
        lines=_write_ledger(sheet, rulings, scores),
        metadata=mine_facts(sheet, rulings),
        cleaner_version=CLEANER_VERSION,
    )


def rule_text(
    sheet: Sheet, model: TreeModel, rule: DecisionRule = DECISION_RULE
) -> tuple[np.ndarray, dict[int, Ruling]]:
    """Scores of all lines, and rulings by index for those that leave the body."""
    scores, families = score_lines(sheet, model)
    rulings = _match_kinds(sheet, scores, rule)
    rulings |= _match_appeals(sheet, families, rulings, rule)
    # The title comes after appeals: the first line may be one.
    title = find_title(sheet, rulings)
    if title is not None:
        rulings[title] = Ruling("move", "title", "title_line", 0.9)
    repeats = find_repeats(sheet)
    rulings |= _match_repeats(sheet, scores, rulings, title, repeats, rule)
    rulings |= find_section_headers(sheet, rulings)
    rulings |= _follow_model(sheet, scores, rulings, title, repeats, rule)
    subtitle = find_subtitle(sheet, title, rulings)
    if subtitle is not None:
        rulings[subtitle] = Ruling("move", "subtitle", "sentence_under_title", 0.6)
    # Blocks come last: they need to know which paragraphs are still body.
    for extend in (extend_links, extend_forms):
        found = extend(sheet, rulings)
        rulings |= {i: r for i, r in found.items() if scores[i] >= rule.extension}
    return scores, rulings


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


def _tell_title(sheet: Sheet, title: int | None, page: Page) -> str | None:
    if title is not None:
        return sheet.texts[title]
    return next((m.value for m in page.metadata if m.field == "title"), None)


def _match_repeats(
    sheet: Sheet,
    scores: np.ndarray,
    rulings: dict[int, Ruling],
    title: int | None,
    repeats: dict[int, int],
    rule: DecisionRule,
) -> dict[int, Ruling]:
    """Second copies of the headline and of paragraphs; short lines recur in honest lists."""
    found = {}
    for i, first in repeats.items():
        of_title = title is not None and sheet.keys[first] == sheet.keys[title]
        first_stays = scores[first] < rule.model
        sure = of_title or (sheet.is_prose[i] and first_stays) or scores[i] >= rule.extension
        if i not in rulings and sure:
            category = "headline_repeat" if of_title else "duplicate_block"
            found[i] = Ruling("drop", category, "said_before", 0.9)
    return found


def _match_kinds(sheet: Sheet, scores: np.ndarray, rule: DecisionRule) -> dict[int, Ruling]:
    return {
        i: Ruling("drop", kind.category, kind.name, max(0.9, float(scores[i])))
        for i, kind in enumerate(sheet.kinds)
        if kind is not None and scores[i] >= rule.kind
    }


def _match_appeals(
    sheet: Sheet, families: np.ndarray, rulings: dict[int, Ruling], rule: DecisionRule
) -> dict[int, Ruling]:
    lines = [i for i in np.flatnonzero(families >= MIN_FAMILIES) if i not in rulings]
    if not lines:
        return {}
    lines_with = Counter(word for words in sheet.content for word in words)
    found = {}
    for i in map(int, lines):
        words = sheet.content[i]
        known = sum(1 for w in words if lines_with[w] > 1) / max(1, len(words))
        appeal = judge_appeal(sheet.texts[i], known)
        if appeal.score >= rule.appeal:
            found[i] = Ruling("drop", appeal.category, "appeal_words", appeal.score)
    return found


def _follow_model(
    sheet: Sheet,
    scores: np.ndarray,
    rulings: dict[int, Ruling],
    title: int | None,
    repeats: dict[int, int],
    rule: DecisionRule,
) -> dict[int, Ruling]:
    """Rulings for the lines that the model takes out, in reading order."""
    body = [i for i, s in enumerate(scores) if i not in rulings and s < rule.model]
    first, last = (body[0], body[-1]) if body else (len(sheet.texts), -1)
    found: dict[int, Ruling] = {}
    above = None
    for i in range(len(sheet.texts)):
        if i in rulings:
            above = rulings[i].category
        elif scores[i] < rule.model:
            above = None
        else:
            above = name_category(sheet, i, Surroundings(title, first, last, repeats.get(i), above))
            verdict = "move" if above in MOVED else "drop"
            found[i] = Ruling(verdict, above, "line_model", float(scores[i]))
    captions = (i for i in body if scores[i] >= rule.extension and is_caption(sheet, i))
    return found | {i: Ruling("move", "caption", "credit_at_end", 0.85) for i in captions}


def _write_ledger(sheet: Sheet, rulings: dict[int, Ruling], scores: np.ndarray) -> tuple[Line, ...]:
    lines = [Line(n, s.start, s.end, "keep", None, "blank", 0.0) for n, s in enumerate(sheet.spans)]
    for i, line_no in enumerate(sheet.line_nos):
        span, ruling = sheet.spans[line_no], rulings.get(i)
        if ruling is None:
            decided = ("keep", None, "body", round(float(scores[i]), 4))
        else:
            decided = (ruling.verdict, ruling.category, ruling.rule, round(ruling.score, 4))
        lines[line_no] = Line(line_no, span.start, span.end, *decided)
    return tuple(lines)
