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
from extractors.facts.normal_values import normalise
from extractors.facts.settled_language import settle_language
from extractors.facts.trust import choose_rows, order_by_trust
from extractors.line_places import LinePlaces
from extractors.records import Metadatum

NOWHERE = LinePlaces()


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
    """The most trusted value of every field, the first found among equals: see trust.METHODS.

    `body` is the clean text: its language is detected, and counts where none is stated, or where
    a page surely states a wrong one.

    `title` is the headline that the cleaner saw in the text: only a title that the user or the
    format states goes before it. `places` tells which lines speak of others. `today` refuses dates
    in the future and does nothing else.
    """
    rows = normalise(settle_language(order_by_trust(found, title), body), today)
    rows = refuse_of_others(refuse_after_update(rows), places)
    published = _date(choose_rows(rows, title).get("published_at"), today)
    rows = refuse_before_publication(rows, published)
    chosen = choose_rows(rows, title)
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


def _date(rows: list[Metadatum] | None, today: date) -> StatedDate:
    return (parse_date_numbers(rows[0].normal_value, today) if rows else None) or UNKNOWN
