"""The headline of a text whose format states one: a field of a record, a subject, front matter."""

from __future__ import annotations

from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.verdicts import Ruling
from extractors.records import Page
from extractors.tokens import list_tokens

STATED = frozenset({"field", "front_matter"})
HEAD_LINES = 30  # a headline that is repeated in the text stands among its first lines


def settle_title(sheet: Sheet, page: Page, rulings: dict[int, Ruling]) -> dict[int, Ruling]:
    """The rulings with the stated headline moved out, and no other line taken for a headline.

    A line that is part of the stated headline, or holds it, counts as the headline too: subjects
    of newsletters go on ("... and more"), and headlines stand behind the name of a section.
    """
    stated = next((m.value for m in page.metadata if m.field == "title" and m.method in STATED), "")
    key = " ".join(list_tokens(stated))
    if not key:
        return rulings
    same = next((i for i in range(min(HEAD_LINES, len(sheet.texts))) if sheet.key(i) == key), None)
    settled = {
        i: ruling
        for i, ruling in rulings.items()
        if ruling.rule != "title_line" or (same is None and _overlaps(sheet.key(i), key))
    }
    if same is not None:
        settled[same] = Ruling("move", "title", "stated_title", 0.95)
    return settled


def _overlaps(line: str, title: str) -> bool:
    return f" {line} " in f" {title} " or f" {title} " in f" {line} "
