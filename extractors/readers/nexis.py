"""Exports of Nexis and LexisNexis: many articles in one TXT, RTF or DOCX.

The older form begins each article with "1 of 20 DOCUMENTS", the newer ends it with "End of
Document". Both name facts in labelled lines: BYLINE, SECTION, LENGTH, LOAD-DATE, ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.readers.export_text import BY, plain_text
from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.readers.unwrapped import join_wrapped_lines
from extractors.records import Metadatum, Page, Rejection, find_value

OLD_START = re.compile(r"^[ \t]*\d+ (?:of|von|de|van) \d+ DO[CK]UMENT\w*[ \t]*$", re.I | re.M)
END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.M)
LABELS = (
    "byline", "section", "length", "dateline", "headline", "highlight", "language", "load-date",
    "publication-type", "graphic", "subject", "url", "journal-code", "distribution", "type",
    "column", "series", "notes", "correction", "correction-date", "organization", "person", "city",
    "state", "country", "geographic", "industry", "company", "ticker", "acc-no", "document-type",
    "feature", "source", "category", "copyright", "classification", "pub-type", "body",
)  # fmt: skip
LABEL = re.compile(rf"({'|'.join(LABELS)}):[ \t]*(.*)", re.I)
CLOSING = ("Graphic", "Classification", "Notes")
LAST_LABELS = ("load-date", "publication-type", "journal-code")
COPYRIGHT = re.compile(r"(?:Copyright|©|\(c\)).{0,200}|All Rights Reserved\.?", re.I)
MONTHS = r"[^\W\d_]{3,12}"
DAY = re.compile(rf"{MONTHS} \d{{1,2}}, \d{{4}}|\d{{1,2}}\.? {MONTHS} \d{{4}}|\d{{4}}-\d\d-\d\d")
FACTS = {"byline": "author", "section": "section", "language": "language", "url": "url",
         "highlight": "subtitle", "headline": "title"}  # fmt: skip


@dataclass
class Parts:
    """One article of an export."""

    top: list[str] = field(default_factory=list)  # lines above the first label
    labels: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)


def sniff(head: Head) -> bool:
    """True for a text with the marks of an export."""
    return is_export(head.text.replace("\r\n", "\n"))


def is_export(text: str) -> bool:
    """True when the first article has a mark of its beginning, or its end with labels above."""
    if match := OLD_START.search(text[:5_000]):
        return text[: match.start()].strip() == "" or LABEL.search(text[match.end() :]) is not None
    first = END.search(text)
    above = text[: first.start()] if first else ""
    return re.search(r"^[ \t]*Length:?[ \t]+\d+ words", above, re.I | re.M) is not None


def read(source: Source) -> Iterator[Piece]:
    """A piece for each article, at its number."""
    yield from pieces_of_export(source, source.read_text().text)


def pieces_of_export(source: Source, text: str) -> Iterator[Piece]:
    """A piece for each article of an export; Nexis gives no ids, so places are numbers."""
    text = plain_text(text)
    is_old = OLD_START.search(text[:5_000]) is not None
    blocks = OLD_START.split(text)[1:] if is_old else END.split(text)
    number = 0
    for block in blocks:
        if block.strip():
            number += 1
            yield source.piece(
                f"item {number}", lambda block=block: _page_of_block(block, is_old=is_old)
            )


def _page_of_block(block: str, *, is_old: bool) -> Page | Rejection:
    lines = [line.strip() for line in block.split("\n")]
    parts = _part_old(lines) if is_old else _part_new(lines)
    text = "\n".join(join_wrapped_lines(parts.body)).strip("\n")
    if not text.strip():
        return Rejection("no_text", "The article has no body.")
    metadata = tuple(_state_facts(parts, is_old=is_old))
    return Page(text, "nexis", url=find_value(metadata, "url"), metadata=metadata)


def _part_old(lines: list[str]) -> Parts:
    """Lines of the older form: a label begins a paragraph; the first one without is the body."""
    parts, label, after_blank = Parts(), None, True
    for line in lines:
        match = LABEL.fullmatch(line)
        if match and after_blank and match[1].isupper():
            label = match[1].lower()
            parts.labels.setdefault(label, match[2])
        elif not line:
            label = label if label == "body" else None
            if parts.body:
                _add_body(parts, line)
        elif label and label != "body":
            parts.labels[label] = f"{parts.labels[label]} {line}".strip()
        elif parts.labels:
            _add_body(parts, line)
        else:
            parts.top.append(line)
        after_blank = not line
    return parts


def _part_new(lines: list[str]) -> Parts:
    """Lines of the newer form: the body stands between "Body" and the labels at the end."""
    parts, place = Parts(), "top"
    for line in lines:
        match = LABEL.fullmatch(line)
        if place == "top" and line == "Body":
            place = "body"
        elif place == "body" and (line in CLOSING or (match and match[1].lower() in LAST_LABELS)):
            place = "end"
        elif place == "body":
            _add_body(parts, line)
        if match and place != "body":
            parts.labels.setdefault(match[1].lower(), match[2])
        elif place == "top" and line and not parts.labels:
            parts.top.append(line)
    return parts


def _add_body(parts: Parts, line: str) -> None:
    """Take a line of the body; behind the labels at its end stands the copyright alone."""
    is_over = parts.body and not parts.labels.keys().isdisjoint(LAST_LABELS)
    if not COPYRIGHT.fullmatch(line) and not is_over:
        parts.body.append(line)


def _state_facts(parts: Parts, *, is_old: bool) -> Iterator[Metadatum]:
    top = [line for line in parts.top if not COPYRIGHT.fullmatch(line)]
    at = next((i for i, line in enumerate(top) if DAY.search(line)), None)
    if at is not None:
        yield _fact("published_at", DAY.search(top[at])[0], "date")
        outlet = top[:at] if is_old else top[max(1, at - 1) : at]
        title = top[at + 1 :] if is_old else top[: max(1, at - 1)]
        title = [line for line in title if not re.search(r"\bEdition\b|^Final$", line)]
        if outlet:
            yield _fact("outlet", outlet[0], "publication")
        if title and "headline" not in parts.labels:
            yield _fact("title", " ".join(title), "title")
    for label, field_name in FACTS.items():
        if value := parts.labels.get(label):
            yield _fact(field_name, BY.sub("", value) if label == "byline" else value, label)


def _fact(name: str, value: str, source_field: str) -> Metadatum:
    return Metadatum(name, value[:1000], "field", source_field=source_field)
