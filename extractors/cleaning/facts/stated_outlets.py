"""Whose page it is, as notices of rights and appeals to readers say: © 2024 The Bay Post."""

from __future__ import annotations

import re

from extractors.cleaning.facts.entries import Entry, fact_of
from extractors.records import Metadatum

_OUTLET = (
    re.compile(
        r"(?:^|\b)[Ss]upport (?P<name>(?:The |the )?[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4})\s*!?$"
    ),
    re.compile(
        r"journalists (?:of|at) (?P<name>(?:The |the )?[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4})"
    ),
    re.compile(
        r"(?P<name>(?:The |"
        r"the )[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4}), an? (?:\w+ ){0,2}(?:news|newspaper|"
        r"source|outlet)"
    ),
    re.compile(
        r"(?:©|\(c\)|[Cc]opyright)\s*(?:©\s*)?\d{4}(?:\s?[-–]\s?\d{4})?,?\s*(?:by )?"
        r"(?P<name>[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4})"
    ),
    re.compile(
        r"(?:©|\(c\)|[Cc]opyright)\s*(?:©\s*)?(?P<name>(?:The )?[A-Z][\w&.'’-]*"
        r"(?: [A-Z][\w&.'’-]*){0,4}),? (?:19|20)\d\d\b"
    ),
    re.compile(r"[Ss]ubscribe to (?P<name>(?:The |the )[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4})"),
)
# One of these stands in all that they match: quicker to look for.
_OUTLET_HINTS = ("upport ", "journalists ", ", a", "©", "(c)", "opyright", "ubscribe to ")
# Behind a copyright sign without a year stands the owner of a picture, which is no outlet.
_NOT_AN_OUTLET = re.compile(
    r"\b(?:us|our|all|newsletter|independent|journalism|rights)\b|"
    r"^(?:the )?(?:magazine|newspaper|paper|site|website|channel|podcast|show|app|team|newsroom)$",
    re.I,
)


def mine_outlet(entry: Entry) -> list[Metadatum]:
    """The outlet that the line names, if it names one."""
    if not any(map(entry.text.__contains__, _OUTLET_HINTS)):
        return []
    for pattern in _OUTLET:
        match = pattern.search(entry.text)
        name = match["name"].split(". ")[0].strip(" .,") if match else ""
        if name and not _NOT_AN_OUTLET.search(name):
            return [fact_of("outlet", name, entry)]
    return []
