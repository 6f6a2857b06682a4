"""`newsmill dedup`: articles in, duplicate groups and stories out."""

from __future__ import annotations

import sys

import click

from flows.filters.json_lines import Item, read_items, write_results, wrong_fields

FIELDS = {"text": str, "title": str, "outlet": str, "published_at": str, "language": str}


@click.command(
    "dedup",
    epilog="""
\b
In:  {"id", "text", "title"?, "outlet"?, "published_at"? (ISO 8601),
      "language"? (ISO 639-1; detected where it is not given)}
Out: {"id", "duplicate_group", "canonical", "story"}

\b
Example:
  newsmill clean < raw.jsonl | newsmill dedup > groups.jsonl

The answers are those of the pipeline: the same words or a copy of them give the same
"duplicate_group", whose best copy is "canonical" (an id of the input); the same event gives the
same "story". A line that cannot be used gives {"id", "error"} and exit code 3.
""",
)
def command() -> None:
    """Group articles: JSON lines on standard input, one result a line on standard output."""
    from flows.filters.grouping import group_articles

    items = list(read_items(sys.stdin.buffer, _error))
    sys.exit(write_results(group_articles(items)))


def _error(item: Item) -> str | None:
    return 'needs "text"' if item.get("text") is None else wrong_fields(item, FIELDS)
