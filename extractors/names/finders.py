"""What finds names, as one small protocol, and what happens to articles it cannot read.

A finder is a function on the texts of one article. The two that ship are here; adapters for other
libraries are in flows.documents.finders, which also knows how a user names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from extractors.names.language import is_english, is_latin
from extractors.names.mentions import (
    LONGEST_NAME,
    find_article_mentions,
    find_longest,
    find_rule_mentions,
    find_table_mentions,
)
from extractors.records import LABELS, Mention

Texts = Sequence[tuple[str, str]]  # (field, text): title, subtitle, body


class FindNames(Protocol):
    """Names in the texts of one article: sorted by text and start, not overlapping."""

    def __call__(self, texts: Texts, language: str | None) -> Sequence[Mention]:
        """`language`: ISO 639-1 code, None when it is not known."""


@dataclass(frozen=True, slots=True)
class NameFinder:
    """A finder and the languages it can read."""

    name: str  # as a user chooses it: tagger, rules, spacy:MODEL, ...
    find: FindNames
    languages: frozenset[str] | None  # ISO 639-1; None: whatever it is given


# The languages are those the tagger was trained on and the rules were written for (data/tagger.md).
TAGGER = NameFinder("tagger", find_article_mentions, frozenset({"en"}))
RULES = NameFinder("rules", find_rule_mentions, frozenset({"en"}))

# What is left where the finder does not read the language: the names of the name tables
# (countries, capitals, well-known organisations), or none without the Latin alphabet.
KNOWN_NAMES_ONLY, NOT_READ = "known_names_only", "not_read"


@dataclass(frozen=True, slots=True)
class Reading:
    """The names of an article, and why there are not more."""

    mentions: tuple[Mention, ...]
    unread: str | None = None  # KNOWN_NAMES_ONLY, NOT_READ; None: read by the finder


def guess_language(texts: Texts, language: str | None) -> str | None:
    """The language without its region (en for en-GB), else en when the words are English."""
    if language:
        return language.lower().replace("_", "-").split("-")[0]
    longest = find_longest(texts)
    return "en" if is_latin(longest) and is_english(longest) else None


def read_names(finder: NameFinder, texts: Texts, language: str | None) -> Reading:
    """The names of an article by the finder; by the tables alone where it cannot read."""
    spoken = guess_language(texts, language)
    if finder.languages is None or spoken in finder.languages:
        return Reading(tuple(finder.find(texts, spoken)))
    if is_latin(find_longest(texts)):
        return Reading(find_table_mentions(texts), KNOWN_NAMES_ONLY)
    return Reading((), NOT_READ)


# What other tools call the kinds of names (OntoNotes 5, CoNLL-2003, WikiNER, common GLiNER labels).
OTHER_LABELS = {
    "PER": "PERSON", "PEOPLE": "PERSON", "HUMAN": "PERSON",
    "ORGANIZATION": "ORG", "ORGANISATION": "ORG", "COMPANY": "ORG", "INSTITUTION": "ORG",
    "GPE": "PLACE", "LOC": "PLACE", "LOCATION": "PLACE", "FAC": "PLACE", "FACILITY": "PLACE",
    "COUNTRY": "PLACE", "CITY": "PLACE",
    "NATIONALITY": "NORP", "NATIONALITY, RELIGIOUS OR POLITICAL GROUP": "NORP",
    "EVENT": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC",
    "WORK OF ART": "MISC", "MISCELLANEOUS": "MISC",
}  # fmt: skip


def map_label(label: str) -> str | None:
    """One of LABELS for the label of another tool; None for dates, amounts and the unknown."""
    label = label.upper()
    return label if label in LABELS else OTHER_LABELS.get(label)


def make_mentions(
    texts: Texts, spans: Iterable[tuple[int, int, int, str, float]]
) -> tuple[Mention, ...]:
    """Mentions from (number of the text, start, end, label, score) as another tool gives them.

    Labels are mapped, blanks at the edges left out; of overlapping spans the longer stays. Spans
    outside their text, empty ones and labels that are no names are left out.
    """
    kept: list[tuple[int, int, int, str, float]] = []
    for number, start, end, label, score in spans:
        mapped = map_label(label)
        if mapped is None or not 0 <= number < len(texts):
            continue
        inside = texts[number][1][max(start, 0) : max(end, 0)]
        first, last = start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())
        if 0 <= first < last <= first + LONGEST_NAME:
            kept.append((number, first, last, mapped, min(max(score, 0.0), 1.0)))
    kept.sort(key=lambda span: (span[0], span[1] - span[2], span[1], span[3]))
    free: list[tuple[int, int, int, str, float]] = []
    taken: list[set[int]] = [set() for _ in texts]
    for span in kept:
        letters = range(span[1], span[2])
        if taken[span[0]].isdisjoint(letters):
            taken[span[0]].update(letters)
            free.append(span)
    return tuple(
        Mention(start, end, label, texts[n][1][start:end], round(score, 2), field=texts[n][0])
        for n, start, end, label, score in sorted(free)
    )
