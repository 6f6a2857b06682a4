"""Metadata that stands in the lines which leave the body."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from extractors.cleaning.facts.entries import Entry, fact_of
from extractors.cleaning.facts.head_bylines import mine_head_byline
from extractors.cleaning.facts.labelled import (
    OPENING_LINES,
    list_near_numbers,
    mine_dateline,
    mine_head_date,
    mine_kept_dates,
    mine_labels,
)
from extractors.cleaning.facts.plain_bylines import mine_byline, split_names
from extractors.cleaning.facts.stated_outlets import mine_outlet
from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.verdicts import Ruling
from extractors.records import Metadatum

_BARE_CREDIT = re.compile(
    r"\W*(?:view )?(?:\d+ )?(?:photos?|images?|pictures?|videos?|graphics?|fotos?|bilder?|credits?|"
    r"photo credits?)(?: \d+.{0,12}| of .{0,8}| series.{0,20})?\W*",
    re.I,
)
_CREDIT_TAIL = re.compile(r"(?:(?<=[.!?)] )|(?<=^)|(?<=\())(?P<credit>[^.!?()]{2,80})\)?$")
_TAIL_CHARS = 90  # more than a credit may have
_LABEL = re.compile(r"^[^:]{2,20}:\s*")
_DAY = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.?(?: de)? [^\W\d_]{3,9}\.?,?(?: de)? \d{4}|"
    r"[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)


def mine_facts(sheet: Sheet, rulings: dict[int, Ruling]) -> tuple[Metadatum, ...]:
    """Facts in removed lines: outlet, author, caption, credit, sources, related titles, dates.

    Of kept lines only the first ones tell one: the day in the dateline of an agency, or a date
    or byline that stands in the body for want of a reason to remove it.
    """
    facts: list[Metadatum] = []
    removed = sorted(rulings)
    titles = (i for i in removed if rulings[i].category == "title")
    head = list_near_numbers(next((sheet.line_nos[i] for i in titles), None))
    for i in removed:
        n, text, ruling = sheet.line_nos[i], sheet.texts[i], rulings[i]
        miners = () if ruling.rule in LABEL_RULES else MINERS.get(ruling.category, ())
        labelled = ":" in text
        if miners or labelled or n in head:  # others tell nothing
            entry = Entry(n, sheet.starts[n], sheet.ends[n], text)
            facts += (
                (labelled and mine_labels(entry))
                or (n in head and (mine_head_date(entry) or mine_head_byline(entry)))
                or [fact for mine in miners for fact in mine(entry)]
            )
    kept = [n for i, n in enumerate(sheet.line_nos) if i not in rulings]
    opening = (_enter(sheet, n) for n in kept[:OPENING_LINES])
    facts.extend(islice((fact for entry in opening for fact in mine_dateline(entry)), 1))
    near = [_enter(sheet, n) for n in kept if n in head]
    facts.extend(fact for entry in near for fact in mine_head_byline(entry))
    facts.extend(mine_kept_dates(near, (_enter(sheet, n).text for n in kept)))
    return tuple(_unique(facts))


def _enter(sheet: Sheet, n: int) -> Entry:
    """Line number `n` as it stands in the text."""
    start, end = sheet.starts[n], sheet.ends[n]
    return Entry(n, start, end, sheet.text[start:end])


def _mine_title(entry: Entry) -> list[Metadatum]:
    return [fact_of("title", entry.text, entry)]


def _mine_subtitle(entry: Entry) -> list[Metadatum]:
    return [fact_of("subtitle", entry.text, entry)]


def _mine_related(entry: Entry) -> list[Metadatum]:
    return [fact_of("related_title", entry.text, entry)] if entry.text.count(" ") >= 3 else []


def _mine_credit(entry: Entry) -> list[Metadatum]:
    return [] if _BARE_CREDIT.fullmatch(entry.text) else [fact_of("credit", entry.text, entry)]


def _mine_sources(entry: Entry) -> list[Metadatum]:
    names = split_names(_LABEL.sub("", entry.text))
    return [fact_of("source_cited", name, entry) for name in names]


def _mine_caption(entry: Entry) -> list[Metadatum]:
    facts = [fact_of("caption", entry.text, entry)]
    credit = _CREDIT_TAIL.search(entry.text, max(0, len(entry.text) - _TAIL_CHARS))
    if credit and len(credit["credit"]) < len(entry.text):
        facts.append(fact_of("credit", credit["credit"].strip(), entry))
    return facts


def _mine_dates(entry: Entry) -> list[Metadatum]:
    return [fact_of("published_at", entry.text, entry)] if _DAY.search(entry.text) else []


# Which facts a line of each category can tell.
Miner = Callable[[Entry], list[Metadatum]]
MINERS: dict[str, tuple[Miner, ...]] = {
    "title": (_mine_title,),
    "subtitle": (_mine_subtitle,),
    "related_link": (_mine_related,),
    "caption": (_mine_caption,),
    "photo_credit": (_mine_credit,),
    "source_credit": (_mine_sources,),
    "byline": (mine_byline, _mine_dates),
    "dateline_meta": (mine_byline, _mine_dates),
    "donation_appeal": (mine_outlet,),
    "subscribe_appeal": (mine_outlet,),
    "channel_plug": (mine_outlet,),
    "legal": (mine_outlet,),
}
LABEL_RULES = frozenset({"related_header", "widget_title"})  # labels over links are no headlines


def _unique(facts: list[Metadatum]) -> list[Metadatum]:
    """The first of equal values per field; titles and captions keep their order of reading."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for fact in facts:
        if (fact.field, fact.value) not in seen:
            seen.add((fact.field, fact.value))
            kept.append(fact)
    return kept
