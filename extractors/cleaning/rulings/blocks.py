"""Blocks: what a label, an appeal or a form says about the lines around it."""

from __future__ import annotations

from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.verdicts import Ruling

LINK_HEADERS = frozenset({"related_header", "widget_title"})
MAX_LINKS = 12  # a list of related headlines is rarely longer
MAX_LINK_WORDS = 24
MAX_BUTTON_WORDS = 8
MAX_BUTTONS = 4  # lines under an appeal that are named like it for their place alone
MAX_AMOUNTS = 8  # lines from the words of a donation form to its last amount
FORMS = frozenset({"donation_appeal", "comment_form"})


def extend_links(sheet: Sheet, rulings: dict[int, Ruling]) -> dict[int, Ruling]:
    """Headlines under a label such as "Read more:" or "Related", up to the next paragraph."""
    found: dict[int, Ruling] = {}
    last = _last_kept_prose(sheet, rulings)
    for i, ruling in rulings.items():
        if ruling.rule not in LINK_HEADERS:
            continue
        for j in range(i + 1, min(i + 1 + MAX_LINKS, len(sheet.texts))):
            if j in rulings or not _looks_like_link(sheet, j, ends_document=i > last):
                break
            found[j] = Ruling("drop", "related_link", "headline_under_label", 0.8)
    return found


def _looks_like_link(sheet: Sheet, j: int, ends_document: bool) -> bool:
    bare = not sheet.has_final_mark[j] or sheet.texts[j][-1] in "?!'’\"”»"
    words = sheet.word_counts[j]
    return words <= MAX_LINK_WORDS and bare and (ends_document or words >= 4)


def _last_kept_prose(sheet: Sheet, rulings: dict[int, Ruling]) -> int:
    kept = (i for i, prose in enumerate(sheet.is_prose) if prose and i not in rulings)
    return max(kept, default=-1)


def extend_forms(sheet: Sheet, rulings: dict[int, Ruling]) -> dict[int, Ruling]:
    """Short lines under an appeal or a comment form behind the last paragraph: its buttons.

    Other short lines that leave, such as names of payment methods, stand in the form too.
    """
    found: dict[int, Ruling] = {}
    form, buttons = None, 0
    for i in range(_last_kept_prose(sheet, rulings) + 1, len(sheet.texts)):
        ruling, short = rulings.get(i), sheet.word_counts[i] <= MAX_BUTTON_WORDS
        if ruling and ruling.category in FORMS:
            form, buttons = ruling.category, buttons + 1 if ruling.rule == "line_model" else 0
        elif not short:
            form = None
        elif form and (not ruling or (ruling.category == "navigation" and buttons < MAX_BUTTONS)):
            found[i] = Ruling("drop", form, "button_of_form", 0.7)
            buttons += 1
    return found


def name_prices(sheet: Sheet, rulings: dict[int, Ruling]) -> dict[int, Ruling]:
    """Amounts of money that stand alone, if no appeal for donations is near: goods cost them."""
    asks = {i for i, ruling in rulings.items() if ruling.category == "donation_appeal"}
    amounts = {i for i in asks if not any(map(str.isalpha, sheet.texts[i]))}
    words = {i for i in asks - amounts if rulings[i].rule == "donate" or sheet.has_final_mark[i]}
    return {
        i: rulings[i]._replace(category="advertisement", rule="price")
        for i in sorted(amounts)
        if words.isdisjoint(range(i - MAX_AMOUNTS, i + MAX_AMOUNTS + 1))
    }


def find_section_headers(
    sheet: Sheet, scores: list[float], rulings: dict[int, Ruling], limit: float
) -> dict[int, Ruling]:
    """Bare one- or two-word labels directly over a bulleted line, with scores from `limit` on.

    A list of goods or dates in the body has such a heading, too.
    """
    found: dict[int, Ruling] = {}
    for i in range(len(sheet.texts) - 1):
        bare = sheet.word_counts[i] <= 2 and not sheet.has_final_mark[i] and not sheet.is_bullet[i]
        if i not in rulings and bare and sheet.is_bullet[i + 1] and scores[i] >= limit:
            found[i] = Ruling("drop", "section_header", "label_over_bullets", 0.75)
    return found
