"""Measure dates and authors of pages beside trafilatura, htmldate and newspaper4k, in one run.

    python -m benchmarks.metadata --kit PATH/eval/cleaning [--show dates|authors]

Every tool gets the bytes of the page and nothing else. Needs newspaper4k beside newsmill's own
packages. The gold of the newsarticles suite was taken from pages by a machine: some of its days
stand nowhere on the page (2023 instead of the year that is shown), others are those of an update.
So dates are scored twice: on all gold, and on the pages where the gold day stands on the page and
is not only its date of update. The first line counts them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from htmldate import find_date
from newspaper import Article
from trafilatura import extract_metadata

from extractors.cleaning import clean
from extractors.html import read_html
from extractors.metadata import choose_facts

TODAY = datetime.now(UTC).date()
MONTHS = (
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True)
class Answer:
    """What a tool says of one page."""

    days: frozenset[date]  # one, or none
    authors: frozenset[str]  # name keys


@dataclass(frozen=True)
class GoldPage:
    """A page and what is said to be true of it."""

    id: str
    suite: str
    html: str
    day: date | None
    authors: frozenset[str]
    day_stands: str  # on the page, as update only, nowhere


def ask_newsmill(html: str) -> Answer:
    """newsmill: page metadata, then facts from the lines that leave the body."""
    page = read_html(html)
    cleaned = clean(page)
    rows = (*page.metadata, *cleaned.metadata)
    facts = choose_facts(rows, TODAY, cleaned.title, cleaned.text)
    names = [n for joined in (facts.author, facts.author_organisation) if joined for n in
             joined.split("; ")]  # fmt: skip
    return Answer(frozenset({facts.published.day} - {None}), name_keys(names))


def ask_trafilatura(html: str) -> Answer:
    """trafilatura's extract_metadata; its dates come from htmldate."""
    found = extract_metadata(html)
    if found is None:
        return Answer(frozenset(), frozenset())
    return Answer(days_of(found.date), name_keys((found.author or "").split("; ")))


def ask_htmldate(html: str) -> Answer:
    """htmldate, asked for the original date; no authors."""
    return Answer(days_of(find_date(html, original_date=True)), frozenset())


def ask_newspaper(html: str) -> Answer:
    """newspaper4k on the bytes of the page, without its address."""
    # A fixed language: some of those it would take from the page need further packages.
    article = Article("https://page.invalid/", fetch_images=False, language="en")
    article.download(input_html=html)
    article.parse()
    moment = article.publish_date
    return Answer(
        frozenset({moment.date()} if isinstance(moment, datetime) else ()),
        name_keys(article.authors),
    )


TOOLS: dict[str, Callable[[str], Answer]] = {
    "newsmill": ask_newsmill,
    "trafilatura": ask_trafilatura,
    "htmldate": ask_htmldate,
    "newspaper4k": ask_newspaper,
}


def days_of(value: str | None) -> frozenset[date]:
    return frozenset({date.fromisoformat(value[:10])} if value else ())


def name_keys(names: list[str]) -> frozenset[str]:
    """Names without case, accents and signs."""
    bare = (unicodedata.normalize("NFKD", name.casefold()) for name in names)
    keys = (" ".join(re.findall(r"[^\W_]+", re.sub(r"[\u0300-\u036f]", "", n))) for n in bare)
    return frozenset(key for key in keys if key)


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


def show_dates(tool: str, pages: list[GoldPage], answers: dict[str, Answer]) -> None:
    """One row: given, right of given, wrong of all, unknown."""
    for label, chosen in (
        *((suite, [p for p in pages if p.suite == suite]) for suite in suites(pages)),
        ("all", pages),
        ("day on page", [p for p in pages if p.day_stands == "on the page"]),
    ):
        of_pages = Counter(judge_day(page, answers[page.id]) for page in chosen if page.day)
        total, given = of_pages.total(), of_pages["right"] + of_pages["wrong"]
        print(
            f"dates    {tool:12s} {label:15s} {total:4d} pages  given {given / total:.3f}  "
            f"right of given {of_pages['right'] / max(given, 1):.4f}  "
            f"wrong {of_pages['wrong'] / total:.4f}  unknown {of_pages['unknown'] / total:.4f}",
            flush=True,
        )


def judge_day(page: GoldPage, answer: Answer) -> str:
    if not answer.days:
        return "unknown"
    return "right" if page.day in answer.days else "wrong"


def show_authors(tool: str, pages: list[GoldPage], answers: dict[str, Answer]) -> None:
    """One row: precision and recall of exact sets, by page."""
    for label in (*suites(pages), "all"):
        chosen = [p for p in pages if p.authors and label in (p.suite, "all")]
        given = sum(bool(answers[p.id].authors) for p in chosen)
        right = sum(answers[p.id].authors == p.authors for p in chosen)
        precision, recall = right / max(given, 1), right / len(chosen)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(
            f"authors  {tool:12s} {label:15s} {len(chosen):4d} pages  P {precision:.4f}  "
            f"R {recall:.4f}  F1 {f1:.4f}",
            flush=True,
        )


def suites(pages: list[GoldPage]) -> list[str]:
    return sorted({page.suite for page in pages})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--show", choices=("dates", "authors"), help="newsmill's faults")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    pages = list(load_pages(options.kit))
    answers = {
        tool: {page.id: ask(page.html) for page in pages}
        for tool, ask in TOOLS.items()
        if not options.show or tool == "newsmill"
    }
    stand = Counter(page.day_stands for page in pages if page.day)
    told = ", ".join(f"{count} {how}" for how, count in stand.most_common())
    print(f"gold     {stand.total()} pages with a day, which stands: {told}", flush=True)
    for tool, of_tool in answers.items():
        show_dates(tool, pages, of_tool)
    for tool, of_tool in answers.items():
        if tool != "htmldate":
            show_authors(tool, pages, of_tool)
    for page in pages if options.show else ():
        answer = answers["newsmill"][page.id]
        if options.show == "dates" and page.day and judge_day(page, answer) != "right":
            print(page.id, "gold", page.day, page.day_stands, "found", *sorted(answer.days))
        if options.show == "authors" and page.authors and answer.authors != page.authors:
            print(page.id, "gold", sorted(page.authors), "found", sorted(answer.authors))


if __name__ == "__main__":
    main()
