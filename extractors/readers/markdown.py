"""Markdown, with or without YAML front matter, as the text a reader of the rendered page sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from extractors.pages.html import read_fragment
from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.record_page import lower_names, state_facts
from extractors.readers.source import Source
from extractors.records import Metadatum, Page, find_value

ENDINGS = (".md", ".markdown", ".mdown")
FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.{0,20000}?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.S
)
WIKI_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")  # as Obsidian writes names
KEY = re.compile(r"^[\w-]+[ \t]*:", re.M)


def sniff(head: Head) -> bool:
    """True for a text that begins with front matter."""
    match = FRONT_MATTER.match(head.text) if head.text.startswith(("---", "\ufeff---")) else None
    return match is not None and KEY.search(match[1]) is not None


def read(source: Source) -> Iterator[Piece]:
    """The text without its markup, block by block; what front matter states becomes metadata."""
    decoded = source.read_text()
    match = FRONT_MATTER.match(decoded.text)
    metadata = tuple(_read_front_matter(match[1], source)) if match else ()
    body = decoded.text[match.end() :] if match else decoded.text
    url = find_value(metadata, "url")
    page = Page(render_text(body), "markdown", url=url, metadata=metadata)
    yield Piece(source.place, page, decoded.encoding, decoded.byte_order_mark)


def render_text(markdown: str) -> str:
    """The text of a document in CommonMark; line breaks stay where they are."""
    lines = []
    for token in _parser().parse(markdown):
        if token.type == "inline":
            lines.append(_inline_text(token.children or []))
        elif token.type == "html_block":
            lines.append(read_fragment(token.content))
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.rstrip("\n"))
    return "\n\n".join(line for line in lines if line.strip())


def _inline_text(tokens: list[Token]) -> str:
    pieces = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            pieces.append(token.content)
        elif token.type in ("softbreak", "hardbreak") or token.content.startswith("<br"):
            pieces.append("\n")
    return "".join(pieces)  # the alternative text of an image is a child of its token: left out


class _PlainLoader(yaml.BaseLoader):
    """Makes texts of everything: dates stay as they are written.

    Only texts can be referred to: with lists of references to lists a few lines make millions.
    """

    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node:
        if self.check_event(yaml.AliasEvent):
            anchor = self.peek_event().anchor
            if not isinstance(self.anchors.get(anchor), yaml.ScalarNode):
                raise yaml.YAMLError(f"{anchor} is no text")
        return super().compose_node(parent, index)


@cache
def _parser() -> MarkdownIt:
    # Indented paragraphs are common in pasted news and code is not.
    return MarkdownIt("commonmark").disable("code")


def _read_front_matter(source_text: str, source: Source) -> Iterator[Metadatum]:
    """Facts of the front matter; one that is not YAML states nothing."""
    try:
        stated = yaml.load(source_text, Loader=_PlainLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return
    if isinstance(stated, dict):
        record = lower_names(stated)
        address = record.get("source")
        if isinstance(address, str) and re.match(r"https?://", address):
            record = {**record, "url": record.get("url") or address, "source": None}
        for fact in state_facts(record, source.columns, "front_matter"):
            yield replace(fact, value=WIKI_LINK.sub(r"\1", fact.value))
