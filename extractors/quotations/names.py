"""Names that may be those of speakers: mentions, and capitals that no mention has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractors.namebook.tables import load_name_tables
from extractors.quotations.capital_names import CapitalNames, Name
from extractors.quotations.speech_words import SpeechWords
from extractors.records import Mention

SPEAKING = frozenset(["PERSON", "ORG", "PLACE"])


class ArticleNames:
    """The names of one body, found where they are asked for."""

    def __init__(self, text: str, mentions: Sequence[Mention], speech: SpeechWords) -> None:
        self._is_english = speech.language == "en"  # which the finders of names read
        self._capitals = CapitalNames(text, speech)
        self._mentions = [m for m in mentions if m.field == "body" and m.label in SPEAKING]
        self._mentions.sort(key=lambda m: m.start)
        self._starts = [m.start for m in self._mentions]

    def between(self, start: int, end: int, *, lonely: bool = False) -> list[Name]:
        """Names that lie in text[start:end], in order. `lonely`: single words with a capital too,
        unless they begin a sentence."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found = [
            Name(m.start, m.end, m.text, m.label, m.name or m.text)
            for m in self._mentions[first:last]
            if m.end <= end
        ]
        if self._is_english and any(n.label == "PERSON" for n in found):
            return found
        runs = self._capitals.find(start, end, lonely)
        if self._is_english:
            given = load_name_tables().given_names
            runs = [r for r in runs if " " not in r.text or r.text.split()[0] in given]
        else:  # a country inside the name of a ministry
            found = [n for n in found if not any(_holds(r, n) for r in runs if " " in r.text)]
        free = [r for r in runs if all(r.end <= n.start or n.end <= r.start for n in found)]
        return sorted([*found, *free], key=lambda n: n.start)


def _holds(outer: Name, inner: Name) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
