"""Who said each quotation of a body: as its sentence tells, else as of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.names.sentences import cut_sentences
from extractors.quotations.antecedents import Antecedents
from extractors.quotations.attribution import attribute, look_at_sentence, stands_alone
from extractors.quotations.attributions import RULES, Attribution
from extractors.quotations.capital_names import Name
from extractors.quotations.subjects import Finder
from extractors.quotations.zones import Zone

REFERENCES = {
    "name": "The sentence names the speaker.",
    "pronoun": "A pronoun, or a verb without subject, that can stand for one person only.",
    "inherited": "The speaker of the quotation before it.",
    "unresolved": "A pronoun that may stand for several, or for nobody that is named.",
    "description": "Somebody without a name: the ministry, a spokesman.",
    "several": "Several speakers together.",
    "unknown": "The text does not tell, or not in words that are known here.",
}
PRONOUNS = ("he", "she", "dropped")  # others may be things, or many
LOOK_BACK = 1_000  # characters of a paragraph before a quotation


@dataclass(frozen=True, slots=True)
class Told:
    """Who said a quotation, as far as the text tells."""

    attribution: Attribution | None
    name: Name | None
    reference: str  # a key of REFERENCES
    score: float | None


NOBODY = Told(None, None, "unknown", None)


def tell_speakers(finder: Finder, zones: Sequence[Zone], kinds: Sequence[str]) -> list[Told]:
    """Who said each quotation; `kinds` as tell_kind gives them."""
    antecedents = Antecedents(finder, [zone.span for zone in zones])
    told: list[Told] = []
    for number, (zone, kind) in enumerate(zip(zones, kinds, strict=True)):
        said = _resolve(antecedents, attribute(finder, zone, kind != "direct"))
        if said.reference == "unknown" and number:
            said = _inherit(finder, zones[number - 1], zone, kind, told[-1])
        if said.reference == "unknown" and kind == "direct":
            said = _look_at_sentence_before(finder, antecedents, zone)
        is_title = kind == "title" and (not said.name or said.attribution.rule != "cue_behind")
        told.append(NOBODY if is_title else said)
        if said.name and said.attribution.cue and said.reference != "inherited":
            antecedents.note(said.attribution.cue.start, said.name)
    _tell_backwards(zones, told)
    return told


def _resolve(antecedents: Antecedents, attribution: Attribution | None) -> Told:
    """The speaker of an attribution, whose pronoun is resolved."""
    if attribution is None or attribution.subject is None:
        return Told(attribution, None, "unknown", None)
    subject, sure = attribution.subject, RULES[attribution.rule]
    if subject.name is not None:
        return Told(attribution, subject.name, "name", sure)
    if subject.kind in ("description", "several"):
        return Told(attribution, None, subject.kind, None)
    known = antecedents.resolve(subject) if subject.kind in PRONOUNS else None
    if known is None:
        return Told(attribution, None, "unresolved", None)
    name, share = known
    antecedents.note(subject.start, name, subject.kind)
    return Told(attribution, name, "pronoun", round(sure * share, 2))


def _inherit(finder: Finder, last: Zone, zone: Zone, kind: str, before: Told) -> Told:
    """The speaker of the quotation before, where nothing else is told in between."""
    is_sentence = kind == "direct" and stands_alone(finder, zone)
    if zone.span.continues:
        return _again(before, "continued")
    if last.line == zone.line:
        if not zone.is_fresh:
            return _again(before, "same_sentence")
        between = finder.text[last.behind : zone.span.outer_start]
        is_next = not any(map(str.isalnum, between))  # else the text goes on to something else
        return _again(before, "same_paragraph") if is_sentence and is_next else NOBODY
    is_next = zone.is_alone and last.line == zone.line - 1
    if is_sentence and is_next and _closes_paragraph(finder, last):
        return _again(before, "carried_over")
    return NOBODY


def _closes_paragraph(finder: Finder, zone: Zone) -> bool:
    """True when nothing but the speaker's sentence follows a quotation in its paragraph."""
    line_end = finder.text.find("\n", zone.span.outer_end)
    line_end = len(finder.text) if line_end < 0 else line_end
    return stands_alone(finder, zone) or zone.behind >= line_end - 1


def _again(before: Told, rule: str) -> Told:
    """The same speaker once more."""
    if before.reference == "unknown":
        return NOBODY
    attribution = before.attribution and replace(before.attribution, rule=rule)
    if before.name is None or before.score is None:
        return replace(before, attribution=attribution)
    return Told(attribution, before.name, "inherited", round(min(before.score, RULES[rule]), 2))


def _tell_backwards(zones: Sequence[Zone], told: list[Told]) -> None:
    """A speaker who is told at the end of a quotation spoke its other paragraphs, too; and one
    who is told behind two quotations of one sentence both."""
    for number in range(len(zones) - 2, -1, -1):
        behind = told[number + 1]
        if told[number].reference != "unknown" or behind.name is None:
            continue
        if zones[number + 1].span.continues:
            told[number] = _again(behind, "continued")
        elif behind.attribution.rule == "cue_behind" and not zones[number + 1].is_fresh:
            told[number] = _again(behind, "same_sentence")


def _look_at_sentence_before(finder: Finder, antecedents: Antecedents, zone: Zone) -> Told:
    """The speaker of: X said that it was over. "..." """
    if not zone.is_fresh or not stands_alone(finder, zone):
        return NOBODY
    end = zone.span.outer_start
    start = max(finder.text.rfind("\n", 0, end) + 1, end - LOOK_BACK)
    sentences = cut_sentences(finder.text[start:end])
    if not sentences:
        return NOBODY
    first, last = sentences[-1]
    return _resolve(antecedents, look_at_sentence(finder, start + first, start + last))
