"""Which lines of a document are appeals and plugs, from all that is known about them."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np

from extractors.cleaning.appeals import judge_appeal, name_appeal
from extractors.cleaning.model import LineScores
from extractors.cleaning.sheet import Sheet
from extractors.cleaning.verdicts import DecisionRule, Ruling

MIN_FAMILIES = 3  # lines with fewer families of appeal words
MIN_APPEAL_ODDS = -2.0  # and less likely words are not looked at


def rule_appeals(
    sheet: Sheet, told: LineScores, rulings: dict[int, Ruling], rule: DecisionRule
) -> dict[int, Ruling]:
    """Appeals by what they say; what they look like (the model) can only add to it.

    An appeal runs over several paragraphs: the one beside a sure one needs less evidence.
    """
    evidence = weigh_appeals(sheet, told, rule)
    found = {i for i, weight in evidence.items() if weight >= rule.appeal}
    # Its own words are nearly enough there, however much the paragraph looks like prose.
    doubtful = (i for i in evidence if told.leaving[i] >= rule.appeal_doubt)
    beside = [i for i in doubtful if judge_appeal(sheet.seen[i], 0.0) >= rule.appeal_block]
    for i in (*beside, *reversed(beside)):  # down the page, then up
        if i - 1 in found or i + 1 in found:
            found.add(i)
    return {
        i: Ruling("drop", name_appeal(sheet.seen[i]), "appeal_words", _to_chance(evidence[i]))
        for i in sorted(found)
        if i not in rulings
    }


def weigh_appeals(sheet: Sheet, told: LineScores, rule: DecisionRule) -> dict[int, float]:
    """Evidence, in log-odds, that a line is an appeal, for the lines that speak like one."""
    speaking = (told.families >= MIN_FAMILIES) | (told.appeal > MIN_APPEAL_ODDS)
    lines = np.flatnonzero(speaking).tolist()
    lines_with = Counter(word for words in sheet.content for word in words) if lines else Counter()
    evidence = {}
    for i in lines:
        words = sheet.content[i]
        known = sum(1 for w in words if lines_with[w] > 1) / max(1, len(words))
        chance = min(max(float(told.leaving[i]), 1e-4), 1 - 1e-4)
        weight = math.log(chance / (1 - chance)) + rule.appeal_words * float(told.appeal[i])
        judged = judge_appeal(sheet.seen[i], known)
        evidence[i] = weight + rule.appeal_families * (judged - 0.4)
    return evidence


def _to_chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
