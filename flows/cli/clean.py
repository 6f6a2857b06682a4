"""`newsmill clean`: raw articles in, clean articles out."""

from __future__ import annotations

import sys

import click

from flows.json_lines import BadLine, Item, read_items, write_results, wrong_fields

FIELDS = {"text": str, "html": str, "url": str, "source": str}


@click.command(
    "clean",
    epilog="""
\b
In:  {"id", "text" or "html", "url"?, "source"?}
Out: {"id", "title", "text", "removed": [{"start", "end", "category", "rule", "score"}]}

\b
Example:
  echo '{"id": 1, "text": "Title\\\\n\\\\nThe body ...\\\\n\\\\nRead more"}' | newsmill clean

"url" helps with HTML; "source" may stand there and changes nothing. Offsets count characters
of "text" (for "html": of the visible text of the page). A line that cannot be used gives
{"id", "error"} and exit code 3; the rest goes on.
""",
)
def command() -> None:
    """Clean articles: JSON lines on standard input, one result a line on standard output."""
    from extractors.cleaning import clean
    from extractors.html import read_html
    from extractors.records import Page

    def clean_item(item: Item | BadLine) -> Item | BadLine:
        if isinstance(item, BadLine):
            return item
        text, html = item.get("text"), item.get("html")
        page = Page(text, "text") if text is not None else read_html(html, item.get("url"))
        cleaned = clean(page)
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
        title, body = cleaned.title, cleaned.text
        return {"id": item["id"], "title": title, "text": body, "removed": removed}

    sys.exit(write_results(map(clean_item, read_items(sys.stdin.buffer, _error))))


def _error(item: Item) -> str | None:
    if item.get("text") is None and item.get("html") is None:
        return 'needs "text" or "html"'
    return wrong_fields(item, FIELDS)
