"""Read one HTML page: its visible text line by line, what the page says about itself, and which
lines an independent extractor (trafilatura) takes for the article. Nothing is fetched."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from html import unescape

from lxml import etree
from lxml.html import HtmlElement

from extractors.languages import language_code
from extractors.page_alignment import align_lines
from extractors.page_metadata import read_page_metadata
from extractors.page_text import list_visible_lines
from extractors.page_tree import load_tree
from extractors.records import Metadatum, Page

_DECLARATION = re.compile(r"<[!?][^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_BAD_MARK = re.compile(r"<(?![a-zA-Z/][^<>]*>)")
MOST_TAGS = 100_000  # of pages that lxml gives up on; a tree of a million takes 0.7 GB
UNSEEN = ["script", "style", "template", "noscript", "title"]
# Where the quick extraction holds less than a third of what looks like paragraphs, or hardly any,
# the other extractors are asked too; elsewhere (seven pages of eight) they change nothing.
LONG_LINE = 80  # characters of a line that looks like a paragraph
ENOUGH = 500  # characters in such lines

# trafilatura logs an error for each page it cannot read; such a page shows in what we return
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def read_html(html: str, url: str | None = None) -> Page:
    """The page as text, one visible block per line, with evidence and metadata.

    `body_lines` holds the numbers of the lines that trafilatura's extraction contains. Of a page
    that lxml gives up on (nested too deep, say) all text is shown, without evidence. `url` is the
    address the page came from, if known; the address that the page states for itself goes first.
    """
    tree = load_tree(html)
    metadata = () if tree is None else read_page_metadata(tree)
    lines = [] if tree is None else list_visible_lines(_lighten(tree))
    if not lines:
        return Page("\n".join(list_all_texts(html)), "html", url=url)
    # Last of the three: the extraction takes the tree apart.
    body_lines = align_lines(lines, extract_body(tree, url, fast=True).split("\n"))
    if not _covers_page(lines, body_lines):
        body_lines = align_lines(lines, extract_body(load_tree(html), url).split("\n"))
    return Page(
        text="\n".join(lines),
        format="html",
        language=language_code(_first(metadata, "language") or ""),
        url=_first(metadata, "canonical_url") or url,
        body_lines=body_lines,
        metadata=metadata,
    )


def _covers_page(lines: list[str], body_lines: frozenset[int]) -> bool:
    """True when the body holds a good part of the page's long lines, and enough for an article."""
    long = {i: len(line) for i, line in enumerate(lines) if len(line) >= LONG_LINE}
    found = sum(long[i] for i in body_lines if i in long)
    return found >= ENOUGH and 3 * found >= sum(long.values())


def read_fragment(html: str) -> str:
    """Visible text of a piece of HTML without a page around it, one block per line."""
    if "<" not in html and "&" not in html:
        return html
    tree = load_tree(f"<html><body>{html}</body></html>")
    lines = [] if tree is None else list_visible_lines(tree)
    return "\n".join(lines or list_all_texts(html))


def _lighten(tree: HtmlElement) -> HtmlElement:
    """The tree without what neither shows nor tells anything; trafilatura copies it often."""
    etree.strip_elements(tree, "style", "svg", "link", with_tail=False)
    for script in list(tree.iter("script")):
        if "ld+json" not in (script.get("type") or ""):  # trafilatura may find the text there
            script.drop_tree()
    return tree


def extract_body(html: str | HtmlElement, url: str | None = None, *, fast: bool = False) -> str:
    """Text of the article as trafilatura sees it, blocks on lines of their own; may be empty.

    `html` is a page or its parsed tree, which is used up. `fast` leaves out trafilatura's
    comparison with other extractors, which takes a third of its time.

    Precision is favoured: what it leaves out, the line cleaner can still take back.
    """
    from trafilatura import extract  # noqa: PLC0415 - late: texts need not wait for it

    return (
        extract(
            _drop_nul(html) if isinstance(html, str) else html,
            url=url,
            favor_precision=True,
            fast=fast,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
            output_format="txt",
        )
        or ""
    )


def list_all_texts(html: str) -> list[str]:
    """Every text of the page but scripts and styles, by a parser that never gives up."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 - late: texts need not wait for it

    html = drop_unclosed(html)
    if html.count("<") > MOST_TAGS:
        texts = map(unescape, _TAG.split(drop_elements(html, UNSEEN)))
    else:
        soup = BeautifulSoup(html, "html.parser")
        for unseen in soup(UNSEEN):
            unseen.extract()
        texts = soup.stripped_strings
    return [line for text in texts if (line := " ".join(text.split()))]


def drop_unclosed(html: str) -> str:
    """The page without comments, declarations and marks that begin no tag; linear in its length.

    Python's parser looks for the end of each of those in all that follows.
    """
    first, *parts = html.split("<!--")
    pieces = [first, *(part.partition("-->")[2 * ("-->" in part)] for part in parts)]
    return _BAD_MARK.sub("", _DECLARATION.sub("", "".join(pieces)))


def drop_elements(html: str, names: Iterable[str]) -> str:
    """The page without the elements of these names, those that are not closed included."""
    for name in names:
        first, *parts = re.split(rf"<{name}\b", html, flags=re.I)
        closed = (re.split(rf"</{name}\b[^<>]*>", part, maxsplit=1, flags=re.I) for part in parts)
        html = first + "".join(part[1] for part in closed if len(part) > 1)
    return html


def _drop_nul(html: str) -> str:
    return html.replace("\x00", "")


def _first(metadata: tuple[Metadatum, ...], field: str) -> str | None:
    return next((m.value for m in metadata if m.field == field), None)
