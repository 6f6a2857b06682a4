"""Which lines the model takes out: how much of a score each kind of line needs to leave."""

from __future__ import annotations

from extractors.cleaning.features.appeals import POSSIBLE_ODDS
from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.scoring.scores import LineScores
from extractors.cleaning.verdicts import LONG_WORDS, DecisionRule, Ruling

SENTENCE_WORDS = 5  # a shorter line with a mark may be a label or a caption
LABEL_WORDS = 8  # a shorter sentence may ask or tell the reader what labels do
PARAGRAPH_WORDS = 25
SURE_BODY, BODY_WORDS = 0.2, 4  # scores and words of lines that the body may begin and end with


def list_leaving(
    sheet: Sheet, told: LineScores, rulings: dict[int, Ruling], rule: DecisionRule
) -> dict[int, str]:
    """The lines that the model takes out, with the names of the rules."""
    scores, found = told.leaving.tolist(), {}
    shy = set_shy_limit(scores, rule)
    runs = _measure_runs(sheet, scores)
    lowest = min(rule.model, rule.generic)
    appealing, generic = (told.appeal > POSSIBLE_ODDS).tolist(), told.generic.tolist()
    for i, score in enumerate(scores):
        if score < lowest or i in rulings or score < rule.limit_run(runs[i]):
            continue
        limit = rule.model if appealing[i] else shy
        if generic[i] and score >= rule.generic:
            found[i] = "line_model" if score >= limit else "generic_line"
        elif score >= limit and score >= _set_limit(sheet, scores, rulings, i, rule, appealing[i]):
            found[i] = "line_model"
    return found


def set_shy_limit(scores: list[float], rule: DecisionRule) -> float:
    """From which score on a line leaves that has no word of appeals, by what the text is like."""
    return rule.set_limit(sum(scores) / max(1, len(scores)))


def _measure_runs(sheet: Sheet, scores: list[float]) -> list[int]:
    """Lines of the run of leaving lines inside the body that each line belongs to, 0 elsewhere."""
    body = [
        i
        for i, (score, words) in enumerate(zip(scores, sheet.word_counts, strict=True))
        if score < SURE_BODY and words >= BODY_WORDS
    ]
    runs, begin = [0] * len(scores), body[0] if body else 0
    for i in range(begin, body[-1] + 1 if body else 0):
        if scores[i] < 0.5:
            if begin < i:
                runs[begin:i] = [i - begin] * (i - begin)
            begin = i + 1
    return runs


def _set_limit(
    sheet: Sheet,
    scores: list[float],
    rulings: dict[int, Ruling],
    i: int,
    rule: DecisionRule,
    appealing: bool,
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
    if lone:
        return rule.lone
    return rule.model if appealing or words < LABEL_WORDS else rule.sentence
