"""Where in its line the value of a fact stands."""

from __future__ import annotations

from dataclasses import replace

from extractors.records import Metadatum


def place_value(fact: Metadatum, raw_text: str) -> Metadatum:
    """The fact with the offsets of its value, when the line that states it holds more than that.

    "By Anna Novak, dpa" states two; each gets the place of its name. A value that does not stand
    there as it is, or only inside longer words, keeps the place of the line.
    """
    if fact.start is None or not fact.value:
        return fact
    at = raw_text.find(fact.value, fact.start, fact.end)
    while at >= 0:
        end = at + len(fact.value)
        before, behind = raw_text[at - 1 : at], raw_text[end : end + 1]
        if (at == fact.start or not before.isalnum()) and not behind.isalnum():
            return replace(fact, start=at, end=end)
        at = raw_text.find(fact.value, at + 1, fact.end)
    return fact
