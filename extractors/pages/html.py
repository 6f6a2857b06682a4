"""Read one HTML page: its visible text line by line, what the page says about itself, and which
lines are its article. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from lxml import etree
from lxml.html import HtmlElement

from extractors.languages import language_code
from extractors.pages.body import find_body
from extractors.pages.json_ld import list_blocks, read_stated_body
from extractors.pages.metadata import read_page_metadata
from extractors.pages.text import list_visible_lines
from extractors.pages.tree import load_tree
from extractors.records import Page, find_value

_DECLARATION = re.compile(r"<[!?][^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_BLOCK = re.compile(r"<(?:p|br|div|li|h[1-6])\b", re.I)
_BAD_MARK = re.compile(r"<(?![a-zA-Z/][^<>]*>)")
MOST_TAGS = 100_000  # of pages that lxml gives up on; a tree of a million takes 0.7 GB
UNSEEN = ["script", "style", "template", "noscript", "title"]


def read_html(html: str, url: str | None = None) -> Page:
    """The page as text, one visible block per line, with evidence and metadata.

    `body_lines` holds the numbers of the lines that are the article by trafilatura's extraction and
    by what the page states as its text; of a text that the page states and does not show, the lines
    stand behind the visible ones. Of a page that lxml gives up on (nested too deep, say) all text
    is shown, without evidence. `url` is the address the page came from, if known; the address that
    the page states for itself goes first.
    """
    tree = load_tree(html)
    metadata = () if tree is None else read_page_metadata(tree)
    lines = [] if tree is None else list_visible_lines(_lighten(tree))
    if not lines:
        return Page("\n".join(list_all_texts(html)), "html", url=url)
    stated = list_stated_lines(list_blocks(tree))
    # Last of all: the extraction takes the tree apart.
    lines, body_lines = find_body(html, tree, lines, stated, url)
    return Page(
        text="\n".join(lines),
        format="html",
        language=language_code(find_value(metadata, "language") or ""),
        url=find_value(metadata, "canonical_url") or url,
        body_lines=body_lines,
        metadata=metadata,
    )


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


def list_stated_lines(json_ld: Iterable[str]) -> list[str]:
    """Lines of the text that a page states for its article, spaces collapsed; none if it does not.

    The text may hold tags, of which those of blocks end lines.
    """
    text = read_stated_body(json_ld)
    if _TAG.search(text):
        text = read_fragment(text if _BLOCK.search(text) else text.replace("\n", "<br>"))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line]
