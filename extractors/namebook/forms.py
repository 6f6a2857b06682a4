"""Names as they are shown: one blank between words, no titles, legal forms or larger places."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.namebook.cues import FIELDS, LEGAL_SUFFIXES, PARTICLES, TITLES

EDGES = " \t\r\n\"'“”‘’«»„()[]{}<>,;:!?*•|/\\-–—_"
POSSESSIVE = re.compile(r"(?:['’ʼ][sS]|(?<=s)['’ʼ])$")
OWNER = re.compile(r"^[^\W\d_][\w.-]*['’ʼ]s (?=[^\W\d_])")  # Indonesia's in front of a place
WITHIN = re.compile(r",\s|\s(?:in|near|on)\s")
ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


def clean_name(text: str) -> str:
    """The name as it is shown: one blank between words, no quotes, article or possessive."""
    name = " ".join(text.split()).strip(EDGES)
    name = POSSESSIVE.sub("", name)
    rest = ARTICLE.sub("", name, count=1) if ARTICLE.match(name) else name
    return rest or name


def strip_titles(name: str) -> str:
    """A person's name without titles: President Vladimir Putin gives Vladimir Putin."""
    parts = name.split()
    while len(parts) > 1 and (parts[0].rstrip(".") in TITLES or parts[0] in FIELDS):
        parts = parts[1:]
    return " ".join(parts)


def strip_legal(name: str) -> str:
    """An organisation's name without its legal form: Apple Inc. gives Apple."""
    parts = name.replace(",", " ").split()
    while len(parts) > 1 and parts[-1].rstrip(".") in LEGAL_SUFFIXES:
        parts = parts[:-1]
    return " ".join(parts)


def strip_lower(name: str) -> str:
    """The name without ordinary words in front: defensive tackle Jamal Williams, at Lake Como."""
    parts = name.split()
    if not any(p[0].isupper() for p in parts):
        return name
    while parts[0].islower() and parts[0] not in PARTICLES and "-" not in parts[0]:
        parts = parts[1:]
    return " ".join(parts)


def strip_place(name: str) -> str:
    """A place without the larger one it lies in: Indonesia's Aceh, Malibu in California."""
    inner = OWNER.sub("", name)
    return WITHIN.split(inner, maxsplit=1)[0].strip(EDGES) or name


@lru_cache(maxsize=200_000)
def show_name(label: str, text: str) -> str:
    """The name in the form in which it stands in tables."""
    name = strip_lower(clean_name(text.split("(", maxsplit=1)[0] or text) or text.strip())
    if label == "PERSON":
        return strip_titles(name)
    if label == "PLACE":
        return strip_place(name)
    return strip_legal(name) if label == "ORG" else name
