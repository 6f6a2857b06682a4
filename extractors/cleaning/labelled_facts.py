"""Facts that a pasted text states in its head: labels, a bare date, the dateline of an agency.

Section: Local                       URL: https://courier.example/bridge
Jan 12, 2023 | 3 min read            LARNSTEAD, January 12, 2023 (Reuters) - The mayor ...
"""

from __future__ import annotations

import re

from extractors.cleaning.entries import Entry, fact_of
from extractors.records import Metadatum

LABELS = {
    "url": "url|link|source url|web|permalink|adresse|lien|enlace",
    "section": "section|category|rubric|ressort|rubrik|rubrique|sección|sezione|seção|рубрика",
    "outlet": "outlet|publication|newspaper|publisher|medium|zeitung|journal|périodico|издание",
    "language": "language|sprache|langue|idioma|lingua|язык",
}
LABEL = re.compile("|".join(rf"(?P<{field}>^(?:{words}))" for field, words in LABELS.items()), re.I)
VALUE = re.compile(r"\s*:\s*(?P<value>\S.{0,300})$", re.S)
NUMBERED_DAY = (
    r"(?:[^\W\d_]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    r"|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,12}\.?,?\s+(?:de\s+)?(?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)"
)
HEAD_DATE = re.compile(rf"(?:[^\W\d_]{{2,12}}\.?,\s+)?{NUMBERED_DAY}(?!\d)")
HEAD_LINES = 4  # below the headline; further down stand the dates of other articles
LONGEST_TAIL = 30  # characters behind the date: a time, "3 min read"; more is a headline
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


def mine_head_date(entry: Entry, title_no: int | None) -> list[Metadatum]:
    """The date of a short line that begins with it, close below the headline."""
    near = title_no is not None and 0 < entry.line_no - title_no <= HEAD_LINES
    match = HEAD_DATE.match(entry.text) if near else None
    if match and len(entry.text) - match.end() <= LONGEST_TAIL:
        return [fact_of("published_at", entry.text, entry)]
    return []


def mine_dateline(entry: Entry) -> list[Metadatum]:
    """The day in the dateline that opens the first paragraph, at its own place."""
    match = DATELINE.match(entry.text)
    if not match:
        return []
    start, end = entry.start + match.start("date"), entry.start + match.end("date")
    return [Metadatum("published_at", match["date"], "line", entry.line_no, start, end)]
