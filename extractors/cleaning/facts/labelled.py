"""Facts that a pasted text states in its head: labels, a bare date, the dateline of an agency.

Section: Local                       URL: https://courier.example/bridge
Jan 12, 2023 | 3 min read            LARNSTEAD, January 12, 2023 (Reuters) - The mayor ...
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.cleaning.facts.entries import Entry, fact_of
from extractors.dates.lines import PUBLISHED, UPDATED
from extractors.dates.words import with_plain_digits
from extractors.records import Metadatum

LABELS = {
    "url": "url|link|source url|web|permalink|adresse|lien|enlace",
    "section": "section|category|rubric|ressort|rubrik|rubrique|sección|sezione|seção|рубрика",
    "outlet": "outlet|publication|newspaper|publisher|medium|zeitung|journal|periódico|издание",
    "language": "language|sprache|langue|idioma|lingua|язык",
}
LABEL = re.compile("|".join(rf"(?P<{field}>^(?:{words}))" for field, words in LABELS.items()), re.I)
VALUE = re.compile(r"\s*:\s*(?P<value>\S.{0,300})$", re.S)
NUMBERED_DAY = (
    r"(?:[^\W\d_]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    r"|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,12}\.?,?\s+(?:de\s+)?(?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
    r"|(?:19|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일])"
)
HEAD_DATE = re.compile(rf"(?:[^\W\d_]{{2,12}}(?:\.?[,،])?\s+)?{NUMBERED_DAY}(?!\d)")
LABELLED_DATE = re.compile(  # published on 3 May 2024, posted by Anna Novak on 3 May 2024
    rf"\W{{0,3}}(?:by\s+[^\d|]{{2,40}}\s)?(?:[^\W\d_]{{1,3}}\s+)?{HEAD_DATE.pattern}"
)
FOUR_DIGITS = re.compile(r"\d{4}")  # of a year: quicker to look for than a day
HEAD_LINES = 4  # below the headline; further down stand the dates of other articles
OPENING_LINES = 3  # of the body: a dateline may stand below a standfirst
LONGEST_TAIL = 30  # characters behind the date: a time, "3 min read"; more is a headline
LONGEST_STAMP = 120  # characters of a kept line that is a label and its date
TAIL_LETTERS = 6  # behind the date of a kept line that is nothing else: "Uhr", "PM IST", "ص"
# Place, day, and the sign that ends a dateline: "(Reuters) -", "/Armenpress/", "–".
DATELINE = re.compile(
    rf"\W{{0,3}}[^\W\d_][\w.'’ /-]{{1,40}}[,:]\s*(?P<date>{NUMBERED_DAY})"
    r"\s*(?:[/(\[–—]|-\s|\.\s+[/(])"
)


def mine_labels(entry: Entry) -> list[Metadatum]:
    """The fact of a line that is one label and its value."""
    label = LABEL.match(entry.text) if ":" in entry.text else None
    value = VALUE.match(entry.text, label.end()) if label else None
    return [fact_of(label.lastgroup, value["value"].strip(), entry)] if value else []


def mine_head_date(entry: Entry) -> list[Metadatum]:
    """The date of a short line, close below the headline, that begins with it."""
    match = HEAD_DATE.match(with_plain_digits(entry.text))
    if match and len(entry.text) - match.end() <= LONGEST_TAIL:
        return [fact_of("published_at", entry.text, entry)]
    return []


def mine_kept_dates(near: list[Entry], kept: Iterable[str]) -> list[Metadatum]:
    """The date that a line of the body is and nothing else, or tells behind a label, close below
    the headline. Where several lines are but a date, they head the entries of a chronicle.

    `near` are the lines of the body close below the headline, `kept` the texts of all its lines.
    """
    bare = [entry for entry in near if is_bare_date(entry.text)]
    if bare and sum(map(is_bare_date, kept)) > 1:
        bare = []
    told = [entry for entry in near if entry in bare or _is_labelled_date(entry.text)]
    return [fact_of("published_at", entry.text.strip(), entry) for entry in told]


def list_near_numbers(title_no: int | None) -> range:
    """Numbers of the lines close below the headline."""
    return range(0) if title_no is None else range(title_no + 1, title_no + 1 + HEAD_LINES)


def is_bare_date(text: str) -> bool:
    """True for a date with its time and nothing else: Monday 3 June 2024, 11:20 GMT."""
    if len(text) > LONGEST_STAMP or not FOUR_DIGITS.search(text):
        return False
    text = text.strip()
    match = HEAD_DATE.match(with_plain_digits(text))
    tail = text[match.end() :] if match else ""
    letters = sum(sign.isalpha() for sign in tail)
    return match is not None and len(tail) <= LONGEST_TAIL and letters <= TAIL_LETTERS


def _is_labelled_date(text: str) -> bool:
    if len(text) > LONGEST_STAMP or not FOUR_DIGITS.search(text):
        return False
    plain = with_plain_digits(text)
    labels = (label for pattern in (PUBLISHED, UPDATED) for label in pattern.finditer(plain))
    return any(LABELLED_DATE.match(plain, label.end()) for label in labels)


def mine_dateline(entry: Entry) -> list[Metadatum]:
    """The day in the dateline that opens the first paragraph, at its own place."""
    match = DATELINE.match(entry.text)
    if not match:
        return []
    start, end = entry.start + match.start("date"), entry.start + match.end("date")
    return [Metadatum("published_at", match["date"], "line", entry.line_no, start, end)]
