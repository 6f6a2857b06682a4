"""Clean one text: a verdict for every line, the body, and what the other lines tell."""

from __future__ import annotations

from extractors.cleaning.appeals import judge_appeal
from extractors.cleaning.blocks import (
    extend_links,
    extend_tail,
    find_captions,
    find_section_headers,
)
from extractors.cleaning.facts import mine_facts
from extractors.cleaning.kinds import match_kind
from extractors.cleaning.repeats import find_repeats
from extractors.cleaning.sheet import Sheet, list_tokens, read_sheet
from extractors.cleaning.titles import find_subtitle, find_title
from extractors.cleaning.verdicts import Ruling
from extractors.records import CleanText, Line, Page

CLEANER_VERSION = "1.0"  # raise it whenever a verdict can change
# Rules that overrule the page's structure; the others only see lines without it.
STRONG_IN_PAGES = frozenset(
    {
        "reading_time",
        "share_bar",
        "date_stamp",
        "subscribe",
        "donate",
        "channel",
        "advertisement",
        "cookie",
        "comment_form",
        "appeal_words",
        "related_header",
        "reader_control",
    }
)
APPEAL_ALONE = 0.7  # four families of appeal words without a word of the story


def clean(page: Page, source: str | None = None) -> CleanText:
    """Verdicts for all lines of `page.text`, the body, the title and the metadata.

    `source` names the outlet or folder the page came from, when it is known. The lines of the
    result cover the raw text in order; a text without any line gives an empty body, never an error.
    """
    sheet = read_sheet(page.text)
    rulings = rule_lines(sheet)
    if page.body_lines is not None:
        rulings = _follow_page(sheet, rulings, page)
    title = next((i for i in sorted(rulings) if rulings[i].category == "title"), None)
    body = [e.text for i, e in enumerate(sheet.entries) if i not in rulings]
    return CleanText(
        text="\n".join(body),
        title=_tell_title(sheet, title, page),
        lines=_write_ledger(sheet, rulings),
        metadata=mine_facts(sheet, rulings),
        cleaner_version=CLEANER_VERSION,
    )


def _tell_title(sheet: Sheet, title: int | None, page: Page) -> str | None:
    if title is not None:
        return sheet.entries[title].text
    return next((m.value for m in page.metadata if m.field == "title"), None)


def rule_lines(sheet: Sheet) -> dict[int, Ruling]:
    """Rulings by index of the entry; entries without one stay in the body."""
    rulings = _match_kinds(sheet)
    rulings |= _match_appeals(sheet, rulings)
    # The title comes after appeals: the first line may be one.
    title = find_title(sheet, rulings)
    if title is not None:
        rulings[title] = Ruling("move", "title", "title_line", 0.9)
    rulings |= _match_repeats(sheet, rulings, title)
    rulings |= find_captions(sheet, rulings)
    rulings |= find_section_headers(sheet, rulings)
    rulings |= extend_links(sheet, rulings)
    subtitle = find_subtitle(sheet, title, rulings)
    if subtitle is not None:
        rulings[subtitle] = Ruling("move", "subtitle", "sentence_under_title", 0.6)
    # The tail comes last: it needs to know which paragraphs are still body.
    return rulings | extend_tail(sheet, rulings)


def _follow_page(sheet: Sheet, rulings: dict[int, Ruling], page: Page) -> dict[int, Ruling]:
    """Rulings for an HTML page: its structure decides, words only take away kinds of lines."""
    told = {" ".join(list_tokens(m.value)) for m in page.metadata if m.field == "title"}
    title = next((i for i, e in enumerate(sheet.entries) if e.key in told), None)
    merged = {}
    for i, entry in enumerate(sheet.entries):
        ruling = rulings.get(i)
        if i == title:
            merged[i] = Ruling("move", "title", "title_of_page", 0.95)
        elif entry.line_no not in page.body_lines:
            category = ruling.category if ruling and ruling.category != "title" else "navigation"
            merged[i] = Ruling("drop", category, "outside_page_body", 0.8)
        elif ruling and ruling.rule in STRONG_IN_PAGES:
            merged[i] = ruling
    return merged


def _match_kinds(sheet: Sheet) -> dict[int, Ruling]:
    found = {}
    for i, entry in enumerate(sheet.entries):
        kind = match_kind(entry.text)
        if kind is not None:
            found[i] = Ruling("drop", kind.category, kind.name, 0.95)
    return found


def _match_appeals(sheet: Sheet, rulings: dict[int, Ruling]) -> dict[int, Ruling]:
    story: dict[str, int] = {}
    for entry in sheet.entries:
        for token in entry.content:
            story[token] = story.get(token, 0) + 1
    found = {}
    for i, entry in enumerate(sheet.entries):
        if i in rulings or len(entry.tokens) < 4:
            continue
        known = sum(1 for t in entry.content if story[t] > 1)
        appeal = judge_appeal(entry.text, known / max(1, len(entry.content)))
        if appeal.score >= APPEAL_ALONE:
            found[i] = Ruling("drop", appeal.category, "appeal_words", appeal.score)
    return found


def _match_repeats(
    sheet: Sheet, rulings: dict[int, Ruling], title: int | None
) -> dict[int, Ruling]:
    found = {}
    for i, first in find_repeats(sheet).items():
        if i not in rulings:
            repeats_title = (
                title is not None and sheet.entries[first].key == sheet.entries[title].key
            )
            category = "headline_repeat" if repeats_title else "duplicate_block"
            found[i] = Ruling("drop", category, "said_before", 0.9)
    return found


def _write_ledger(sheet: Sheet, rulings: dict[int, Ruling]) -> tuple[Line, ...]:
    by_line = {sheet.entries[i].line_no: r for i, r in rulings.items()}
    filled = {e.line_no for e in sheet.entries}
    lines = []
    for line_no, span in enumerate(sheet.spans):
        ruling = by_line.get(line_no)
        if ruling is not None:
            decided = (ruling.verdict, ruling.category, ruling.rule, ruling.score)
        else:
            decided = ("keep", None, "body" if line_no in filled else "blank", 0.0)
        lines.append(Line(line_no, span.start, span.end, *decided))
    return tuple(lines)
