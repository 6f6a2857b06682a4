"""Which lines of a page are its article: what trafilatura finds, and what the page states."""

from __future__ import annotations

import logging

from lxml.html import HtmlElement

from extractors.pages.alignment import align_lines
from extractors.pages.stated_text import ENOUGH, LONG_LINE, place_stated
from extractors.pages.tree import load_tree

# trafilatura logs an error for each page it cannot read; such a page shows in what we return
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def find_body(
    html: str, tree: HtmlElement, lines: list[str], stated: list[str], url: str | None
) -> tuple[list[str], frozenset[int]]:
    """Lines of the page, and numbers of those that are the article.

    `tree` is that of `html`, and is used up; `lines` are the visible ones, `stated` those of the
    text that the page gives for its article in JSON-LD.
    """
    text = place_stated(stated, lines)
    found: frozenset[int] = frozenset()
    # A page without paragraphs enough for an article needs the others whatever the first finds.
    if text.is_shown or _covers_page(lines, frozenset(range(len(lines)))):
        found = align_lines(lines, extract_body(tree, url, fast=True).split("\n"))
    if not text.is_shown and not _covers_page(lines, found):
        found = align_lines(lines, extract_body(load_tree(html), url).split("\n"))
    return text.prefer_to(found, lines)


def _covers_page(lines: list[str], body_lines: frozenset[int]) -> bool:
    """True when the body holds a good part of the page's long lines, and enough for an article.

    Elsewhere the other extractors are asked too; here (seven pages of eight) they change nothing.
    """
    long = {i: len(line) for i, line in enumerate(lines) if len(line) >= LONG_LINE}
    found = sum(long[i] for i in body_lines if i in long)
    return found >= ENOUGH and 3 * found >= sum(long.values())


def extract_body(html: str | HtmlElement, url: str | None = None, *, fast: bool = False) -> str:
    """Text of the article as trafilatura sees it, blocks on lines of their own; may be empty.

    `html` is a page or its parsed tree, which is used up. `fast` leaves out trafilatura's
    comparison with other extractors, which takes a third of its time.

    Precision is favoured: what it leaves out, the line cleaner can still take back.
    """
    from trafilatura import extract  # noqa: PLC0415 - late: texts need not wait for it

    return (
        extract(
            html.replace("\x00", "") if isinstance(html, str) else html,
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
