"""The facts about one article, chosen from everything that was found about it.

Every value keeps its row with how it is known; the ones that stand in the article are marked, the
ones that cannot be used say why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from extractors.dates.numbers import UNKNOWN, StatedDate, parse_date_numbers
from extractors.dates.publication_days import (
    find_finer,
    find_outlet_day,
    refuse_after_update,
    refuse_before_publication,
    refuse_of_others,
)
from extractors.line_places import LinePlaces
from extractors.normal_values import normalise, settle_language
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
    "byline",  # an element of a page marked as one
    "address",  # of a page: /2023/01/12/
    "line",
    "heading",
    "file_name",
    "folder",
    "inferred",  # from other documents of the corpus: see warehouse/outlets/inference.py
    "detected",
    "relative",  # to the day of publication
)
# Fields of which all values of the most trusted source count; of the others the first does.
SEVERAL = frozenset({"author", "author_organisation", "agency"})
# Columns of article.
COLUMNS = frozenset(
    "title subtitle outlet author author_organisation agency published_at updated_at section "
    "language url canonical_url".split()
)
NOWHERE = LinePlaces()
NEAR_LINES = 2  # a byline may go on over a blank line; further down stand those of other articles
NEAR_TITLE = frozenset({"author", "published_at", "updated_at"})
STATED_BY_HAND = frozenset({"sidecar", "front_matter", "field"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an article, as the columns of its row; None or UNKNOWN: not known."""

    title: str | None
    subtitle: str | None
    outlet: str | None
    author: str | None  # persons, joined by "; "
    author_organisation: str | None  # agencies and the like, joined by "; "
    agency: str | None  # that the text comes from, joined by "; "
    published: StatedDate
    updated: StatedDate
    section: str | None
    language: str | None  # ISO 639-1
    url: str | None
    canonical_url: str | None
    metadata: tuple[Metadatum, ...]  # everything found, the chosen values marked


def choose_facts(
    found: Iterable[Metadatum],
    today: date,
    title: str | None = None,
    body: str = "",
    places: LinePlaces = NOWHERE,
) -> Facts:
    """The most trusted value of every field, by METHODS, the first found among equals.

    `body` is the clean text: its language is detected, and counts where none is stated, or where
    a page surely states a wrong one.

    `title` is the headline that the cleaner saw in the text: only a title that the user or the
    format states goes before it. `places` tells which lines speak of others. `today` refuses dates
    in the future and does nothing else.
    """
    rows = normalise(settle_language(_in_order(found, title), body), today)
    rows = refuse_of_others(refuse_after_update(rows), places)
    published = _date(_choose(rows, title).get("published_at"), today)
    rows = refuse_before_publication(rows, published)
    chosen = _choose(rows, title)
    if (finer := find_finer(chosen.get("published_at"), rows)) is not None:
        chosen["published_at"].insert(0, finer)
        published = _date([finer], today)
    if (day := find_outlet_day(published, rows)) is not None:
        published = replace(published, day=date.fromisoformat(day.normal_value[:10]))
        chosen["published_at"].append(day)
    marked = {id(row) for rows_of in chosen.values() for row in rows_of}

    def value(field: str) -> str | None:
        values = [row.normal_value for row in chosen.get(field, ())]
        return "; ".join(dict.fromkeys(values)) or None

    return Facts(
        title=value("title") or title,
        subtitle=value("subtitle"),
        outlet=value("outlet"),
        author=value("author"),
        author_organisation=value("author_organisation"),
        agency=value("agency"),
        published=published,
        updated=_date(chosen.get("updated_at"), today),
        section=value("section"),
        language=value("language"),
        url=value("url") or value("canonical_url"),
        canonical_url=value("canonical_url"),
        metadata=tuple(replace(row, is_chosen=id(row) in marked) for row in rows),
    )


def _rank(row: Metadatum) -> int:
    return METHODS.index(row.method)


def _in_order(found: Iterable[Metadatum], title: str | None) -> list[Metadatum]:
    """The most trusted first; of lines those near the headline, below it rather than above.

    The line of the headline itself goes before what the page's structure says of it.

    Far from it stand the dates and bylines of other articles; above it the date of today's paper.
    """
    rows = list(found)
    titles = (row.line_no for row in rows if row.field == "title" and row.line_no is not None)
    title_no = next(titles, None)

    def far(row: Metadatum) -> int:
        if row.line_no is None or title_no is None or row.field not in NEAR_TITLE:
            return 0
        return row.line_no - title_no if row.line_no >= title_no else 3 * (title_no - row.line_no)

    def rank(row: Metadatum) -> int:
        is_headline = row.field == "title" and row.method == "line" and row.value == title
        return METHODS.index("field") if is_headline else _rank(row)

    return sorted(rows, key=lambda row: (rank(row), far(row)))


def _choose(rows: list[Metadatum], title: str | None) -> dict[str, list[Metadatum]]:
    """The rows that stand in the article, by field. `rows` come with the most trusted first."""
    chosen: dict[str, list[Metadatum]] = {}
    for row in rows:
        if row.normal_value is None or row.field not in COLUMNS:
            continue
        if row.field == "title" and not _may_be_title(row, title):
            continue
        best = chosen.setdefault(row.field, [])
        if not best or (row.field in SEVERAL and _belong_together(best[-1], row)):
            best.append(row)
    # Where persons are named, an organisation must be named in a place at least as good.
    persons, others = chosen.get("author"), chosen.get("author_organisation")
    if persons and others and _rank(others[0]) > _rank(persons[0]):
        del chosen["author_organisation"]
    return chosen


def _belong_together(one: Metadatum, other: Metadatum) -> bool:
    """True for values of one source: one method, one kind of field, lines beside each other; for
    agencies wherever a text names them, unless the user or the format says which.
    """
    if one.field == "agency":
        return STATED_BY_HAND.isdisjoint((one.method, other.method)) or one.method == other.method
    if (one.method, one.source_field) != (other.method, other.source_field):
        return False
    return one.line_no is None or abs(other.line_no - one.line_no) <= NEAR_LINES


def _may_be_title(row: Metadatum, title: str | None) -> bool:
    return title is None or row.method in STATED_BY_HAND or title in (row.normal_value, row.value)


def _date(rows: list[Metadatum] | None, today: date) -> StatedDate:
    return (parse_date_numbers(rows[0].normal_value, today) if rows else None) or UNKNOWN
