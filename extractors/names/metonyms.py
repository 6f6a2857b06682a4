"""Places that stand for who governs there: "Yerevan said", "the Kremlin denied", "told Kyiv".

A mention counts when the sentence makes the place act or be acted on like a government: it is the
subject of a verb of saying or willing, or the object of one of asking or blaming. What stands
there is a hint, not an identity: the mention keeps its own entity.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.namebook.cues import SPEECH_VERBS, words
from extractors.namebook.forms import show_name
from extractors.namebook.known import find_known
from extractors.namebook.tables import load_name_tables, read_rows
from extractors.records import Mention

# What governments do to each other; those of SPEECH_VERBS besides. General knowledge of news.
WILL_VERBS = words(
    """accuses accused agrees agreed refuses refused rejects rejected condemns condemned wants
    wanted demands demanded threatens threatened offered proposes proposed decides decided
    ordered imposed signed recognises recognised recognizes recognized expects expected hopes
    fears blames blamed criticises criticised criticizes criticized ratified backs backed opposes
    opposed considers summoned expelled responded retaliated seeks sought insists intends pledges
    vows warns denies plans welcomed protested approved hailed"""
)
OBJECT_VERBS = words(
    """accused accuses urged urges blamed blames told warned warns thanked pressed pressured asked
    condemned criticised criticized persuaded lobbied assured informed notified accusing urging
    blaming warning pressing asking"""
)
HELPING = r"(?:(?:has|have|had|will|would|may|might|could|should|did|does)\s+)?"
ADVERB = r"(?:(?:not|also|then|later|since|long|never|once|now|still|again|\w{2,12}ly)\s+)?"
# One more subject may stand between: "Baku and Yerevan agreed".
BEHIND = re.compile(rf"(?:\s+and\s+(?:the\s+)?[A-Z]\w+)?\s+{HELPING}{ADVERB}([a-z]+)\b")
BEFORE = re.compile(r"(?:\b(according to)|\b([a-z]+))\s+(?:both\s+)?(?:the\s+)?$")
NO_SUBJECT = words(
    """in at near from of to outside inside around across via through for with by into over
    between against towards toward on under beyond within off visiting visited left reached
    against neighbouring neighboring"""
)
LOOK_AHEAD, LOOK_BACK = 80, 40  # characters that can hold a cue


@dataclass(frozen=True, slots=True)
class Metonym:
    """A mention that stands for more than the place it names."""

    field: str
    start: int
    end: int
    cue: str  # the word that says so: said, accused, according to
    stands_for: str  # government of Armenia
    country_code: str | None  # ISO 3166-1 alpha-2; None for what belongs to no one country


@lru_cache(maxsize=1)
def load_seats() -> dict[str, tuple[str, str | None]]:
    """Name of a place -> (who governs there, country code): table, capitals and countries."""
    seats: dict[str, tuple[str, str | None]] = {}
    countries = {
        known.country_code: known.name
        for known in load_name_tables().known.values()
        if known.kind == "country"
    }
    for code, name in countries.items():
        seats[name] = (f"government of {name}", code)
    for known in load_name_tables().known.values():
        if known.kind == "capital" and known.country_code in countries:
            seats[known.name] = (
                f"government of {countries[known.country_code]}",
                known.country_code,
            )
    for name, stands_for, code in read_rows("seats.tsv"):
        seats[name] = (stands_for, code or None)
    return seats


def find_seat(mention: Mention) -> tuple[str, str | None] | None:
    """Who governs at the place that a mention names; None for persons and other names."""
    if mention.label not in ("PLACE", "ORG"):
        return None
    name = show_name(mention.label, mention.text)
    known = find_known("PLACE", name) if mention.label == "PLACE" else None
    return load_seats().get(known.name if known else name)


def find_cue(text: str, start: int, end: int) -> str | None:
    """The word that makes the name at text[start:end] a government; None when nothing does."""
    before = BEFORE.search(text, max(0, start - LOOK_BACK), start)
    word = (before.group(1) or before.group(2)) if before else ""
    if word in OBJECT_VERBS or word == "according to":
        return word
    if word in NO_SUBJECT:
        return None
    behind = BEHIND.match(text, end, min(len(text), end + LOOK_AHEAD))
    verb = behind.group(1) if behind else ""
    return verb if verb in SPEECH_VERBS or verb in WILL_VERBS else None


def find_metonyms(
    texts: Sequence[tuple[str, str]], mentions: Sequence[Mention]
) -> tuple[Metonym, ...]:
    """The mentions that stand for a government, in the order given; texts are (field, text)."""
    by_field = dict(texts)
    found = []
    for m in mentions:
        seat = find_seat(m)
        cue = find_cue(by_field[m.field], m.start, m.end) if seat else None
        if seat is not None and cue is not None:
            found.append(Metonym(m.field, m.start, m.end, cue, *seat))
    return tuple(found)
