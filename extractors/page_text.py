"""The visible text of a page, one block per line."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

# Elements that start and end a line of their own (HTML standard, rendering section, display: block,
# list-item and table parts). Cells of a table row share its line unless they hold blocks.
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "label",
    "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search", "section",
    "select", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "video", "audio",
))  # fmt: skip
# Elements whose content is not shown as text.
UNSEEN = frozenset((
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "svg", "math",
    "iframe", "object", "embed", "canvas", "textarea", "datalist", "map", "area", "param",
    "source", "track", "audio", "video", "select",
))  # fmt: skip
_SPACE = re.compile(r"\s+")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def list_visible_lines(tree: HtmlElement) -> list[str]:
    """Non-empty lines in document order, spaces collapsed. Linear in the size of the page."""
    pieces: list[str] = []
    # A stack instead of recursion: pages nest deeper than Python's recursion limit.
    stack: list[tuple[HtmlElement | None, str]] = [(tree, "")]
    while stack:
        element, text = stack.pop()
        if element is None:
            pieces.append(text)
            continue
        _walk(element, pieces, stack)
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\x1e"))
    return [line for line in lines if line]


def _walk(element: HtmlElement, pieces: list[str], stack: list) -> None:
    tag = element.tag if isinstance(element.tag, str) else None
    if element.tail:
        stack.append((None, element.tail))
    if tag is None or tag in UNSEEN or _is_hidden(element):
        return
    if tag == "br":
        pieces.append("\x1e")
        return
    if tag in ("td", "th"):
        stack.append((None, " "))
    elif tag in BLOCKS:
        stack.append((None, "\x1e"))
        pieces.append("\x1e")
    stack.extend((child, "") for child in element.iterchildren(reversed=True))
    if element.text:
        pieces.append(element.text)


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN_STYLE.search(style) is not None
