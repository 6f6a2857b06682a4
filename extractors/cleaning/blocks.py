"""Blocks: what a label, an appeal or a form says about the lines around it."""

from __future__ import annotations

import re

from extractors.cleaning.sheet import Entry, Sheet
from extractors.cleaning.verdicts import Ruling

LINK_HEADERS = frozenset({"related_header", "widget_title"})
MAX_LINKS = 12  # a list of related headlines is rarely longer
MAX_LINK_WORDS = 24
CREDIT = re.compile(
    r"(?:[/(|]|\bby|via|courtesy of|photo:|foto:|image:|picture:|©)\s*(?:\w+[\w .,'-]{0,40}/\s*)?"
    r"(?:afp|reuters|ap|tass|epa(?:-efe)?|dpa|getty|imago|anadolu|xinhua|bloomberg|shutterstock|"
    r"ap photo|picture alliance|ria novosti|sputnik|interfax|efe|ansa|anp|belga|tt|ritzau|ntb|pap|"
    r"lusa|kyodo|yonhap|press service|handout|file|file photo|pool|archive|"
    r"archiv)\b[\w .,/-]{0,40}\)?$",
    re.IGNORECASE,
)
_POSE = re.compile(
    r"\((?:l|r|c|left|right|center|centre|links|rechts|pictured|file photo|gauche)\b[^)]{0,20}\)",
    re.I,
)


def extend_links(sheet: Sheet, rulings: dict[int, Ruling]) -> dict[int, Ruling]:
    """Headlines under a label such as "Read more:" or "Related", up to the next paragraph."""
    found: dict[int, Ruling] = {}
    for i, ruling in rulings.items():
        if ruling.rule not in LINK_HEADERS:
            continue
        for j in range(i + 1, min(i + 1 + MAX_LINKS, len(sheet.entries))):
            if j in rulings or not _looks_like_link(sheet, i, j):
                break
            found[j] = Ruling("drop", "related_link", "headline_under_label", 0.8)
    return found


def _looks_like_link(sheet: Sheet, header: int, j: int) -> bool:
    entry = sheet.entries[j]
    ends_document = header > sheet.last_prose
    bare = not entry.has_final_mark or entry.text[-1] in "?!'’\"”»"
    return (
        len(entry.tokens) <= MAX_LINK_WORDS and bare and (ends_document or len(entry.tokens) >= 4)
    )


def extend_tail(sheet: Sheet, rulings: dict[int, Ruling]) -> dict[int, Ruling]:
    """Short lines behind the last paragraph that follow furniture: forms, buttons, menus."""
    last = max(
        (i for i, e in enumerate(sheet.entries) if e.is_prose and i not in rulings), default=-1
    )
    found: dict[int, Ruling] = {}
    category = None
    for i in range(last + 1, len(sheet.entries)):
        if i in rulings:
            category = rulings[i].category
        elif category is not None:
            same = category in ("donation_appeal", "comment_form", "related_link")
            found[i] = Ruling(
                "drop", category if same else "navigation", "tail_after_furniture", 0.7
            )
    return found


def find_captions(sheet: Sheet, rulings: dict[int, Ruling]) -> dict[int, Ruling]:
    """Lines that end with the credit of an agency or photographer, or say who stands where."""
    found: dict[int, Ruling] = {}
    for i, entry in enumerate(sheet.entries):
        if i not in rulings and len(entry.tokens) <= 80 and _is_caption(entry):
            found[i] = Ruling("move", "caption", "credit_at_end", 0.85)
    return found


def _is_caption(entry: Entry) -> bool:
    tail = entry.text[-90:]
    return CREDIT.search(tail) is not None or (
        len(entry.tokens) <= 40 and _POSE.search(entry.text) is not None and "/" in tail
    )


def find_section_headers(sheet: Sheet, rulings: dict[int, Ruling]) -> dict[int, Ruling]:
    """Bare one- or two-word labels directly over a bulleted line."""
    found: dict[int, Ruling] = {}
    for i, entry in enumerate(sheet.entries[:-1]):
        bare = len(entry.tokens) <= 2 and not entry.has_final_mark and not entry.is_bullet
        if i not in rulings and bare and sheet.entries[i + 1].is_bullet:
            found[i] = Ruling("drop", "section_header", "label_over_bullets", 0.75)
    return found
