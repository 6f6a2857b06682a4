"""Items of the filter `newsmill clean` to clean articles, many at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.cleaning import clean_many
from extractors.fast_html import read_html_fast
from extractors.html import read_html
from extractors.records import CleanText, Page
from flows.json_lines import BadLine, Item


def clean_items(items: Sequence[Item | BadLine], *, fast: bool = False) -> Iterator[Item | BadLine]:
    """One result per item, in order; `fast` reads web pages in bulk."""
    pages = [_read_page(item, fast) for item in items if not isinstance(item, BadLine)]
    cleaned = iter(clean_many(pages))
    for item in items:
        yield item if isinstance(item, BadLine) else _result(item, next(cleaned))


def _read_page(item: Item, fast: bool) -> Page:
    if item.get("text") is not None:
        return Page(item["text"], "text")
    return (read_html_fast if fast else read_html)(item["html"], item.get("url"))


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
