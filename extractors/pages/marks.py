"""What the elements of a page are marked as: microdata, rel="author", byline classes, time tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import XPath
from lxml.html import HtmlElement

from extractors.records import Metadatum

DATES = {"datepublished": "published_at", "datemodified": "updated_at"}
PUBLISHED_CLASS = re.compile(
    r"publish|posted|pubdate|pub-date|entry-date|post-date|post__date|article-date|date-time|"
    r"article__date|timestamp|dateline", re.I,
)  # fmt: skip
UPDATED_CLASS = re.compile(r"updat|modif", re.I)
BYLINE_CLASS = re.compile(
    r"^(?:article|post|entry|story|meta|content|news|single|e|c|o|m)?[-_]*"
    r"(?:byline|author|autor|autore|auteur)s?(?:[-_]+(?:name|names|link|text|item|author|info))?$",
    re.I,
)
MOST_CHARACTERS = 120  # of a byline; more is a biography
MOST_BYLINES = 6
MOST_MARKS = 100  # that are looked at; the page's own come early
_IS_AUTHOR = "contains(translate(., 'AUTHOR', 'author'), 'author')"
MARKED = XPath(f"descendant::*[self::time or @itemprop or @rel[{_IS_AUTHOR}]]")
CLASSED = XPath(  # asks each class once: half the time of four contains(@class, ...)
    "descendant::*[@class[contains(., 'yline') or contains(., 'uthor') or contains(., 'utor') or "
    "contains(., 'uteur')]]"
)
FRAMES = frozenset({"aside", "nav", "footer"})  # what stands there is about other articles


def read_marks(tree: HtmlElement, *, with_classes: bool = True) -> Iterator[Metadatum]:
    """Dates and bylines of elements that are marked as such, the page's own first.

    Pages list other articles with the same marks: of dates the first counts, of bylines those
    that stand together with the first. The classes of elements are the dearest to look at and
    the least to trust: `with_classes` says whether they are needed.
    """
    times, bylines = [], {"itemprop": [], "rel": []}
    for element in MARKED(tree):
        prop = (element.get("itemprop") or "").lower()
        if element.tag == "time" or (prop in DATES and element.tag != "meta"):
            times.append(element)
        for mark, value in (("itemprop", prop), ("rel", (element.get("rel") or "").lower())):
            if value and "author" in value.split():
                bylines[mark].append(element)
    yield from _read_times(times[:MOST_MARKS])
    found = [*_read_bylines("itemprop", bylines["itemprop"])]
    found = found or [*_read_bylines("rel", bylines["rel"])]
    if not found and with_classes:
        classed = [
            element
            for element in CLASSED(tree)
            if any(BYLINE_CLASS.match(kind) for kind in element.get("class").split())
        ]
        found = [*_read_bylines("class", classed)]
    yield from found


def _read_times(elements: list[HtmlElement]) -> Iterator[Metadatum]:
    found: dict[str, Metadatum] = {}
    times: list[str] = []
    for element in elements:
        mark = DATES.get((element.get("itemprop") or "").lower())
        value = element.get("datetime") or element.get("content") or _text(element)
        if not value or _is_framed(element):
            continue
        kinds = element.get("class") or ""
        times.append(value)
        if mark:
            found.setdefault(mark, Metadatum(mark, value, "microdata", source_field="itemprop"))
        elif UPDATED_CLASS.search(kinds):
            row = Metadatum("updated_at", value, "microdata", source_field="time")
            found.setdefault("updated_at", row)
        elif PUBLISHED_CLASS.search(kinds) or element.get("pubdate") is not None:
            row = Metadatum("published_at", value, "microdata", source_field="time")
            found.setdefault("published_at", row)
    if not found and len({value[:10] for value in times}) == 1:  # the only day the page marks
        yield Metadatum("published_at", times[0], "microdata", source_field="time")
    yield from found.values()


def _read_bylines(mark: str, elements: list[HtmlElement]) -> Iterator[Metadatum]:
    group: list[HtmlElement] = []
    for element in elements[:MOST_MARKS]:
        if len(group) == MOST_BYLINES:
            return
        name = "" if _is_framed(element) else _name_in(element)
        if name and (not group or _stand_together(group, element)):
            group.append(element)
            yield Metadatum("author", name, "byline", source_field=mark)


def _name_in(element: HtmlElement) -> str:
    """The name an element gives: its itemprop="name", its content, or its short text."""
    for inside in element.iter():
        if isinstance(inside.tag, str) and inside.get("itemprop") == "name":
            return inside.get("content") or _text(inside)
    text = element.get("content") or _text(element)
    return text if len(text) <= MOST_CHARACTERS else ""


def _stand_together(group: list[HtmlElement], other: HtmlElement) -> bool:
    """True beside the first of the group (same parent or grandparent), and not inside one of it."""
    above = list(other.iterancestors())
    if any(element is parent for element in group for parent in above):
        return False
    near = list(group[0].iterancestors())[:2]
    return any(parent is own for parent in near for own in above[:2])


def _is_framed(element: HtmlElement) -> bool:
    return any(parent.tag in FRAMES for parent in element.iterancestors())


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
