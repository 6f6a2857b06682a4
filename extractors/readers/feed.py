"""RSS and Atom: each item a document, its full content where the feed has it, else its summary."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator, Mapping

import feedparser

from extractors.pages.html import read_fragment
from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.records import Metadatum, Page, Rejection, find_value

# Each part once and for all: tried again in all their groupings, thirty comments take hours.
START = re.compile(
    r"\s*+(?:(?><\?[^>]*>|<!--.*?-->|<!DOCTYPE\s+(?!html)[^>\[]*(?:\[.*?\])?>)\s*+)*+"
    r"<(?:rss|feed|(?:\w+:)?RDF)\b",
    re.I | re.S,
)
ENTITIES, THEIR_END = re.compile(rb"<!DOCTYPE[^<>\[]*\[", re.I), re.compile(rb"\]\s*+>")
# Characters above U+FFFF written as the two halves of UTF-16, as some systems do: no XML.
HALVES = re.compile(rb"(?:&#(?:5[5-7]\d{3}|x0*d[89a-f][0-9a-f]{2});)+", re.I)
REFERENCE = re.compile(rb"&#(?:(\d+)|x([0-9a-f]+));", re.I)


def sniff(head: Head) -> bool:
    """True when the root element is that of RSS or Atom."""
    return START.match(head.text[:4000]) is not None


def read(source: Source) -> Iterator[Piece]:
    """A piece for each item, at its guid, id or link."""
    raw = source.read_all()
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = raw.decode("utf-16", "replace")
        raw = re.sub(r"<\?xml[^>]*>", "", text, count=1).encode("utf-8", "replace")
    raw = HALVES.sub(_join_halves, _drop_entities(raw))
    # A stream, because feedparser would fetch or open a text that looks like an address.
    parsed = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    entries = parsed.get("entries") or []
    if not entries:
        fault = parsed.get("bozo_exception")
        reason, detail = ("damaged", str(fault)) if fault else ("empty", "The feed has no items.")
        yield Piece(source.place, Rejection(reason, detail[:300]))
    for number, entry in enumerate(entries, 1):
        place = str(entry.get("id") or entry.get("link") or f"item {number}")[:200]
        yield source.piece(place, lambda entry=entry: page_of_entry(entry, parsed.feed))


def _drop_entities(raw: bytes) -> bytes:
    """The feed without entities of its own, which can grow without end."""
    begin = ENTITIES.search(raw)
    end = THEIR_END.search(raw, begin.end()) if begin else None
    return raw[: begin.start()] + raw[end.end() :] if end else raw


def _join_halves(found: re.Match[bytes]) -> bytes:
    """References to the characters that the halves make; to U+FFFD for half a one."""
    stated = REFERENCE.findall(found[0])
    numbers = (int(plain) if plain else int(hexadecimal, 16) for plain, hexadecimal in stated)
    halves = "".join(map(chr, numbers)).encode("utf-16-le", "surrogatepass")
    whole = halves.decode("utf-16-le", "replace")
    return "".join(f"&#{ord(character)};" for character in whole).encode("ascii")


def page_of_entry(entry: Mapping, feed: Mapping) -> Page | Rejection:
    """The page of an item; refused when it has a title alone."""
    contents = [str(content.get("value") or "") for content in entry.get("content") or ()]
    markup = max([*contents, str(entry.get("summary") or "")], key=len)
    text = read_fragment(markup)
    if not text.strip():
        return Rejection("no_text", "The item has neither content nor summary.")
    metadata = tuple(_state_facts(entry, feed))
    return Page(text, "feed", url=find_value(metadata, "url"), metadata=metadata)


def _state_facts(entry: Mapping, feed: Mapping) -> Iterator[Metadatum]:
    authors = [str(author.get("name") or "") for author in entry.get("authors") or ()]
    tags = [str(tag.get("term") or "") for tag in entry.get("tags") or ()][:1]
    facts = [("title", "title", entry.get("title")), ("url", "link", entry.get("link"))]
    facts += [("author", "author", name) for name in authors or [entry.get("author")]]
    facts += [("section", "category", tag) for tag in tags]
    # feedparser answers for an absent "updated" with the date of publication; "in" does not
    facts += [("published_at", "published", entry["published"])] if "published" in entry else []
    facts += [("updated_at", "updated", entry["updated"])] if "updated" in entry else []
    facts += [("outlet", "feed title", feed.get("title"))]
    facts += [("language", "feed language", feed.get("language"))]
    for field, name, value in facts:
        plain = " ".join(read_fragment(str(value or "")).split())
        if plain and len(plain) <= 1000:
            yield Metadatum(field, plain, "field", source_field=name)
