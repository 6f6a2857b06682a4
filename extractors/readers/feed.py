"""RSS and Atom: each item a document, its full content where the feed has it, else its summary."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator, Mapping

import feedparser

from extractors.html import read_fragment
from extractors.readers.source import Head, Piece, Source
from extractors.records import Metadatum, Page, Rejection

START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE\s+(?!html)[^>\[]*(?:\[.*?\])?>\s*)*"
    r"<(?:rss|feed|(?:\w+:)?RDF)\b",
    re.I | re.S,
)


ENTITIES = re.compile(rb"<!DOCTYPE[^>\[]*\[.*?\]\s*>", re.I | re.S)


def sniff(head: Head) -> bool:
    """True when the root element is that of RSS or Atom."""
    return START.match(head.text[:4000]) is not None


def read(source: Source) -> Iterator[Piece]:
    """A piece for each item, at its guid, id or link."""
    raw = source.read_all()
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = raw.decode("utf-16", "replace")
        raw = re.sub(r"<\?xml[^>]*>", "", text, count=1).encode("utf-8", "replace")
    raw = ENTITIES.sub(b"", raw, count=1)  # entities of its own can grow without end
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


def page_of_entry(entry: Mapping, feed: Mapping) -> Page | Rejection:
    """The page of an item; refused when it has a title alone."""
    contents = [str(content.get("value") or "") for content in entry.get("content") or ()]
    markup = max([*contents, str(entry.get("summary") or "")], key=len)
    text = read_fragment(markup)
    if not text.strip():
        return Rejection("no_text", "The item has neither content nor summary.")
    metadata = tuple(_state_facts(entry, feed))
    url = next((m.value for m in metadata if m.field == "url"), None)
    return Page(text, "feed", url=url, metadata=metadata)


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
