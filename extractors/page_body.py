"""Which lines of a page are its article: what trafilatura finds, and what the page states."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from lxml.html import HtmlElement

from extractors.page_alignment import align_lines
from extractors.page_tree import load_tree

# Where the quick extraction holds less than a third of what looks like paragraphs, or hardly any,
# the other extractors are asked too; elsewhere (seven pages of eight) they change nothing.
LONG_LINE = 80  # characters of a line that looks like a paragraph
ENOUGH = 500  # characters of an article
SHOWN = 0.9  # share of a stated text that stands in the page when it is shown
HIDDEN = 0.5  # where less of it stands there, it is not shown, or cut short
AGREEING = 0.8  # share of letters in both of two bodies that are one but for odd lines

# trafilatura logs an error for each page it cannot read; such a page shows in what we return
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def find_body(
    html: str, tree: HtmlElement, lines: list[str], stated: list[str], url: str | None
) -> tuple[list[str], frozenset[int]]:
    """Lines of the page, and numbers of those that are the article.

    `tree` is that of `html`, and is used up; `lines` are the visible ones, `stated` those of the
    text that the page gives for its article in JSON-LD. A stated text goes before the extraction
    where the two differ, and adds its paragraphs where they agree. One that is not shown (behind a
    wall, or for scripts to show) comes behind the visible lines.
    """
    told = align_lines(lines, stated) if _measure(stated) >= ENOUGH else frozenset()
    share = _measure(lines[i] for i in told) / max(1, _measure(stated))
    found = align_lines(lines, extract_body(tree, url, fast=True).split("\n"))
    if share >= SHOWN:
        return lines, _join(lines, found, told)
    if not _covers_page(lines, found):
        found = align_lines(lines, extract_body(load_tree(html), url).split("\n"))
    hidden = _measure(stated) >= ENOUGH and share < HIDDEN
    if hidden and _measure(stated) > _measure(lines[i] for i in found):
        return lines + stated, frozenset(range(len(lines), len(lines) + len(stated)))
    return lines, found


def _join(lines: list[str], found: frozenset[int], told: frozenset[int]) -> frozenset[int]:
    both, either = (_measure(lines[i] for i in some) for some in (found & told, found | told))
    if both < AGREEING * either:
        return told
    return found | {i for i in told if len(lines[i]) >= LONG_LINE}


def _measure(lines: Iterable[str]) -> int:
    return sum(map(len, lines))


def _covers_page(lines: list[str], body_lines: frozenset[int]) -> bool:
    """True when the body holds a good part of the page's long lines, and enough for an article."""
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
