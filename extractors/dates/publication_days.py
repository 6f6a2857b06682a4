"""The day of publication, where what a page shows is held against what it states."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from extractors.dates.lines import PUBLISHED, UPDATED
from extractors.dates.numbers import StatedDate
from extractors.line_places import LinePlaces
from extractors.records import Metadatum

STATED_BY_PAGE = frozenset({"json_ld", "meta_tag"})
SHOWN = frozenset({"line", "microdata", "byline"})  # where a page tells the time to its readers
WEST, EAST = timedelta(hours=12), timedelta(hours=14)  # the zones farthest from UTC
QUOTED_POST = re.compile(r"\(@\w+\)")  # — Anna Novak (@annanovak) May 3, 2024
COARSE = frozenset({"year", "month"})  # precisions
QUARTER = 15 * 60  # seconds; zones are whole quarters of an hour from UTC


def refuse_after_update(rows: list[Metadatum]) -> list[Metadatum]:
    """Days of publication that a page shows, refused when its structure states an earlier update.

    They are those of other articles, or of the day on which somebody looked at the page.
    """
    updates = (r for r in rows if r.field == "updated_at" and r.method in STATED_BY_PAGE)
    updated = next((r.normal_value[:10] for r in updates if len(r.normal_value or "") >= 10), None)
    if updated is None:
        return rows
    latest = (date.fromisoformat(updated) + timedelta(days=1)).isoformat()  # zones differ
    return [
        replace(row, normal_value=None, precision="unknown", refused="after_update")
        if row.field == "published_at"
        and row.method in SHOWN | {"address"}
        and (row.normal_value or "")[:10] > latest
        else row
        for row in rows
    ]


def refuse_of_others(rows: list[Metadatum], places: LinePlaces) -> list[Metadatum]:
    """Days of publication in lines far from the head of the article, refused where they are likely
    those of other articles or of today's paper: they have no label, and stand among menus, or
    amid and under the text together with other days. So are those of quoted posts.
    """
    days = {day for row in rows if row.method == "line" and (day := _tell_day(row))}
    return [
        replace(row, normal_value=None, precision="unknown", refused="of_other_article")
        if row.field == "published_at"
        and row.method == "line"
        and (QUOTED_POST.search(row.value) or _stands_astray(row, places, len(days) > 1))
        else row
        for row in rows
    ]


def _tell_day(row: Metadatum) -> str | None:
    known = row.field == "published_at" and row.normal_value is not None
    return row.normal_value[:10] if known else None


def _stands_astray(row: Metadatum, places: LinePlaces, has_others: bool) -> bool:
    if PUBLISHED.search(row.value) or UPDATED.search(row.value):
        return False
    return row.line_no in places.far_above or (has_others and row.line_no in places.below_head)


def refuse_before_publication(rows: list[Metadatum], published: StatedDate) -> list[Metadatum]:
    """Updates stated for a time before the publication, refused.

    They are the last edits of a text that waited for its hour, as content systems state them.
    """
    if published.day is None:
        return rows
    return [
        replace(row, normal_value=None, precision="unknown", refused="before_publication")
        if row.field == "updated_at" and _is_before(row, published)
        else row
        for row in rows
    ]


def _is_before(row: Metadatum, published: StatedDate) -> bool:
    if len(row.normal_value or "") < 10:
        return False
    if published.at is not None and row.is_zone_known:
        updated = datetime.fromisoformat(row.normal_value).astimezone(UTC)
        return updated.replace(tzinfo=None) < published.at
    return date.fromisoformat(row.normal_value[:10]) < published.day - timedelta(days=1)


def find_finer(chosen: list[Metadatum] | None, rows: list[Metadatum]) -> Metadatum | None:
    """The most trusted row that tells the day, where the chosen one tells its year or month."""
    if not chosen or chosen[0].precision not in COARSE:
        return None
    begin = f"{chosen[0].normal_value}-"
    return next(
        (
            row
            for row in rows
            if row.field == "published_at"
            and row.precision not in COARSE
            and (row.normal_value or "").startswith(begin)
        ),
        None,
    )


def find_outlet_day(published: StatedDate, rows: list[Metadatum]) -> Metadatum | None:
    """The row with the day on the outlet's own calendar, where the moment is stated in UTC.

    An evening in New York is the next day in UTC. The day of publication is the one in the address
    of the page, or in a line with the same time on another clock, some quarters of an hour off.
    """
    if published.at is None or not published.text.endswith("+00:00"):
        return None
    for row in rows:
        if row.field != "published_at" or row.normal_value is None:
            continue
        if row.method == "address" and row.precision == "day":
            day = date.fromisoformat(row.normal_value)
            earliest, latest = published.at - WEST, published.at + EAST
            if day != published.day and earliest.date() <= day <= latest.date():
                return row
        elif row.method in SHOWN and row.is_zone_known is False:
            minute = published.at.replace(second=0, microsecond=0)
            offset = datetime.fromisoformat(row.normal_value).replace(second=0) - minute
            is_zone = -WEST <= offset <= EAST and offset.seconds % QUARTER == 0
            if is_zone and row.normal_value[:10] != published.day.isoformat():
                return row
    return None
