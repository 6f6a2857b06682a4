"""Exports of Factiva: many articles in one TXT, RTF or DOCX, each ended by its accession number.

With labels ("Article plus indexing") every field stands behind a code of two letters (HD
headline, PD date, SN source, LP lead, TD text, AN number); without them the fields stand in a
known order: headline, byline, "123 words", date, time, source, code, language, copyright, text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.readers.export_text import BY, plain_text
from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.records import Metadatum, Page, Rejection

END = re.compile(r"^[ \t]*(?:AN[ \t]+)?Document ([A-Za-z0-9]{8,40})[ \t]*$", re.M)
WORDS = re.compile(r"^[ \t]*(?:WC[ \t]+)?\d[\d,.]* words[ \t]*$", re.M | re.I)
CODE = re.compile(r"([A-Z]{2})(?:[ \t]+(.*)|)$")
CODES = {"HD": "title", "BY": "author", "PD": "published_at", "SN": "outlet", "SE": "section",
         "LA": "language"}  # fmt: skip
KNOWN_CODES = frozenset(
    "HD BY WC PD ET SN SC ED PG LA CY LP TD CO IN NS RE IPD IPC PUB AN CR SE VOL RF ART CLM".split()
)
COPYRIGHT = re.compile(r"(?:\(c\)|©|copyright\b).*", re.I)
CLOCK = re.compile(r"\d{1,2}:\d\d(?: ?GMT| ?[AP]M)?")
SOURCE_CODE = re.compile(r"[A-Z0-9]{2,10}")
PAGE_OR_VOLUME = re.compile(r"(?:[A-Z]?\d{1,4}|Volume .*|Issue .*|ISSN.*|.*\bEdition)", re.I)


def sniff(head: Head) -> bool:
    """True for a text with the marks of an export."""
    return is_export(head.text.replace("\r\n", "\n"))


def is_export(text: str) -> bool:
    """True when an accession number closes an article that counts its words."""
    end = END.search(text)
    return end is not None and WORDS.search(text[: end.start()]) is not None


def read(source: Source) -> Iterator[Piece]:
    """A piece for each article, at its accession number."""
    yield from pieces_of_export(source, source.read_text().text)


def pieces_of_export(source: Source, text: str) -> Iterator[Piece]:
    """A piece for each article of an export; one without its number at the end is broken."""
    pieces = END.split(plain_text(text))  # block, number, block, number, ..., rest
    for block, number in zip(pieces[::2], pieces[1::2], strict=False):
        lines = [line.strip() for line in block.strip().split("\n")]
        yield source.piece(number, lambda lines=lines: _page_of_block(lines))
    if WORDS.search(pieces[-1]):
        detail = "The last article has no accession number at its end: it was cut off."
        yield Piece(source.at("rest"), Rejection("damaged", detail))


def _page_of_block(lines: list[str]) -> Page | Rejection:
    labelled = sum(bool(m := CODE.match(x)) and m[1] in KNOWN_CODES for x in lines) >= 4
    facts, body = _read_labelled(lines) if labelled else _read_plain(lines)
    text = "\n".join(body).strip("\n")
    if not text.strip():
        return Rejection("no_text", "The article has no body.")
    metadata = tuple(
        Metadatum(name, value[:1000], "field", source_field="factiva")
        for name, value in facts
        if value
    )
    return Page(text, "factiva", metadata=metadata)


def _read_labelled(lines: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    fields: dict[str, list[str]] = {}
    code = None
    for line in lines:
        match = CODE.match(line)
        if match and match[1] in KNOWN_CODES:
            code = match[1]
        value = (match[2] or "") if match and code == match[1] else line
        if code and (value or code in ("LP", "TD")):
            fields.setdefault(code, []).append(value)
    facts = [(CODES[code], " ".join(fields[code])) for code in CODES if code in fields]
    facts = [(name, BY.sub("", value) if name == "author" else value) for name, value in facts]
    return facts, [*fields.get("LP", []), *fields.get("TD", [])]


def _read_plain(lines: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    at = next((i for i, line in enumerate(lines) if WORDS.match(line)), None)
    if at is None:
        return [], lines
    top = [line for line in lines[:at] if line]
    facts = [("author", BY.sub("", line)) for line in top[1:] if BY.match(line)]
    facts.append(("title", " ".join(line for line in top if not BY.match(line) or line == top[0])))
    rest = at + 1
    names = iter(("published_at", "outlet", "", "language"))
    for name in names:
        rest = _skip(lines, rest, blank_only=name != "outlet")
        if rest >= len(lines) or COPYRIGHT.match(lines[rest]):
            break
        if name or SOURCE_CODE.fullmatch(lines[rest]):
            facts += [(name, lines[rest])] if name else []
            rest += 1
        while rest < len(lines) and name == "" and PAGE_OR_VOLUME.fullmatch(lines[rest]):
            rest += 1
    rest = _skip(lines, rest, blank_only=True)
    while rest < len(lines) and COPYRIGHT.match(lines[rest]):
        rest += 1
    return facts, lines[rest:]


def _skip(lines: list[str], at: int, *, blank_only: bool) -> int:
    """Index of the next line that is not blank, and not a time of day unless those count."""
    while at < len(lines) and (
        not lines[at] or (not blank_only and CLOCK.fullmatch(lines[at]) is not None)
    ):
        at += 1
    return at
