"""The tools that benchmarks.metadata compares: what each says of the date and authors of a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from htmldate import find_date
from newspaper import Article
from trafilatura import extract_metadata

from extractors.cleaning import clean
from extractors.facts.choosing import choose_facts
from extractors.line_places import find_line_places
from extractors.pages.html import read_html
from extractors.pasted.bylines import read_pasted_byline
from extractors.pasted.dates import read_pasted_date
from extractors.records import Page

TODAY = datetime.now(UTC).date()


@dataclass(frozen=True)
class Answer:
    """What a tool says of one page."""

    days: frozenset[date]  # one, or none
    authors: frozenset[str]  # name keys


def ask_newsmill(html: str) -> Answer:
    """newsmill: page metadata, then facts from the lines that leave the body."""
    return ask_of_page(read_html(html))


def ask_of_text(text: str) -> Answer:
    """newsmill, of a text without any structure."""
    return ask_of_page(Page(text, "text"))


def ask_of_page(page: Page) -> Answer:
    """What newsmill says of a page as its readers give it."""
    cleaned = clean(page)
    rows = (
        *page.metadata,
        *cleaned.metadata,
        *read_pasted_byline(page.text, cleaned, page.metadata),
        *read_pasted_date(page.text, cleaned, page.metadata),
    )
    places = find_line_places(page.text, cleaned)
    facts = choose_facts(rows, TODAY, cleaned.title, cleaned.text, places)
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
    return frozenset(key for name in names if (key := flat_text(name)))


def flat_text(text: str) -> str:
    """The words of a text without case, accents and signs, one space between them."""
    bare = re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text.casefold()))
    return " ".join(re.findall(r"[^\W_]+", bare))
