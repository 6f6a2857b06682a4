"""Brings the names of the tagger and those of the rules together, as evidence about one article."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from extractors.name_candidates import Candidate
from extractors.name_cues import FIELDS, NORP_WORDS, PLACE_AFTER_PART, TITLES
from extractors.name_evidence import LIKELY, SURE
from extractors.name_tables import NameTables
from extractors.tagger import Tagged

EDGES = " \t\n,;:!?\"'“”‘’()[]«»-–—*•|/"
TAIL = re.compile(r"(?:['’ʼ]s|\s+(?:and|of|the|for|in|&))$")
HEAD = re.compile(r"(?:the|a|an|and|of)\s+", re.IGNORECASE)
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
SURE_KINDS = frozenset(["country", "capital", "demonym"])  # names that are seldom anything else


@dataclass(frozen=True, slots=True)
class MergeParameters:
    """When the rules may speak beside the tagger, and a document for one of its lines."""

    least_rule: float = SURE  # score of a rule's name that the tagger passed over
    least_wide: float = LIKELY  # score of a rule's name that swallows shorter ones of the tagger
    least_echo: float = 0.7  # mean probability of a name that speaks for its other occurrences


LOWER_TAIL = re.compile(r"[-\s]+[a-zà-ÿ]+$")  # alliance in CSTO alliance, led in Moscow-led


def mend_span(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    """The span without titles, articles, joining words and signs at its edges; U.S with point."""
    while start < end:
        inside = text[start:end]
        cut = len(inside) - len(inside.lstrip(EDGES))
        head = HEAD.match(inside)
        title = re.match(r"([^\W\d_][\w-]*)\.?\s+(?=\S)", inside) if label == "PERSON" else None
        if title and (title.group(1) in TITLES or title.group(1) in FIELDS):
            start += title.end()
        elif head:
            start += head.end()
        elif cut:
            start += cut
        elif tail := TAIL.search(inside):
            end = start + tail.start()
        elif inside[-1] in EDGES:
            end -= 1
        elif label not in ("PERSON", "PLACE") and (tail := LOWER_TAIL.search(inside)):
            end = start + tail.start()
        else:
            break
    if text[end : end + 1] == "." and INITIALS.search(text[start:end]):
        end += 1
    return start, end


def label_by_table(name: str, label: str, tables: NameTables) -> str:
    """Countries are places and demonyms peoples, whatever else the tagger took them for."""
    known = tables.known.get(name)
    if label == "PERSON" or known is None:
        return "NORP" if name in NORP_WORDS and label in ("ORG", "MISC") else label
    return known.label if known.kind in ("country", "demonym") else label


def mend_tagged(names: list[Tagged], text: str, tables: NameTables) -> list[Candidate]:
    """The names of the tagger as candidates, with mended edges and labels."""
    found = []
    for name in names:
        start, end = mend_span(text, name.start, name.end, name.label)
        if start < end and any(c.isalnum() for c in text[start:end]):
            inside = text[start:end]
            label = label_by_table(inside, name.label, tables)
            found.append(Candidate(start, end, inside, label, round(name.score, 4), False))
    return found


def list_echoes(placed: list[tuple[int, Candidate]], least: float) -> dict[str, str]:
    """Spelling -> the label that the surer half of its occurrences give it."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    best: dict[str, float] = defaultdict(float)
    for _, candidate in placed:
        votes[candidate.text][candidate.label] += candidate.score
        best[candidate.text] = max(best[candidate.text], candidate.score)
    return {
        text: max(sorted(labels), key=lambda name: labels[name])
        for text, labels in votes.items()
        if best[text] >= least
    }


def find_free(
    ruled: list[tuple[int, Candidate]], placed: list[tuple[int, Candidate]]
) -> list[tuple[int, Candidate]]:
    """The candidates of the rules that touch no name of the tagger."""
    taken: dict[int, set[int]] = defaultdict(set)
    for number, candidate in placed:
        taken[number].update(range(candidate.start, candidate.end))
    return [(number, c) for number, c in ruled if not taken[number] & set(range(c.start, c.end))]


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
        part = wide.label == "PLACE" and wide.text.rsplit(" ", 1)[-1] in PLACE_AFTER_PART
        if not (wide.label == "ORG" or part) or wide.score < least:
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
    echoes = list_echoes(placed, parameters.least_echo)
    merged = [(n, replace(c, label=echoes.get(c.text, c.label))) for n, c in placed]
    for text, label in sorted(echoes.items()):
        if label == "PERSON" and " " in text:
            echoes.setdefault(text.rsplit(" ", 1)[1], label)
    for number, candidate in find_free(ruled, placed):
        known = tables.known.get(candidate.text)
        if candidate.text in echoes:
            merged.append((number, replace(candidate, label=echoes[candidate.text], score=LIKELY)))
        elif known and known.kind in SURE_KINDS and candidate.score >= parameters.least_rule:
            merged.append((number, candidate))
    return sorted(merged, key=lambda pair: (pair[0], pair[1].start))
