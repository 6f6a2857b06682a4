"""Items of the filter `newsmill clean` to clean articles, many at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.cleaning import clean, clean_many
from extractors.pages.fast_html import read_html_fast
from extractors.pages.html import read_html
from extractors.records import CleanText, Page
from flows.filters.json_lines import BadLine, Item, refuse_item


def clean_items(items: Sequence[Item | BadLine], *, fast: bool = False) -> Iterator[Item | BadLine]:
    """One result per item, in order; `fast` reads web pages in bulk.

    Items are cleaned together; where that fails one by one, and the one that is to blame gives an
    error.
    """
    read = [item if isinstance(item, BadLine) else _read_page(item, fast) for item in items]
    pages = [page for page in read if not isinstance(page, BadLine)]
    try:
        cleaned = iter(clean_many(pages))
    except MemoryError:
        raise
    except Exception:  # any fault on hostile input: whose it is shows one by one
        cleaned = None
    for item, page in zip(items, read, strict=True):
        if isinstance(page, BadLine):
            yield page
        else:
            yield _result(item, next(cleaned)) if cleaned else _clean_alone(item, page)


def _read_page(item: Item, fast: bool) -> Page | BadLine:
    if item.get("text") is not None:
        return Page(item["text"], "text")
    try:
        return (read_html_fast if fast else read_html)(item["html"], item.get("url"))
    except MemoryError:
        raise
    except Exception as error:  # any fault of a parser on hostile input; told with its detail
        return refuse_item(item, error)


def _clean_alone(item: Item, page: Page) -> Item | BadLine:
    try:
        return _result(item, clean(page))
    except MemoryError:
        raise
    except Exception as error:  # as in _read_page
        return refuse_item(item, error)


def _result(item: Item, cleaned: CleanText) -> Item:
    removed = [
        {
            "start": line.start,
            "end": line.end,
            "category": line.category,
            "rule": line.rule,
            "score": round(line.score, 4),
        }
        for line in cleaned.lines
        if line.verdict != "keep"
    ]
    return {"id": item["id"], "title": cleaned.title, "text": cleaned.text, "removed": removed}
