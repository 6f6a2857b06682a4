"""Names of laws, treaties, prizes and contests: told by their last word, feasts by their first.

Mine Safety Act is no organisation, and the Lachin in Lachin Accord is part of a longer name.
"""

from __future__ import annotations

import re

from extractors.namebook.cues import words

WORK_HEADS = words(
    """Law Act Bill Treaty Agreement Convention Constitution Declaration Protocol Accord Accords
    Pact Code Charter Index Survey Report Plan Award Awards Prize Medal Cup Trophy Championship
    Championships Tournament Olympics Olympiad Marathon Prix Festival Day Week War Wars Series"""
)
FEASTS = words(
    """Eid Diwali Deepavali Hanukkah Passover Purim Sukkot Nowruz Ashura Mawlid Vesak Songkran
    Chuseok Thanksgiving Juneteenth Kwanzaa Navratri Pongal"""
)
MADE_OF = frozenset(["ORG", "PLACE"])  # labels that such names are given by mistake
NEXT_WORD = re.compile(r" ([A-Z][a-z]+)\b")


def find_work_end(text: str, start: int, end: int, label: str, limit: int) -> int | None:
    """Where the work ends that text[start:end] names or begins to name; None when it is none.

    What goes beyond text[:limit] belongs to the next name.
    """
    if text[start:end].split(maxsplit=1)[0] in FEASTS:
        return end
    if label not in MADE_OF:
        return None
    following = NEXT_WORD.match(text, end)
    if following and following.group(1) in WORK_HEADS and following.end() <= limit:
        return following.end()
    head = text[start:end].rsplit(" ", 1)
    return end if len(head) > 1 and head[1] in WORK_HEADS else None
