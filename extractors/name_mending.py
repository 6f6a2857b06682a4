"""Mends the edges and labels of the names that the tagger found."""

from __future__ import annotations

import re

from extractors.name_candidates import Candidate
from extractors.name_cues import FIELDS, NORP_WORDS, PARTICLES, PLACE_AFTER_PART, TITLES
from extractors.name_tables import NameTables
from extractors.tagger import Tagged

EDGES = " \t\n,;:!?\"'“”‘’()[]«»-–—*•|/"
TAIL = re.compile(r"(?:['’ʼ]s|\s+(?:and|of|the|for|in|&))$")
HEAD = re.compile(r"(?:the|a|an|and|of)\s+", re.IGNORECASE)
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
LOWER_HEAD = re.compile(r"([a-zà-ÿ]+)\s+(?=[^\W\d_a-zà-ÿ])")
LOWER_TAIL = re.compile(r"[-\s]+([a-zà-ÿ]+)$")  # alliance in CSTO alliance, led in Moscow-led


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
        elif first := cut_lower_head(inside):
            start += first
        elif last := cut_lower_tail(inside, label):
            end -= last
        else:
            break
    if text[end : end + 1] == "." and INITIALS.search(text[start:end]):
        end += 1
    return start, end


def label_by_table(name: str, label: str, tables: NameTables) -> str:
    """Countries are places and demonyms peoples, whatever else the tagger took them for."""
    known = tables.known.get(name)
    if name in NORP_WORDS or (known is not None and known.kind == "demonym"):
        return "NORP"
    is_country = known is not None and known.kind == "country"
    return "PLACE" if is_country and label != "PERSON" else label


def mend_tagged(names: list[Tagged], text: str, tables: NameTables) -> list[Candidate]:
    """The names of the tagger as candidates, with mended edges and labels."""
    found = []
    for name in names:
        start, end = mend_span(text, name.start, name.end, name.label)
        if start < end and any(c.isalnum() for c in text[start:end]):
            inside = text[start:end]
            label = label_by_table(inside, name.label, tables)
            score = round(name.score, 4)
            found.append(Candidate(start, end, inside, label, score, False, name.chances))
    return found
