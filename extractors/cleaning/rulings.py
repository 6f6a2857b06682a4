"""Rulings about the lines of one text: known kinds, appeals, repetitions, the model, blocks."""

from __future__ import annotations

import numpy as np

from extractors.cleaning.appeal_rulings import LONG_WORDS, rule_appeals
from extractors.cleaning.appeal_words import CATEGORIES
from extractors.cleaning.appeals import POSSIBLE_ODDS, SPEAKING_ODDS, judge_appeal
from extractors.cleaning.blocks import extend_forms, extend_links, find_section_headers, is_caption
from extractors.cleaning.kinds import KINDS
from extractors.cleaning.labelled_links import rule_labelled_links
from extractors.cleaning.naming import MOVED, Surroundings, name_category
from extractors.cleaning.repeats import find_repeats
from extractors.cleaning.scores import LineScores
from extractors.cleaning.sheet import Sheet
from extractors.cleaning.titles import find_subtitle, find_title, list_unlike_titles
from extractors.cleaning.verdicts import DECISION_RULE, DecisionRule, Ruling

SENTENCE_WORDS = 5  # a shorter line with a mark may be a label or a caption
PARAGRAPH_WORDS = 25
SURE_BODY, BODY_WORDS = 0.2, 4  # scores and words of lines that the body may begin and end with
NEAR_LINES = 3  # from one copy of a lead to the next
PLEA = 0.4  # two families of appeal words, where the model has decided that the line leaves
UNCERTAIN = frozenset({"line_model", "appeal_words"})  # rules that weigh, rather than recognise


def rule_text(
    sheet: Sheet, told: LineScores, rule: DecisionRule = DECISION_RULE
) -> dict[int, Ruling]:
    """Rulings by index for the lines that leave the body; `told` is what the model says of all.

    A line alone stays unless its kind is known: it has no neighbours that could tell more.
    """
    scores = told.leaving.tolist()
    rulings = _match_kinds(told, rule)
    if len(scores) == 1:
        return rulings
    rulings |= rule_labelled_links(sheet, rulings)
    rulings |= rule_appeals(sheet, told, rulings, rule)
    # The title comes after appeals: the first line may be one.
    title = find_title(told.titles, {*rulings, *list_unlike_titles(sheet, scores)})
    if title is not None:
        rulings[title] = Ruling("move", "title", "title_line", 0.9)
    repeats = find_repeats(sheet, told.copies)
    rulings |= _match_repeats(sheet, scores, rulings, title, repeats, rule)
    rulings |= find_section_headers(sheet, rulings)
    rulings |= _follow_model(sheet, told, rulings, title, repeats, rule)
    for i in _list_spared(sheet, scores, rulings, rule):
        del rulings[i]
    subtitle = find_subtitle(sheet, title, rulings)
    if subtitle is not None:
        rulings[subtitle] = Ruling("move", "subtitle", "sentence_under_title", 0.6)
    # Blocks come last: they need to know which paragraphs are still body.
    for extend in (extend_links, extend_forms):
        found = extend(sheet, rulings)
        rulings |= {i: r for i, r in found.items() if scores[i] >= rule.extension}
    return rulings


def _match_repeats(
    sheet: Sheet,
    scores: list[float],
    rulings: dict[int, Ruling],
    title: int | None,
    repeats: dict[int, int],
    rule: DecisionRule,
) -> dict[int, Ruling]:
    """Second copies of the headline, of a lead that is told at once again, and of doubtful lines.

    Questions recur in honest texts, quotations and captions, far from where they stood first.
    """
    found = {}
    doubt = rule.extension + _set_shy_limit(scores, rule) - rule.model
    for i, first in repeats.items():
        of_title = title is not None and sheet.key(first) == sheet.key(title)
        again = sheet.is_prose[i] and i - first <= NEAR_LINES and scores[first] < rule.model
        if i not in rulings and (of_title or again or scores[i] >= doubt):
            category = "headline_repeat" if of_title else "duplicate_block"
            found[i] = Ruling("drop", category, "said_before", 0.9)
    return found


def _match_kinds(told: LineScores, rule: DecisionRule) -> dict[int, Ruling]:
    found = {}
    for i in np.flatnonzero((told.kinds >= 0) & (told.leaving >= rule.kind)).tolist():
        kind = KINDS[told.kinds[i]]
        found[i] = Ruling("drop", kind.category, kind.name, max(0.9, float(told.leaving[i])))
    return found


def _follow_model(
    sheet: Sheet,
    told: LineScores,
    rulings: dict[int, Ruling],
    title: int | None,
    repeats: dict[int, int],
    rule: DecisionRule,
) -> dict[int, Ruling]:
    """Rulings for the lines that the model takes out, in reading order."""
    scores, families, kinds = told.leaving.tolist(), told.families.tolist(), told.kinds.tolist()
    leaving = _list_leaving(sheet, told, rulings, rule)
    body = [i for i in range(len(scores)) if i not in rulings and i not in leaving]
    first, last = (body[0], body[-1]) if body else (len(sheet.texts), -1)
    found: dict[int, Ruling] = {}
    above = None
    for i in range(len(sheet.texts)):
        if i in rulings:
            above = rulings[i].category
        elif i not in leaving:
            above = None
        else:
            around = Surroundings(title, first, last, repeats.get(i), above)
            kind = KINDS[kinds[i]] if kinds[i] >= 0 else None
            above = name_category(sheet, i, kind, families[i], around, _find_plea(sheet, i, told))
            verdict = "move" if above in MOVED else "drop"
            found[i] = Ruling(verdict, above, leaving[i], scores[i])
    captions = (i for i in body if scores[i] >= rule.extension and is_caption(sheet, i))
    return found | {i: Ruling("move", "caption", "credit_at_end", 0.85) for i in captions}


def _find_plea(sheet: Sheet, i: int, told: LineScores) -> str | None:
    """Category as an appeal of a line that leaves, if it speaks like one.

    Of a whole sentence that leaves, less is asked: labels and headlines are none.
    """
    odds = POSSIBLE_ODDS if sheet.has_final_mark[i] else SPEAKING_ODDS
    if told.appeal[i] <= odds and judge_appeal(sheet.seen[i], int(told.families[i])) < PLEA:
        return None
    return CATEGORIES[told.pleas[i]]


def _list_spared(
    sheet: Sheet, scores: list[float], rulings: dict[int, Ruling], rule: DecisionRule
) -> list[int]:
    """Doubtful paragraphs of a text that would lose more prose than it keeps.

    A text was pasted for its body: rather is the model wrong than the body the smaller part.
    """
    prose = [i for i, prose in enumerate(sheet.is_prose) if prose]
    leaving = [i for i in prose if i in rulings and rulings[i].rule in UNCERTAIN]
    staying = sum(sheet.word_counts[i] for i in prose if i not in rulings)
    if sum(sheet.word_counts[i] for i in leaving) <= staying:
        return []
    return [i for i in leaving if scores[i] < rule.spared]


def _list_leaving(
    sheet: Sheet, told: LineScores, rulings: dict[int, Ruling], rule: DecisionRule
) -> dict[int, str]:
    """The lines that the model takes out, with the names of the rules."""
    scores, found = told.leaving.tolist(), {}
    shy = _set_shy_limit(scores, rule)
    runs = _measure_runs(sheet, scores)
    lowest = min(rule.model, rule.generic)
    appealing, generic = (told.appeal > SPEAKING_ODDS).tolist(), told.generic.tolist()
    for i, score in enumerate(scores):
        if score < lowest or i in rulings or score < rule.limit_run(runs[i]):
            continue
        limit = rule.model if appealing[i] else shy
        if generic[i] and score >= rule.generic:
            found[i] = "line_model" if score >= limit else "generic_line"
        elif score >= limit and score >= _set_limit(sheet, scores, rulings, i, rule):
            found[i] = "line_model"
    return found


def _set_shy_limit(scores: list[float], rule: DecisionRule) -> float:
    return rule.set_limit(sum(scores) / max(1, len(scores)))


def _measure_runs(sheet: Sheet, scores: list[float]) -> list[int]:
    """Lines of the run of leaving lines inside the body that each line belongs to, 0 elsewhere."""
    sure = (i for i, x in enumerate(scores) if x < SURE_BODY and sheet.word_counts[i] >= BODY_WORDS)
    body, runs = list(sure), [0] * len(scores)
    begin = body[0] if body else 0
    for i in range(begin, body[-1] + 1 if body else 0):
        if scores[i] < 0.5:
            runs[begin:i] = [i - begin] * (i - begin)
            begin = i + 1
    return runs


def _set_limit(
    sheet: Sheet, scores: list[float], rulings: dict[int, Ruling], i: int, rule: DecisionRule
) -> float:
    """From which score on line `i` leaves: what would be lost with it counts.

    A neighbour that leaves for what it says itself, an appeal above all, tells nothing of it.
    """
    words = sheet.word_counts[i]
    if words >= LONG_WORDS and sheet.is_prose[i]:
        return rule.paragraph
    if words < SENTENCE_WORDS or not sheet.has_final_mark[i]:
        return rule.model
    if words >= PARAGRAPH_WORDS:
        return rule.paragraph
    around = (j for j in (i - 1, i + 1) if j < len(scores))
    lone = i > 0 and all(scores[j] < 0.5 or j in rulings for j in around)
    return rule.lone if lone else rule.model
