"""Joins the parts of one person whom the tagger found as two."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.namebook.cues import PARTICLES
from extractors.tagger.tagging import Tagged

INITIALS_BEFORE = re.compile(r"(?<![^\s(“\"‘'])((?:[A-Z]\. ?){1,3}|[A-Z]{2,3} )$")
NO_INITIALS = frozenset("US UK UN EU PM MP MPs CEO CFO DJ TV ISA UAE USA DR A I".split())
# Behind a person: another name between quotation marks, and what it stands in front of.
NICKNAME = re.compile(r" ?(?:“[^”\n]{2,24}”|\"[^\"\n]{2,24}\"|‘[^’\n]{2,24}’|'[^'\n]{2,24}') ?")


def are_initials(text: str) -> bool:
    """True for 'A. ' or 'KP ', which belong to the name behind them."""
    return bool(INITIALS_BEFORE.fullmatch(text)) and text.rstrip(". ") not in NO_INITIALS


def are_one_person(left: Tagged, right: Tagged, text: str) -> bool:
    """True when two persons, one behind the other, are parts of one name.

    Initials and what is behind them; Dwayne “The Rock” Johnson; Abdul bin Rashid cut behind the
    particle. A full name behind a full name is another person.
    """
    if not left.label == right.label == "PERSON":
        return False
    between, ahead = text[left.end : right.start], text[left.start : left.end]
    if between == " " and ahead.rsplit(" ", 1)[-1].lower() in PARTICLES:
        return True
    one_word = " " not in text[right.start : right.end]
    nicknamed = one_word and NICKNAME.fullmatch(between) is not None
    return nicknamed or are_initials(text[left.start : right.start])


def join_persons(names: list[Tagged], text: str) -> list[Tagged]:
    """The names, sorted by start and not overlapping, with the parts of one person joined."""
    joined: list[Tagged] = []
    for name in names:
        if joined and are_one_person(joined[-1], name, text):
            joined[-1] = replace(name, start=joined[-1].start)
        else:
            joined.append(name)
    return joined
