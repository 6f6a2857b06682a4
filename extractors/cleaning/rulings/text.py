"""Rulings about the lines of one text: known kinds, appeals, repetitions, the model, blocks."""

from __future__ import annotations

import numpy as np

from extractors.cleaning.features.repeats import find_repeats
from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.features.titles import find_subtitle
from extractors.cleaning.labels.kinds import KINDS, is_known_label
from extractors.cleaning.rulings.appeals import list_pleas, rule_appeals
from extractors.cleaning.rulings.blocks import (
    MAX_BUTTONS,
    extend_forms,
    extend_links,
    find_section_headers,
    name_prices,
)
from extractors.cleaning.rulings.captions import is_caption
from extractors.cleaning.rulings.entry_times import list_entry_times
from extractors.cleaning.rulings.labelled_links import rule_labelled_links
from extractors.cleaning.rulings.leaving import list_leaving, set_shy_limit
from extractors.cleaning.rulings.naming import MOVED, Surroundings, name_category
from extractors.cleaning.rulings.reader_comments import find_reader_comments
from extractors.cleaning.rulings.wire_ends import drop_desk_codes, list_signed
from extractors.cleaning.scoring.headlines import find_headline, is_note
from extractors.cleaning.scoring.scores import LineScores
from extractors.cleaning.verdicts import DECISION_RULE, DecisionRule, Ruling

NEAR_LINES = 3  # from one copy of a lead to the next
ENOUGH_WORDS = 60  # of paragraphs that may be a body without the others
UNCERTAIN = frozenset({"line_model", "appeal_words"})  # rules that weigh, rather than recognise


def rule_text(
    sheet: Sheet, told: LineScores, rule: DecisionRule = DECISION_RULE
) -> dict[int, Ruling]:
    """Rulings by index for the lines that leave the body; `told` is what the model says of all.

    A line alone stays unless its kind is known: it has no neighbours that could tell more.
    """
    scores = told.leaving.tolist()
    rulings = _match_kinds(sheet, told, rule)
    if len(scores) < 2:
        return rulings
    rulings |= find_reader_comments(sheet, rulings)
    rulings |= rule_labelled_links(sheet, told.labelled, rulings)
    rulings |= rule_appeals(sheet, told, rulings, rule)
    rulings |= name_prices(sheet, rulings)
    # The title comes after appeals: the first line may be one.
    title = find_headline(sheet, told.headline, told.leaving, rulings)
    if title is not None:
        rulings[title] = Ruling("move", "title", "title_line", 0.9)
        notes = (i for i in range(title) if i not in rulings and is_note(sheet.texts[i]))
        rulings |= {i: Ruling("drop", "source_credit", "note_over_title", 0.8) for i in notes}
    repeats = find_repeats(sheet, told.copies)
    rulings |= _match_repeats(sheet, scores, rulings, title, repeats, rule)
    rulings |= find_section_headers(sheet, scores, rulings, rule.header)
    rulings |= _follow_model(sheet, told, rulings, title, repeats, rule)
    for i in _list_spared(sheet, scores, rulings, rule):
        del rulings[i]
    for i in list_entry_times(sheet, rulings):
        del rulings[i]
    rulings |= drop_desk_codes(sheet, rulings)
    for i in list_signed(sheet, rulings):
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
    doubt = rule.extension + set_shy_limit(scores, rule) - rule.model
    for i, first in repeats.items():
        of_title = title is not None and sheet.key(first) == sheet.key(title)
        again = sheet.is_prose[i] and i - first <= NEAR_LINES and scores[first] < rule.model
        if i not in rulings and (of_title or again or scores[i] >= doubt):
            category = "headline_repeat" if of_title else "duplicate_block"
            found[i] = Ruling("drop", category, "said_before", 0.9)
    return found


def _match_kinds(sheet: Sheet, told: LineScores, rule: DecisionRule) -> dict[int, Ruling]:
    """Lines of known kinds, unless the model is sure of a line that is no fixed label."""
    known = np.flatnonzero(told.kinds >= 0)
    scores, kinds = told.leaving[known].tolist(), told.kinds[known].tolist()
    return {
        i: Ruling("drop", KINDS[k].category, KINDS[k].name, max(0.9, score))
        for i, k, score in zip(known.tolist(), kinds, scores, strict=True)
        if score >= rule.kind or is_known_label(sheet.seen[i])
    }


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
    leaving = list_leaving(sheet, told, rulings, rule)
    pleas, credited = list_pleas(sheet, told, leaving), told.credited.tolist()
    body = [i for i in range(len(scores)) if i not in rulings and i not in leaving]
    first, last = (body[0], body[-1]) if body else (len(sheet.texts), -1)
    found: dict[int, Ruling] = {}
    above, buttons = None, 0
    for i in range(len(sheet.texts)):
        if i in rulings:
            above, buttons = rulings[i].category, 0
        elif i not in leaving:
            above = None
        else:
            if above == "donation_appeal":
                above, buttons = (above if buttons < MAX_BUTTONS else None), buttons + 1
            around = Surroundings(title, first, last, repeats.get(i), above, credited[i])
            kind = KINDS[kinds[i]] if kinds[i] >= 0 else None
            above = name_category(sheet, i, kind, families[i], around, pleas.get(i))
            verdict = "move" if above in MOVED else "drop"
            found[i] = Ruling(verdict, above, leaving[i], scores[i])
    doubtful = (i for i in body if scores[i] >= rule.extension)
    captions = (i for i in doubtful if is_caption(sheet, i, credited[i]))
    return found | {i: Ruling("move", "caption", "credit_at_end", 0.85) for i in captions}


def _list_spared(
    sheet: Sheet, scores: list[float], rulings: dict[int, Ruling], rule: DecisionRule
) -> list[int]:
    """Doubtful paragraphs of a text that would lose more prose than it keeps.

    A text was pasted for its body: rather is the model wrong than the body the smaller part. Where
    enough stays to be a body, what surely speaks like an appeal is none of it.
    """
    prose = [i for i, prose in enumerate(sheet.is_prose) if prose]
    leaving = [i for i in prose if i in rulings and rulings[i].rule in UNCERTAIN]
    staying = sum(sheet.word_counts[i] for i in prose if i not in rulings)
    if sum(sheet.word_counts[i] for i in leaving) <= staying:
        return []
    enough = staying >= ENOUGH_WORDS
    told = {i: rulings[i].score if enough else scores[i] for i in leaving}
    return [i for i in leaving if told[i] < rule.spared]
