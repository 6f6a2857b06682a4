"""The nouns of newsmill: frozen records that travel from step to step.

One record is one row of the table of the same name. Offsets are characters, end exclusive.
Scores and shares lie between 0 and 1. Ids are computed from place and content, never counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

LABELS = (
    "PERSON",
    "ORG",
    "PLACE",
    "NORP",
    "MISC",
)  # NORP: nationalities, religious and political groups
VERDICTS = ("keep", "drop", "move")  # move: taken out of the body into a metadata column


class Line(NamedTuple):
    """One raw line of a document and what the cleaner decided about it.

    A tuple: there is one for each line of the corpus, and a dataclass takes five times as long.
    """

    line_no: int  # 0-based position in the document
    start: int  # offset of the first character in the raw text
    end: int  # offset behind the last character, the line ending not counted
    verdict: str  # one of VERDICTS
    category: str | None  # why it left the body (extractors.categories); None for kept lines
    rule: str  # name of the rule or model that decided
    score: float  # how sure the cleaner is that the line is not body text, 0..1


@dataclass(frozen=True, slots=True)
class Metadatum:
    """One fact about an article, with how and where it was found.

    A reader fills field, value, method and where it stands; extractors.facts fills the rest.
    """

    field: str  # title, subtitle, outlet, author, published_at, caption, related_title, ...
    value: str  # as it was found
    method: str  # how it is known: one of extractors.facts.trust.METHODS
    line_no: int | None = None  # where it stands, when it stands in a line
    start: int | None = None  # offset in the raw text
    end: int | None = None
    source_field: str | None = None  # name of the field that states it: datePublished, og:title
    normal_value: str | None = None  # as it is used: ISO 8601, ISO 639-1, a name without its title
    precision: str | None = None  # of dates: instant, day, month, year, unknown
    is_zone_known: bool | None = None  # of dates with a time
    score: float | None = None  # of detected values
    refused: str | None = None  # why the value is not used
    is_chosen: bool = False  # stands in the row of article


def find_value(facts: Iterable[Metadatum], field: str) -> str | None:
    """The first value that is stated for the field, as it was found."""
    return next((fact.value for fact in facts if fact.field == field), None)


@dataclass(frozen=True, slots=True)
class CleanText:
    """What cleaning gives: a verdict for every raw line, the body, what other lines told."""

    text: str  # kept, non-blank lines joined by newlines, without the title
    title: str | None
    lines: tuple[Line, ...]  # cover the raw text in order; blank lines are kept lines
    metadata: tuple[Metadatum, ...]
    cleaner_version: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in a text: `text[start:end]`."""

    start: int
    end: int
    label: str  # PERSON, ORG, PLACE, NORP, MISC
    text: str
    score: float = 1.0
    name: str | None = None  # the fullest form of the name inside the same document
    field: str = "body"  # which text of the article the offsets count in: title, subtitle, body


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks in a body, `text[start:end]`, and who said it.

    What is not known of the speaker is None; the closed lists are those of extractors.quotations.
    """

    start: int
    end: int
    text: str
    kind: str  # direct, partial, title
    continues: bool = False  # it takes up the quotation that the paragraph before left open
    speaker: str | None = None  # the fullest form of the name inside the article
    speaker_label: str | None = None  # of LABELS
    speaker_text: str | None = None  # the words for the speaker beside the cue: She, the ministry
    name_start: int | None = None  # where the name stands that the speaker is known by
    name_end: int | None = None
    cue: str | None = None  # the words that say that it was said
    cue_start: int | None = None
    rule: str | None = None  # how cue and quotation hang together
    reference: str | None = None  # how the speaker is told: name, pronoun, description, ...
    score: float | None = None  # how sure the speaker is


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that could not become an article, and why."""

    reason: str  # one of REASONS
    detail: str  # one sentence for a person, with the mend where there is one


@dataclass(frozen=True, slots=True)
class Page:
    """The text of one document as it was read, before cleaning."""

    text: str  # raw text; for HTML the visible text of the page, one block per line
    format: str  # text, html
    language: str | None = None
    url: str | None = None
    body_lines: frozenset[int] | None = None  # HTML: lines the page extractor takes for the body
    metadata: tuple[Metadatum, ...] = field(default=())  # what the page's own structure says
    in_bulk: bool = False  # read quickly, to be cleaned quickly
    recurring: frozenset[int] = frozenset()  # lines known to be furniture of the outlet
