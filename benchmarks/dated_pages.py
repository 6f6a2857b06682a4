"""Pages, and texts pasted from them, with a gold date or gold authors, and where the day stands."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.metadata_tools import flat_text, name_keys

MONTHS = (
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True)
class GoldPage:
    """A page, or a text pasted from one, and what is said to be true of it."""

    id: str
    suite: str
    html: str  # of a text: the text
    day: date | None
    authors: frozenset[str]
    day_stands: str  # on the page, as update only, nowhere


def load_pages(kit: Path) -> Iterator[GoldPage]:
    """Pages with a gold date or gold authors."""
    for row in _read_rows(kit / "html.jsonl.gz"):
        day, authors = _gold_of(row)
        if day or authors:
            html = gzip.decompress((kit / row["html"]).read_bytes()).decode("utf-8", "replace")
            stands = find_day(html, day) if day else "nowhere"
            yield GoldPage(row["id"], row["suite"], html, day, authors, stands)


def load_texts(kit: Path) -> Iterator[GoldPage]:
    """The texts of these pages, whole (text_full) and cut with the mouse (text_region), as far as
    the day or all authors stand in them: what a text does not say, nobody can read there.
    """
    gold = {row["id"]: _gold_of(row) for row in _read_rows(kit / "html.jsonl.gz")}
    for suite in ("text_full", "text_region"):
        for row in _read_rows(kit / f"{suite}.jsonl.gz"):
            day, authors = gold[row["doc"]]
            text = row["raw_text"]
            stands = "on the page" if day and stands_on_page(text, day) else "nowhere"
            flat = f" {flat_text(text)} "
            told = authors if all(f" {name} " in flat for name in authors) else frozenset()
            if told or stands == "on the page":
                known = day if stands == "on the page" else None
                yield GoldPage(row["id"], suite, text, known, told, stands)


def _read_rows(file: Path) -> list[dict]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _gold_of(row: dict) -> tuple[date | None, frozenset[str]]:
    authors = row.get("authors") or []
    authors = authors.split(",") if isinstance(authors, str) else authors
    stated = re.match(r"\d{4}-\d\d-\d\d", row.get("date") or "")
    return date.fromisoformat(stated[0]) if stated else None, name_keys(authors)


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
