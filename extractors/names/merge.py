"""Brings the names of the tagger and those of the rules together, as evidence about one article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from extractors.namebook.cues import NORP_WORDS, PLACE_AFTER_PART
from extractors.namebook.tables import NameTables
from extractors.names.candidates import Candidate
from extractors.names.evidence import LIKELY, SURE
from extractors.names.labels import label_by_table
from extractors.tagger.decode import TYPES


@dataclass(frozen=True, slots=True)
class MergeParameters:
    """When the rules may speak beside the tagger, and a document for one of its lines."""

    least_rule: float = SURE  # score of a rule's name that the tagger passed over
    least_wide: float = LIKELY  # score of a rule's name that swallows shorter ones of the tagger
    lone_person: float = 0.07  # of the chance of PERSON for a word that is in no full name here
    least_echo: float = 0.7  # mean probability of a name that speaks for its other occurrences


def list_echoes(
    placed: list[tuple[int, Candidate]],
    tables: NameTables,
    parameters: MergeParameters,
) -> dict[str, str]:
    """Spelling -> the label that all its occurrences together make likeliest."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    best: dict[str, float] = defaultdict(float)
    for _, candidate in placed:
        for label, chance in zip(TYPES, candidate.chances, strict=False):
            votes[candidate.text][label] += chance
        votes[candidate.text][candidate.label] += 0.0 if candidate.chances else candidate.score
        best[candidate.text] = max(best[candidate.text], candidate.score)
    firsts = {c.text.split(" ", 1)[0] for _, c in placed if c.label == "PERSON" and " " in c.text}
    echoes = {}
    for text, labels in votes.items():
        if " " not in text and text not in firsts:
            labels["PERSON"] *= parameters.lone_person
        label = max(sorted(labels), key=lambda name: labels[name])
        if best[text] >= parameters.least_echo:
            echoes[text] = label_by_table(text, label, tables)
    return echoes


def list_surnames(echoes: dict[str, str], tables: NameTables) -> dict[str, str]:
    """Last words of the persons of an article, which are persons too wherever they stand alone."""
    surnames = {}
    for text, label in echoes.items():
        last = text.rsplit(" ", 1)[-1]
        known = tables.known.get(last)
        if label == "PERSON" and last != text and (known is None or not known.is_firm):
            surnames[last] = "PERSON"
    return surnames


def list_place_parts(echoes: dict[str, str]) -> dict[str, str]:
    """Last parts of an article's hyphenated places, which are places alone: Karabakh."""
    return {
        text.rsplit("-", 1)[1]: "PLACE"
        for text, label in echoes.items()
        if label == "PLACE" and is_hyphenated(text) and text.rsplit("-", 1)[1].istitle()
    }


def find_free(
    ruled: list[tuple[int, Candidate]], placed: list[tuple[int, Candidate]]
) -> list[tuple[int, Candidate]]:
    """The candidates of the rules that touch no name of the tagger."""
    taken: dict[int, set[int]] = defaultdict(set)
    for number, candidate in placed:
        taken[number].update(range(candidate.start, candidate.end))
    return [(number, c) for number, c in ruled if not taken[number] & set(range(c.start, c.end))]


def swallows_names(wide: Candidate, least: float) -> bool:
    """True for organisations and for places whose kind is part of the name."""
    part = wide.label == "PLACE" and wide.text.rsplit(" ", 1)[-1] in PLACE_AFTER_PART
    return (wide.label == "ORG" or part) and wide.score >= least


def is_hyphenated(name: str) -> bool:
    """True for one word with a hyphen, of which a part alone would be no name."""
    return "-" in name and " " not in name


def widen_names(
    placed: list[tuple[int, Candidate]], ruled: list[tuple[int, Candidate]], least: float
) -> list[tuple[int, Candidate]]:
    """Names of the tagger that a longer name of the rules holds whole give way to it.

    Russian and Foreign Ministry are one organisation, Lachin corridor is not Lachin.
    """
    kept = dict.fromkeys(placed)
    by_text: dict[int, list[Candidate]] = defaultdict(list)
    for number, candidate in placed:
        by_text[number].append(candidate)
    for number, wide in ruled:
        if not (swallows_names(wide, least) or is_hyphenated(wide.text)):
            continue
        touched = [c for c in by_text[number] if c.start < wide.end and wide.start < c.end]
        inside = all(wide.start <= c.start and c.end <= wide.end for c in touched)
        narrower = any(c.end - c.start < wide.end - wide.start for c in touched)
        if touched and inside and narrower:
            for candidate in touched:
                kept.pop((number, candidate), None)
            kept[number, wide] = None
    return sorted(kept, key=lambda pair: (pair[0], pair[1].start))


def merge_evidence(
    placed: list[tuple[int, Candidate]],
    ruled: list[tuple[int, Candidate]],
    tables: NameTables,
    parameters: MergeParameters | None = None,
) -> list[tuple[int, Candidate]]:
    """Names of the tagger, one label for each spelling, and what rules and echoes add to them.

    Both lists hold (number of the text, candidate) pairs.
    """
    parameters = parameters or MergeParameters()
    placed = widen_names(placed, ruled, parameters.least_wide)
    echoes = list_echoes(placed, tables, parameters)
    echoes |= list_place_parts(echoes)
    echoes |= list_surnames(echoes, tables)
    merged = [(n, replace(c, label=echoes.get(c.text, c.label))) for n, c in placed]
    for number, candidate in find_free(ruled, placed):
        known = tables.known.get(candidate.text)
        if candidate.text in echoes:
            merged.append((number, replace(candidate, label=echoes[candidate.text], score=LIKELY)))
        elif candidate.text in NORP_WORDS or (
            known and known.is_firm and candidate.score >= parameters.least_rule
        ):
            merged.append((number, candidate))
    return sorted(merged, key=lambda pair: (pair[0], pair[1].start))
