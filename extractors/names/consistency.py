"""Lets what one line of a document proves about a name count for its other lines."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from extractors.namebook.tables import NameTables
from extractors.names.candidates import Candidate
from extractors.names.evidence import GUESS, LIKELY, SURE, WEAK

UNKNOWN_LABEL = "MISC"


def vote_labels(candidates: list[Candidate]) -> dict[str, tuple[str, float]]:
    """For each spelling the label with the highest sum of evidence, and its best score."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    best: dict[tuple[str, str], float] = {}
    for candidate in candidates:
        if candidate.label is not None:
            sums[candidate.text][candidate.label] += candidate.score**2
            key = (candidate.text, candidate.label)
            best[key] = max(best.get(key, 0.0), candidate.score)
    chosen = {}
    for text, votes in sums.items():
        label = max(sorted(votes), key=lambda name: votes[name])
        chosen[text] = (label, best[text, label])
    return chosen


def learn_surnames(chosen: dict[str, tuple[str, float]]) -> dict[str, float]:
    """Last words of the persons named in full, with the score of the full name."""
    surnames: dict[str, float] = {}
    for text, (label, score) in sorted(chosen.items()):
        words = text.split()
        if label == "PERSON" and len(words) > 1 and score >= GUESS:
            surnames[words[-1]] = max(surnames.get(words[-1], 0.0), score)
    return surnames


def learn_place_parts(chosen: dict[str, tuple[str, float]]) -> dict[str, float]:
    """Short forms of places: Karabakh for Nagorno-Karabakh, Lachin for Lachin corridor."""
    parts: dict[str, float] = {}
    for text, (label, score) in sorted(chosen.items()):
        words = text.split()
        if label != "PLACE" or score < WEAK:
            continue
        if len(words) == 1 and "-" in text:
            parts[text.rsplit("-", 1)[1]] = score
        elif len(words) == 2 and words[1].islower():
            parts[words[0]] = score
    return parts


def settle_candidate(
    candidate: Candidate, chosen: dict[str, tuple[str, float]], parts: dict[str, tuple[str, float]]
) -> Candidate:
    """The candidate with the label that the document gives its spelling."""
    label, score = chosen.get(candidate.text, (None, 0.0))
    if candidate.text in parts and (label is None or score < LIKELY):
        part_label, part_score = parts[candidate.text]
        return replace(candidate, label=part_label, score=max(LIKELY, part_score))
    if label is None:
        return candidate
    if candidate.label == label and candidate.score >= score:
        return candidate
    if candidate.label is not None and candidate.score >= SURE:
        return candidate
    return replace(candidate, label=label, score=max(score * 0.95, GUESS))


def shorten_candidate(candidate: Candidate, chosen: dict[str, tuple[str, float]]) -> Candidate:
    """A run of a headline cut to the name it begins with, where the document knows that name."""
    if not candidate.soft or candidate.score >= WEAK or candidate.text in chosen:
        return candidate
    text = candidate.text
    while " " in text:
        text = text.rsplit(" ", 1)[0]
        label, score = chosen.get(text, (None, 0.0))
        if score >= WEAK:
            end = candidate.start + len(text)
            return replace(candidate, end=end, text=text, label=label, score=score)
    return candidate


def settle_candidates(
    placed: list[tuple[int, Candidate]], tables: NameTables
) -> list[tuple[int, Candidate]]:
    """Candidates that are names, each with its place and the label its document gives it."""
    candidates = [candidate for _, candidate in placed]
    chosen = vote_labels(candidates)
    parts = {text: ("PLACE", score) for text, score in learn_place_parts(chosen).items()}
    parts |= {text: ("PERSON", score) for text, score in learn_surnames(chosen).items()}
    firm = {c.text for c in candidates if not c.soft}
    settled = []
    for place, candidate in placed:
        found = settle_candidate(shorten_candidate(candidate, chosen), chosen, parts)
        doubtful = found.soft and found.score < LIKELY and found.text not in firm
        ordinary = all(word.lower() in tables.common_words for word in found.text.split())
        if found.label is None and not doubtful and not ordinary:
            settled.append((place, replace(found, label=UNKNOWN_LABEL, score=GUESS)))
        elif found.label and not (doubtful and (ordinary or found.score < WEAK)):
            settled.append((place, found))
    return settled
