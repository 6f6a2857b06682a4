"""The facts about one article, chosen from everything that was found about it.

Every value keeps its row with how it is known; the ones that stand in the article are marked, the
ones that cannot be used say why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from extractors.dates import UNKNOWN, StatedDate, parse_date_numbers
from extractors.normal_values import normalise
from extractors.records import Metadatum

# The most trusted first: what the user says, what the format or the page states in its own
# structure, what a line says, what a page shows, what names of files tell, what is only likely.
METHODS = (
    "sidecar",
    "front_matter",
    "field",  # of a record, a mail header, a feed item, a WARC header
    "json_ld",
    "meta_tag",
    "microdata",
    "line",
    "byline",  # an element of a page marked as one
    "heading",
    "address",
    "file_name",
    "folder",
    "detected",
)
# Fields of which all values of the most trusted method count; of the others the first does.
SEVERAL = frozenset({"author", "author_organisation"})
STATED_BY_HAND = frozenset({"sidecar", "front_matter", "field"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an article, as the columns of its row; None or UNKNOWN: not known."""

    title: str | None
    subtitle: str | None
    outlet: str | None
    author: str | None  # persons, joined by "; "
    author_organisation: str | None  # agencies and the like, joined by "; "
    published: StatedDate
    updated: StatedDate
    section: str | None
    language: str | None  # ISO 639-1
    url: str | None
    canonical_url: str | None
    metadata: tuple[Metadatum, ...]  # everything found, the chosen values marked


def choose_facts(found: Iterable[Metadatum], today: date, title: str | None = None) -> Facts:
    """The most trusted value of every field, by METHODS, the first found among equals.

    `title` is the headline that the cleaner saw in the text: only a title that the user or the
    format states goes before it. `today` refuses dates in the future and does nothing else.
    """
    rows = normalise(sorted(found, key=_rank), today)
    chosen: dict[str, list[Metadatum]] = {}
    for row in rows:
        if row.normal_value is None or (row.field == "title" and not _may_be_title(row, title)):
            continue
        best = chosen.setdefault(row.field, [])
        if not best or (row.field in SEVERAL and row.method == best[0].method):
            best.append(row)
    marked = {id(row) for rows_of in chosen.values() for row in rows_of}

    def value(field: str) -> str | None:
        return "; ".join(row.normal_value for row in chosen.get(field, ())) or None

    return Facts(
        title=value("title") or title,
        subtitle=value("subtitle"),
        outlet=value("outlet"),
        author=value("author"),
        author_organisation=value("author_organisation"),
        published=_date(value("published_at"), today),
        updated=_date(value("updated_at"), today),
        section=value("section"),
        language=value("language"),
        url=value("url") or value("canonical_url"),
        canonical_url=value("canonical_url"),
        metadata=tuple(replace(row, is_chosen=id(row) in marked) for row in rows),
    )


def _rank(row: Metadatum) -> int:
    return METHODS.index(row.method)


def _may_be_title(row: Metadatum, title: str | None) -> bool:
    return title is None or row.method in STATED_BY_HAND or row.normal_value == title


def _date(text: str | None, today: date) -> StatedDate:
    return (parse_date_numbers(text, today) if text else None) or UNKNOWN
