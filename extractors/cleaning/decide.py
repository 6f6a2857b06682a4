"""Clean one text: a verdict for every line, the body, and what the other lines tell."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat

import numpy as np

from extractors.cleaning.features.sheet import SEEN_CHARS, Sheet, read_sheets
from extractors.cleaning.mining import mine_facts
from extractors.cleaning.rulings.page import PageParts, part_page, rule_page
from extractors.cleaning.rulings.page_kinds import list_kinds
from extractors.cleaning.rulings.source_memory import rule_recurring
from extractors.cleaning.rulings.stated_title import settle_title
from extractors.cleaning.rulings.text import rule_text
from extractors.cleaning.scoring.line_model import LineModel, load_model
from extractors.cleaning.scoring.scores import LineScores, score_sheets
from extractors.cleaning.verdicts import Ruling
from extractors.records import CleanText, Line, Page, find_value

CLEANER_VERSION = "4.6"  # raise it whenever a verdict can change
SEEN_IN_BULK = 150  # characters at both ends of a long line that are looked at in bulk


def clean(page: Page) -> CleanText:
    """Verdicts for all lines of `page.text`, the body, the title and the metadata.

    The lines of the result cover the raw text in order; a text without any line gives an empty
    body, never an error.
    """
    return clean_many([page])[0]


def clean_many(pages: Iterable[Page]) -> list[CleanText]:
    """`clean` for each page, the same as one by one and several times as fast.

    Holds what it needs for all of them in memory: give it some hundred pages at a time.
    """
    return clean_with(pages, load_model())


def clean_with(pages: Iterable[Page], model: LineModel) -> list[CleanText]:
    """`clean_many` with a given line model."""
    pages = list(pages)
    in_bulk = bool(pages) and pages[0].in_bulk
    if any(page.in_bulk != in_bulk for page in pages):
        return _clean_apart(pages, model)
    with _without_collector():
        seen_chars = SEEN_IN_BULK if in_bulk else SEEN_CHARS
        jobs = list(map(_Job, pages, read_sheets([page.text for page in pages], seen_chars)))
        to_score = [sheet for job in jobs for sheet in job.to_score]
        told = iter(score_sheets(to_score, model, in_bulk=in_bulk))
        kinds = iter(list_kinds([job.parts.frame for job in jobs if job.parts]))
        return [
            _decide(job, [next(told) for _ in job.to_score], next(kinds) if job.parts else [])
            for job in jobs
        ]


def _clean_apart(pages: list[Page], model: LineModel) -> list[CleanText]:
    """`clean_with` of pages some of which are cleaned in bulk."""
    cleaned = {
        in_bulk: iter(clean_with([page for page in pages if page.in_bulk == in_bulk], model))
        for in_bulk in (True, False)
    }
    return [next(cleaned[page.in_bulk]) for page in pages]


@contextmanager
def _without_collector() -> Iterator[None]:
    """Cleaning makes no cycles of objects; to look for some would take a twentieth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True)
class _Job:
    """A page, its lines, and what of them the model has to look at."""

    page: Page
    sheet: Sheet

    @cached_property
    def parts(self) -> PageParts | None:
        lines = self.page.body_lines
        return None if lines is None else part_page(self.sheet, lines)

    @cached_property
    def to_score(self) -> list[Sheet]:
        if self.parts is None:
            return [self.sheet]
        return [self.parts.body, self.sheet] if self.parts.left_out else [self.parts.body]


def _decide(job: _Job, told: list[LineScores], kinds: list[int]) -> CleanText:
    sheet, page = job.sheet, job.page
    if job.parts is None:
        scores = told[0].leaving.tolist()
        rulings = settle_title(sheet, page, rule_text(sheet, told[0]))
    else:
        whole = told[1] if job.parts.left_out else None
        scores, rulings = rule_page(sheet, page, job.parts, told[0], whole, kinds)
    title = next((i for i in sorted(rulings) if rulings[i].category == "title"), None)
    # Facts come first: what a document says of itself must not hang on what others hold.
    metadata = mine_facts(sheet, rulings)
    rulings = rulings | rule_recurring(sheet, scores, rulings, page.recurring)
    return CleanText(
        text="\n".join([t for i, t in enumerate(sheet.texts) if i not in rulings]),
        title=_tell_title(sheet, title, page),
        lines=_write_ledger(sheet, rulings, scores),
        metadata=metadata,
        cleaner_version=CLEANER_VERSION,
    )


def _tell_title(sheet: Sheet, title: int | None, page: Page) -> str | None:
    return find_value(page.metadata, "title") if title is None else sheet.texts[title]


def _write_ledger(
    sheet: Sheet, rulings: dict[int, Ruling], scores: list[float]
) -> tuple[Line, ...]:
    size = len(sheet.starts)
    verdict, category, rule, score = ["keep"] * size, [None] * size, ["blank"] * size, [0.0] * size
    for line_no, told in zip(sheet.line_nos, scores, strict=True):
        rule[line_no], score[line_no] = "body", told
    for i, ruling in rulings.items():
        line_no = sheet.line_nos[i]
        verdict[line_no], category[line_no] = ruling.verdict, ruling.category
        rule[line_no], score[line_no] = ruling.rule, ruling.score
    rounded = np.round(score, 4).tolist()
    places = zip(
        range(size), sheet.starts, sheet.ends, verdict, category, rule, rounded, strict=True
    )
    return tuple(map(tuple.__new__, repeat(Line), places))  # Line._make, without a call for each
