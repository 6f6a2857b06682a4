"""`newsmill clean`: raw articles in, clean articles out."""

from __future__ import annotations

import sys

import click

from flows.cli.options import fast_option
from flows.filters.json_lines import Item, read_batches, write_results, wrong_fields

FIELDS = {"text": str, "html": str, "url": str, "source": str}


@click.command(
    "clean",
    epilog="""
\b
In:  {"id", "text" or "html", "url"?, "source"?}
Out: {"id", "title", "text", "removed": [{"start", "end", "category", "rule", "score"}]}

\b
Example:
  printf '%s' '{"id": 1, "text": "Bridge closed\\n\\nThe mayor closed it today.\\n\\nRead more"}' \\
    | newsmill clean

"url" helps with HTML; "source" may stand there and changes nothing. Offsets count characters
of "text" (for "html": of the visible text of the page). A line that cannot be used gives
{"id", "error"} and exit code 3; the rest goes on.
""",
)
@fast_option
def command(fast: bool) -> None:
    """Clean articles: JSON lines on standard input, one result a line on standard output."""
    from flows.documents.fast import check_fast
    from flows.filters.cleaning import clean_items

    try:
        if fast:
            check_fast()
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    batches = read_batches(sys.stdin.buffer, _error)
    sys.exit(write_results(result for batch in batches for result in clean_items(batch, fast=fast)))


def _error(item: Item) -> str | None:
    if item.get("text") is None and item.get("html") is None:
        return 'needs "text" or "html"'
    return wrong_fields(item, FIELDS)
