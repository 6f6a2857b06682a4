"""Which lines of a document are appeals and plugs, from all that is known about them."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from extractors.cleaning.features.appeals import (
    ADDRESS,
    LABEL_ODDS,
    LABEL_WORDS,
    PLEA,
    POSSIBLE_ODDS,
    SPEAKING_ODDS,
    TOPICS,
    count_families,
    doubt_appeal,
    judge_appeal,
)
from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.scoring.scores import LineScores
from extractors.cleaning.verdicts import LONG_WORDS, DecisionRule, Ruling
from extractors.cleaning.words.appeals import CATEGORIES

HEADLINE_ODDS = -2.0  # of a line that may be the headline
WORD_CHARS = 4  # the least of a word: of scripts without spaces each character counts as one
MIN_FAMILIES = 3  # lines with fewer families of appeal words and unlikely ones are not looked at


def rule_appeals(
    sheet: Sheet, told: LineScores, rulings: dict[int, Ruling], rule: DecisionRule
) -> dict[int, Ruling]:
    """Appeals by what they say; what they look like (the model) can only add to it.

    An appeal runs over several paragraphs: the one beside a sure one needs less evidence.
    """
    said = judge_speaking(sheet, told)
    evidence = weigh_appeals(sheet, said, told, rule)
    found = {i for i, weight in evidence.items() if weight >= rule.appeal}
    # Its own words are nearly enough there, however much the paragraph looks like prose.
    doubtful = (i for i in evidence if told.leaving[i] >= rule.appeal_doubt)
    beside = [i for i in doubtful if said[i] >= rule.appeal_block]
    for i in (*beside, *reversed(beside)):  # down the page, then up
        if i - 1 in found or i + 1 in found:
            found.add(i)
    return {
        i: Ruling(
            "drop",
            CATEGORIES[told.pleas[i]],
            "appeal_words",
            _to_chance(evidence[i]),
        )
        for i in sorted(found)
        if i not in rulings
    }


def judge_speaking(sheet: Sheet, told: LineScores) -> dict[int, float]:
    """What their words say, for the lines that speak like an appeal."""
    many = count_families(told.families) >= MIN_FAMILIES
    lines = np.flatnonzero(many | (told.appeal > SPEAKING_ODDS)).tolist()
    families = told.families.tolist()
    said = {i: judge_appeal(sheet.seen[i], families[i]) for i in lines}
    return {i: x for i, x in said.items() if x >= PLEA or not is_mere_label(sheet, told, i)}


def list_pleas(sheet: Sheet, told: LineScores, leaving: Iterable[int]) -> dict[int, str]:
    """Category as an appeal of lines that leave, for those of `leaving` that speak like one.

    Of a whole sentence that leaves, less is asked: labels and headlines are none.
    """
    families, odds, pleas = told.families.tolist(), told.appeal.tolist(), told.pleas.tolist()
    appeals = {}
    for i in leaving:
        speaks = odds[i] > (POSSIBLE_ODDS if sheet.has_final_mark[i] else SPEAKING_ODDS)
        asks = families[i] & TOPICS and families[i] & ADDRESS
        if (speaks and not is_mere_label(sheet, told, i)) or (
            asks and judge_appeal(sheet.seen[i], families[i]) >= PLEA
        ):
            appeals[i] = CATEGORIES[pleas[i]]
    return appeals


def is_mere_label(sheet: Sheet, told: LineScores, i: int) -> bool:
    """True for a few words without a mark, or a headline, if not surely the words of an appeal."""
    is_label = sheet.word_counts[i] <= LABEL_WORDS or told.headline[i] > HEADLINE_ODDS
    return is_label and not sheet.has_final_mark[i] and told.appeal[i] <= LABEL_ODDS


def weigh_appeals(
    sheet: Sheet, said: dict[int, float], told: LineScores, rule: DecisionRule
) -> dict[int, float]:
    """Evidence, in log-odds, that a line is an appeal, for the lines that speak like one.

    A very long paragraph holds words of all sorts, and more is lost with it.
    """
    evidence = {}
    for i, score in said.items():
        chance = min(max(float(told.leaving[i]), 1e-4), 1 - 1e-4)
        weight = math.log(chance / (1 - chance)) + rule.appeal_words * float(told.appeal[i])
        judged = doubt_appeal(score, float(told.elsewhere[i]))
        weight += rule.appeal_families * (judged - 0.4)
        words = min(sheet.word_counts[i], len(sheet.texts[i]) / WORD_CHARS)
        evidence[i] = weight - rule.appeal_word * max(0.0, words - LONG_WORDS)
    return evidence


def _to_chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
