"""Mends the edges of the names that the tagger found."""

from __future__ import annotations

import re

from extractors.namebook.cues import (
    FIELDS,
    PARTICLES,
    PLACE_AFTER_PART,
    TITLES,
)
from extractors.namebook.tables import NameTables
from extractors.names.candidates import Candidate
from extractors.names.joins import INITIALS_BEFORE, NO_INITIALS, join_persons
from extractors.names.labels import label_by_table, weigh_article
from extractors.names.works import find_work_end
from extractors.tagger.decode import TYPES
from extractors.tagger.tagging import Tagged

EDGES = " \t\n,;:!?\"'“”‘’()[]«»-–—*•|/"
TAIL = re.compile(r"(?:['’ʼ]s|\s+(?:and|of|the|for|in|&))$")
HEAD = re.compile(r"(?:the|a|an|and|of|NGOs?)\s+", re.IGNORECASE)
# An office behind the organisation it belongs to: UN Special Rapporteur, White House Adviser.
OFFICE_TAIL = re.compile(
    r"(?<=\w)\s+(?:(?:Special|Independent|Permanent|Senior|Chief|Deputy|Vice|Resident|Regional)\s+)*"
    r"(?:Rapporteur|Expert|Envoy|Representative|Advis[eo]r|Spokes(?:man|woman|person)|Ambassador"
    r"|Secretary-General|President|Chair(?:man|woman|person)?|Director|Director-General|Chief"
    r"|Co-?ordinator|Manager|Officer|Board Member|Member)s?$"
)
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
LOWER_HEAD = re.compile(r"([a-zà-ÿ]+)\s+(?=[^\W\d_a-zà-ÿ])")
# What stands in front of a name, not in it: Moscow-dominated Treaty Organization.
PARTICIPLE = re.compile(r"[^\W\d_][\w.]*[-‐‑](?:led|born|made|run|held|[a-z]+ed)\s+(?=[^\W\d_a-z])")
LOWER_TAIL = re.compile(r"[-\s]+([a-zà-ÿ]+)$")  # alliance in CSTO alliance, led in Moscow-led

PERSON_TAIL = re.compile(r"(?:[-‐‑][^\W\d_]{1,12})+\b")
OTHER_TAIL = re.compile(r"[-‐‑](?:\d{1,4}|[a-z]{2,4})\b")  # Covid-19; Jae-in taken for a place
# Behind a hyphen these make an adjective of the name, not a longer name.
NO_PART = re.compile(
    r"[-‐‑](?:led|era|backed|based|style|born|run|owned|like|turned|appointed|free|and|the"
    r"|inspired|linked|[a-z]+ed|[a-z]+ing)\b"
)


def cut_lower_head(name: str) -> int:
    """Characters of an ordinary word in front of a capital: south in south Kashmir."""
    match = LOWER_HEAD.match(name)
    return match.end() if match and match.group(1) not in PARTICLES else 0


def cut_lower_tail(name: str, label: str) -> int:
    """Characters of an ordinary word behind a name; a corridor is part of its name."""
    match = LOWER_TAIL.search(name)
    if match is None or label == "PERSON" or match.group(1) in PLACE_AFTER_PART:
        return 0
    return len(match.group())


def find_office(name: str) -> re.Match[str] | None:
    """The office at the end of an organisation's name; the Office of a Commissioner is one."""
    return None if " of " in name or name.startswith("Office") else OFFICE_TAIL.search(name)


def mend_span(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    """The span without titles, articles, joining words and signs at its edges; U.S with point.

    Participles in front go too."""
    while start < end:
        inside = text[start:end]
        cut = len(inside) - len(inside.lstrip(EDGES))
        head = HEAD.match(inside) or PARTICIPLE.match(inside)
        title = re.match(r"([^\W\d_][\w-]*)\.?\s+(?=\S)", inside) if label == "PERSON" else None
        if title and (title.group(1) in TITLES or title.group(1) in FIELDS):
            start += title.end()
        elif head:
            start += head.end()
        elif cut:
            start += cut
        elif tail := TAIL.search(inside) or (label == "ORG" and find_office(inside)):
            end = start + tail.start()
        elif inside[-1] in EDGES:
            end -= 1
        elif first := cut_lower_head(inside):
            start += first
        elif last := cut_lower_tail(inside, label):
            end -= last
        else:
            break
    if text[end : end + 1] == "." and INITIALS.search(text[start:end]):
        end += 1
    return start, end


def widen_span(
    text: str, start: int, end: int, label: str, free: tuple[int, int]
) -> tuple[int, int]:
    """The span with what its word goes on with: Man-kin, Covid-19, A. Holm, KP Moss.

    What does not lie whole in text[free[0] : free[1]] belongs to a neighbour, and stays there.
    """
    tail = PERSON_TAIL if label == "PERSON" else OTHER_TAIL
    behind = tail.match(text, end)
    if behind and behind.end() <= free[1] and not NO_PART.search(behind.group()):
        end = behind.end()
    before = INITIALS_BEFORE.search(text, max(0, start - 12), start) if label == "PERSON" else None
    if before and free[0] <= before.start(1) and before.group(1).rstrip(". ") not in NO_INITIALS:
        start = before.start(1)
    return start, end


def include_article(text: str, start: int, end: int, free: int, tables: NameTables) -> int:
    """Where a name begins whose article belongs to it: The Guardian."""
    before = start - len("The ")
    is_part = before >= free and text[before:start] == "The " and text[before:end] in tables.known
    return before if is_part else start


def mend_tagged(names: list[Tagged], text: str, tables: NameTables) -> list[Candidate]:
    """The names of the tagger as candidates, with mended edges and labels.

    Names sorted by start and not overlapping give candidates that are so too.
    """
    found: list[Candidate] = []
    names = join_persons(names, text)
    nexts = [*(name.start for name in names[1:]), len(text)]
    for name, limit in zip(names, nexts, strict=False):
        free = (found[-1].end if found else 0, limit)
        start, end = widen_span(text, name.start, name.end, name.label, free)
        start, end = mend_span(text, start, end, name.label)
        end = min(end, limit)  # the point behind initials may begin the next name
        if start < end and any(c.isalnum() for c in text[start:end]):
            inside = text[start:end]
            chances = weigh_article(text, start, inside, name.chances, tables)
            likely = TYPES[chances.index(max(chances))] if chances != name.chances else name.label
            label = label_by_table(inside, likely, tables)
            work_end = find_work_end(text, start, end, label, limit)
            if work_end is not None:
                end, label, chances = work_end, "MISC", ()
            start = include_article(text, start, end, free[0], tables)
            score = round(name.score, 4)
            found.append(Candidate(start, end, text[start:end], label, score, False, chances))
    return found
