"""Pages with a gold date or gold authors, and where the gold day stands on each."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.metadata_tools import name_keys

MONTHS = (
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True)
class GoldPage:
    """A page and what is said to be true of it."""

    id: str
    suite: str
    html: str
    day: date | None
    authors: frozenset[str]
    day_stands: str  # on the page, as update only, nowhere


def load_pages(kit: Path) -> Iterator[GoldPage]:
    """Pages with a gold date or gold authors."""
    with gzip.open(kit / "html.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    for row in rows:
        authors = row.get("authors") or []
        authors = authors.split(",") if isinstance(authors, str) else authors
        stated = re.match(r"\d{4}-\d\d-\d\d", row.get("date") or "")
        if not (stated or authors):
            continue
        html = gzip.decompress((kit / row["html"]).read_bytes()).decode("utf-8", "replace")
        day = date.fromisoformat(stated[0]) if stated else None
        stands = find_day(html, day) if day else "nowhere"
        yield GoldPage(row["id"], row["suite"], html, day, name_keys(authors), stands)


def find_day(html: str, day: date) -> str:
    """As what the page shows the day."""
    if not stands_on_page(html, day):
        return "nowhere"
    return "as update only" if is_only_update(html, day) else "on the page"


def stands_on_page(html: str, day: date) -> bool:
    """True when the page shows the day in one of the usual notations."""
    y, m, d = day.year, day.month, day.day
    name = MONTHS[m - 1]
    month = f"(?:{name}|{name[:3]}|Sept)\\.?"
    notations = (
        f"{y}[-/.]?{m:02}[-/.]?{d:02}", f"{y}[-/.]{m}[-/.]{d}(?!\\d)", f"{y}年{m}月{d}日",
        f"(?<!\\d){d:02}?\\.\\s?0?{m}\\.\\s?{y}", f"(?<!\\d)0?{d}/0?{m}/{y}",
        f"(?<!\\d)0?{m}/0?{d}/{y}", f"{month} 0?{d}(?:st|nd|rd|th)?,? {y}",
        f"(?<!\\d)0?{d}(?:st|nd|rd|th|\\.)? {month},? {y}", f"{y}/{name[:3]}/0?{d}(?!\\d)",
    )  # fmt: skip
    return re.search("|".join(notations), html, re.I) is not None


def is_only_update(html: str, day: date) -> bool:
    """True when the page's structure states the day as one of an update, not of publication."""
    found: dict[str, set[str]] = {"published": set(), "modified": set()}
    for kind, names in (
        ("published", "datePublished|published_time|dateCreated"),
        ("modified", "dateModified|modified_time|updated_time"),
    ):
        pattern = rf"(?:{names})[^0-9<>]{{1,40}}?(\d{{4}}-\d\d-\d\d)"
        found[kind] = set(re.findall(pattern, html))
    return day.isoformat() in found["modified"] - found["published"]
