"""What stands in the head of a page: its tags and JSON-LD, found without parsing the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

MOST_TAG = 300  # bytes of the tag of a script
MOST_HEAD = 1 << 19  # bytes looked at when the head of a page does not end
_END, _END_IN_CAPITALS = re.compile(rb"</head|<body"), re.compile(rb"</HEAD|<BODY")
_TAG = re.compile(
    rb"""<(html|meta|link)\b((?:[^<>"']++|"[^"]{0,5000}"|'[^']{0,5000}')*+)>|<(title)\b[^<>]*>([^<]*)""",
    re.I,
)
_JSON = re.compile(rb"\+json")  # half as dear to look for as all of ld+json
# A name begins behind a space, a quotation mark or a stroke: no run of letters is tried twice.
_ATTRIBUTE = re.compile(r"""(?<![^\s"'/])([^\s"'<>/=]++)\s*+=\s*+("[^"]*"|'[^']*'|[^\s"'=<>`]+)""")


class PageHead(NamedTuple):
    """Attributes of the tags of a head, by their names in small letters, in order."""

    metas: list[Mapping[str, str]]
    links: list[Mapping[str, str]]
    language: str  # that the html tag states, or nothing
    title: str


def read_head(page: bytes) -> PageHead:
    """The head of a page in UTF-8. Linear in the length of the page."""
    tags: dict[bytes, list[Mapping[str, str]]] = {b"meta": [], b"link": [], b"html": []}
    title = ""
    for name, inside, is_title, text in _TAG.findall(page, 0, _find_end(page)):
        kind = name.lower()
        if is_title:
            title = title or unescape(text.decode("utf-8", "replace"))
        elif kind != b"link" or b"canonical" in inside:  # most links are about other things
            tags[kind].append(_read_attributes(inside))
    language = next((tag["lang"] for tag in tags[b"html"] if "lang" in tag), "")
    return PageHead(tags[b"meta"], tags[b"link"], language, title)


def list_json_ld(page: bytes) -> Iterator[str]:
    """The blocks of JSON-LD of a page in UTF-8, wherever they stand. Linear in its length."""
    done = 0
    for mark in _JSON.finditer(page):
        at = mark.start()
        if at < done or page[at - 2 : at] != b"ld":
            continue
        is_tag = page.rfind(b"<script", max(0, at - MOST_TAG), at) >= 0
        done = page.find(b"</script", at)
        if done < 0:
            return
        start = page.find(b">", at, done) + 1
        if is_tag and start:
            yield page[start:done].decode("utf-8", "replace")


def _find_end(page: bytes) -> int:
    end = _END.search(page, 0, MOST_HEAD) or _END_IN_CAPITALS.search(page, 0, MOST_HEAD)
    return end.start() if end else MOST_HEAD


def _read_attributes(inside: bytes) -> dict[str, str]:
    """Attributes of a tag; of those that stand twice the first counts."""
    found: dict[str, str] = {}
    for name, written in _ATTRIBUTE.findall(inside.decode("utf-8", "replace")):
        value = written[1:-1] if written[0] in "\"'" else written
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found
