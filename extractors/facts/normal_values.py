"""Values as they are used: dates in ISO 8601, languages as codes, bylines as names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractors.authors.agency_names import agency_name
from extractors.authors.bylines import read_byline, read_organisation
from extractors.dates.day_order import choose_order, write_in_order, write_whole_year
from extractors.dates.lines import parse_date_line
from extractors.dates.numbers import StatedDate
from extractors.dates.stated import parse_stated_date
from extractors.languages import language_code
from extractors.outlets.owners import name_outlet, refuse_owners
from extractors.outlets.title_tails import drop_outlet
from extractors.records import Metadatum

DATES = frozenset({"published_at", "updated_at"})
TITLED = frozenset({"field", "front_matter", "json_ld", "meta_tag", "microdata"})
ADDRESSES = ("url", "canonical_url")
READERS = {"author": read_byline, "author_organisation": read_organisation}


def normalise(rows: Sequence[Metadatum], today: date) -> list[Metadatum]:
    """The rows with their normal values or the reason why they have none, in the same order.

    One byline may give several rows, and a line with a label of its own for the update may give a
    row for that.
    """
    languages = [
        code
        for row in rows
        if row.field == "language" and not row.refused and (code := language_code(row.value))
    ]
    rows = refuse_owners(rows)
    named = ("outlet", *ADDRESSES)
    outlets = [row.value for row in rows if row.field in named and not row.refused]
    language = languages[0] if languages else None
    seen: set[tuple[str, str, str | None, str]] = set()
    normal = []
    for row in rows:
        read = _in_order(row, rows, today) if row.field in DATES else row
        parts = _normalise_row(read, today, language, outlets)
        for made in parts if read is row else [replace(part, value=row.value) for part in parts]:
            key = (made.field, made.value, made.normal_value, made.method)
            if key not in seen:
                seen.add(key)
                normal.append(made)
    return _settle_outlets(normal)


def _set_even(value: str) -> str:
    return " ".join(value.split())


def _name_agency(value: str) -> str:
    return agency_name(value) or _set_even(value)


NAMERS = {"outlet": name_outlet, "agency": _name_agency}


def _settle_outlets(rows: list[Metadatum]) -> list[Metadatum]:
    """The outlet as its own author counts only where no person is named.

    What the page calls an organisation in one place is no person in another.
    """
    others = {
        row.normal_value.casefold()
        for row in rows
        if row.field == "author_organisation" and row.normal_value
    }
    rows = [
        replace(row, normal_value=None, refused="no_name")
        if row.field == "author" and (row.normal_value or "").casefold() in others
        else row
        for row in rows
    ]
    has_person = any(row.field == "author" and row.normal_value for row in rows)
    return [
        row
        if row.refused != "names_outlet"
        else replace(row, normal_value=None)
        if has_person
        else replace(row, refused=None)
        for row in rows
    ]


def _normalise_row(
    row: Metadatum, today: date, language: str | None, outlets: Sequence[str]
) -> list[Metadatum]:
    if row.field in DATES:
        return _normalise_date(row, today, language)
    if row.field in READERS:
        parts = READERS[row.field](row.value, outlets)
        return [
            replace(row, field=part.field, normal_value=part.name, refused=part.refused)
            for part in parts
        ] + [
            replace(row, field="agency", normal_value=agency_name(part.name))
            for part in parts
            if part.name and agency_name(part.name)
        ]
    if row.refused:
        return [row]
    if row.field == "language":
        code = language_code(row.value)
        return [replace(row, normal_value=code, refused=None if code else "no_language")]
    text = NAMERS.get(row.field, _set_even)(row.value)
    if row.field == "title" and row.method in TITLED:
        text = drop_outlet(text, outlets)
    if row.field in ADDRESSES and not text.startswith(("https://", "http://")):
        return [replace(row, refused="no_address")]
    return [replace(row, normal_value=text or None)]


def _in_order(row: Metadatum, rows: Sequence[Metadatum], today: date) -> Metadatum:
    """The row with its days in the order that is known; the same row where nothing changes."""
    value = write_in_order(row.value, choose_order(rows, row.method), today)
    if row.method == "field":
        value = write_whole_year(value, today)
    return row if value == row.value else replace(row, value=value)


def _normalise_date(row: Metadatum, today: date, language: str | None) -> list[Metadatum]:
    if row.normal_value is not None:  # read beside the year that another row states
        return [row]
    if row.method != "line":
        return [_dated(row, parse_stated_date(row.value, today, language))]
    published, updated = parse_date_line(row.value, today, language)
    rows = [] if published.precision == "unknown" and updated.text else [_dated(row, published)]
    return rows + ([_dated(replace(row, field="updated_at"), updated)] if updated.text else [])


def _dated(row: Metadatum, stated: StatedDate) -> Metadatum:
    return replace(
        row,
        normal_value=stated.text,
        precision=stated.precision,
        is_zone_known=stated.is_zone_known,
        refused=stated.refused,
    )
