"""Short names of organisations and places: acronyms, and forms without their heads."""

from __future__ import annotations

import re

from extractors.namebook.cues import ORG_HEADS, PLACE_HEADS, words
from extractors.namebook.keys import fold_letters
from extractors.namebook.tables import load_name_tables

SMALL = words("of for and the in on to de la du des y &")


def list_initials(name: str) -> str:
    """First letters of the words of a name in lower case, US and the like whole, no small words."""
    parts = re.split(r"[\s\-–—/]+", name)
    letters = [p if p.isupper() and len(p) < 4 else p[:1] for p in parts if p.lower() not in SMALL]
    return fold_letters("".join(letters))


def is_acronym(name: str) -> bool:
    """True for two to eight letters, most of them capitals, without blanks."""
    letters = name.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isalpha()):
        return False
    capitals = sum(map(str.isupper, letters))
    return capitals > 1 and capitals * 2 > len(letters)


def list_short_forms(label: str, name: str) -> list[str]:
    """Shorter forms of an organisation or place: Promises for Promises Treatment Center.

    The name less its heads, and the team without its city: Saints for New Orleans Saints.
    """
    if label not in ("ORG", "PLACE") or " " not in name:
        return []
    heads = ORG_HEADS if label == "ORG" else ORG_HEADS | PLACE_HEADS
    parts, forms = name.split(), []
    while len(parts) > 1 and parts[-1].capitalize() in heads:
        parts = parts[:-1]
        forms.append(" ".join(parts))
    city, _, team = name.rpartition(" ")
    known = load_name_tables().known
    if label == "ORG" and team not in heads and city in known and known[city].label == "PLACE":
        forms.append(team)
    tables = load_name_tables()
    return [f for f in forms if f.lower() not in tables.common_words and f not in known]
