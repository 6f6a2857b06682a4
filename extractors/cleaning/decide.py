"""Clean one text: a verdict for every line, the body, and what the other lines tell."""

from __future__ import annotations

import numpy as np

from extractors.cleaning.facts import mine_facts
from extractors.cleaning.model import TreeModel, load_model
from extractors.cleaning.page_rulings import rule_page
from extractors.cleaning.rulings import rule_text
from extractors.cleaning.sheet import Sheet, read_sheet
from extractors.cleaning.verdicts import Ruling
from extractors.records import CleanText, Line, Page

CLEANER_VERSION = "2.0"  # raise it whenever a verdict can change


def clean(page: Page) -> CleanText:
    """Verdicts for all lines of `page.text`, the body, the title and the metadata.

    The lines of the result cover the raw text in order; a text without any line gives an empty
    body, never an error.
    """
    return clean_with(page, load_model())


def clean_with(page: Page, model: TreeModel) -> CleanText:
    """`clean` with a given line model."""
    sheet = read_sheet(page.text)
    if page.body_lines is None:
        scores, rulings = rule_text(sheet, model)
    else:
        scores, rulings = rule_page(sheet, page, model)
    title = next((i for i in sorted(rulings) if rulings[i].category == "title"), None)
    return CleanText(
        text="\n".join(t for i, t in enumerate(sheet.texts) if i not in rulings),
        title=_tell_title(sheet, title, page),
        lines=_write_ledger(sheet, rulings, scores),
        metadata=mine_facts(sheet, rulings),
        cleaner_version=CLEANER_VERSION,
    )


def _tell_title(sheet: Sheet, title: int | None, page: Page) -> str | None:
    if title is not None:
        return sheet.texts[title]
    return next((m.value for m in page.metadata if m.field == "title"), None)


def _write_ledger(sheet: Sheet, rulings: dict[int, Ruling], scores: np.ndarray) -> tuple[Line, ...]:
    lines = [Line(n, s.start, s.end, "keep", None, "blank", 0.0) for n, s in enumerate(sheet.spans)]
    for i, line_no in enumerate(sheet.line_nos):
        span, ruling = sheet.spans[line_no], rulings.get(i)
        if ruling is None:
            decided = ("keep", None, "body", round(float(scores[i]), 4))
        else:
            decided = (ruling.verdict, ruling.category, ruling.rule, round(ruling.score, 4))
        lines[line_no] = Line(line_no, span.start, span.end, *decided)
    return tuple(lines)
