"""What one line says of the agency that a text comes from, in each of the places where it may.

KYIV (Reuters) - The two ...        (ANSA) - LECCE, 21 NOV - The team ...        ... in May. (PAP)
Source: Lusa        © Agence France-Presse        Reuters contributed to this report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from extractors.authors.agency_names import agency_name, is_written_so, read_agencies

DATELINE_CHARS = 140  # of the place and day, with the agency
MOST_PLACE_WORDS = 12
MOST_SIGNED = 64  # characters in which agencies sign
LONGEST_WITH = 60  # characters of a line "with reports by AFP"
BRACKETED = re.compile(r"\(([^()]{2,60})\)|(?:^|(?<=\s))/([^/]{2,30})/")
PLACE = re.compile(r"\W{0,3}(?:(?=[^\W\d_])[^a-zà-ÿа-яё][^!?:;“”«»\"]*)?")
AFTER_DATELINE = re.compile(r"\s*[.,]{0,2}\s*[-–—―‒]|\s*[.:]\s")
UNBRACKETED = re.compile(r"(?:[^\W\d_][\w .'’-]{1,40},\s*)?([\w .-]{2,30}?)\s+[-–—]\s")
OF_CHINA = re.compile(r"[\W_]{0,2}(?:据)?(新华社|新華社|中新社|中新网).{0,14}?[日电電讯]")
SIGNED = re.compile(r"[(/]([^()/]{2,40}(?:/[^()/]{2,20})*)[)/]\.?$")
SIGNED_BARE = re.compile(r"[.!?…”\"»]\s+([^\W\d_a-z]{2,8}(?:/[^\W\d_a-z]{2,8})*)\.?$")
SOURCE = re.compile(
    r"\W{0,3}(?:sources?|quellen?|fuentes?|fontes?|fonti|źródło|kaynak|источник|джерело|zdroj|"
    r"forrás|källa|kilde|bron|sumber|sursa|izvor|πηγή|المصدر|来源|來源|出典)\s*[:：]\s*(.+)",
    re.I,
)
RIGHTS = re.compile(r"(?:©|\(c\)|\bcopyright\b)[\W\d_]*(?:copyright\b[\W\d_]*)?(?:by )?", re.I)
OF_PICTURES = re.compile(r"photo|foto|bild|image|imagen|immagin|picture|video|getty|zdjęci", re.I)
SHARE = "contributed to this"
WITH = re.compile(r"\W{0,3}(?:with|mit|avec|con|com|met|med)\s", re.I)
WORDS = re.compile(r"[^\W_][\w.-]*")
MOST_WORDS = 4  # of the name of an agency
SIZES = ("AA", "AAA")  # of letters: buttons of the page


class Named(NamedTuple):
    """The name of an agency as it is written, and where in the line it stands."""

    start: int
    name: str


def read_dateline(text: str) -> list[Named]:
    """The agencies of the dateline with which a paragraph begins."""
    head = text[:DATELINE_CHARS]
    for match in BRACKETED.finditer(head):
        place = head[: match.start()]
        if not PLACE.fullmatch(place) or len(place.split()) > MOST_PLACE_WORDS:
            return []
        names = read_agencies(match[1] or match[2])
        if names and AFTER_DATELINE.match(text, match.end()):
            return _place(text, match.start(), names)
    for pattern in (UNBRACKETED, OF_CHINA):
        if (match := pattern.match(head)) and (names := read_agencies(match[1], bare=True)):
            return _place(text, match.start(1), names)
    return []


def read_sign_off(text: str) -> list[Named]:
    """The agencies that sign behind the last sentence of a text, or on a line of their own."""
    start = max(0, len(text) - MOST_SIGNED)
    if text[-2:].strip(".")[-1:] in (")", "/") and (match := SIGNED.search(text, start)):
        return _place(text, match.start(1), read_agencies(match[1]))
    if text[-2:].isupper() and (match := SIGNED_BARE.search(text, start)):
        return _place(text, match.start(1), read_agencies(match[1], bare=True))
    return read_alone(text)


def read_alone(text: str) -> list[Named]:
    """The agencies of a line that names nothing else."""
    if len(text) > MOST_SIGNED:
        return []
    names = [name for name in read_agencies(text, bare=True) if name not in SIZES]
    rest = sum(map(str.isalpha, text)) - sum(sum(map(str.isalpha, name)) for name in names)
    return _place(text, 0, names) if names and rest <= len("and") else []


def read_source(text: str) -> list[Named]:
    """The agencies behind the label of a source."""
    match = SOURCE.fullmatch(text)
    return _place(text, match.start(1), read_agencies(match[1], bare=True)) if match else []


def read_rights(text: str) -> list[Named]:
    """The agency that owns a text, as a notice of rights says; pictures have their own owners."""
    if OF_PICTURES.search(text):
        return []
    named = (_read_first(text, match.end()) for match in RIGHTS.finditer(text))
    return [name for name in named if name]


def read_share(text: str) -> list[Named]:
    """The agencies that a note says to have helped: "With reports by AFP and dpa"."""
    if SHARE in text:
        first = _read_first(text, 0)
        return [first] if first else []
    if len(text) > LONGEST_WITH or not WITH.match(text) or OF_PICTURES.search(text):
        return []
    names = [word for word in WORDS.findall(text) if agency_name(word) and is_written_so(word)]
    return _place(text, 0, names)


def _read_first(text: str, start: int) -> Named | None:
    """The agency whose name stands at `start`; the longest one of those that begin there."""
    words = list(WORDS.finditer(text, start))[:MOST_WORDS]
    for last in reversed(words):
        name = text[words[0].start() : last.end()].rstrip(".")
        if agency_name(name) and is_written_so(name):
            return Named(words[0].start(), name)
    return None


def _place(text: str, start: int, names: Iterable[str]) -> list[Named]:
    placed = []
    for name in names:
        start = text.index(name, start)
        placed.append(Named(start, name))
        start += len(name)
    return placed
