"""`newsmill entities`: texts in, names and their entities out."""

from __future__ import annotations

import sys

import click

from extractors.records import LABELS
from flows.cli.options import names_option
from flows.filters.json_lines import Item, read_items, write_results, wrong_fields

FIELDS = {"text": str, "mentions": list, "language": str}


@click.command(
    "entities",
    epilog="""
\b
In:  {"id", "text", "language"? (ISO 639-1), "mentions"?: [{"start", "end", "label"}]}
Out: {"id", "entities": [{"start", "end", "label", "text", "entity", "name"}]}

\b
Example:
  echo '{"id": 1, "text": "Angela Merkel met Emmanuel Macron in Paris."}' | newsmill entities

Labels: PERSON, ORG, PLACE, NORP (nationalities, religious and political groups), MISC. "entity" is
the id of the entity over the whole input, "name" its canonical name. Mentions that are given are
taken as they are, and only their identity is decided. A line that cannot be used gives
{"id", "error"} and exit code 3.
""",
)
@names_option
def command(names: str) -> None:
    """Extract entities: JSON lines on standard input, one result a line on standard output."""
    from flows.documents.finder_adapters import FinderError
    from flows.documents.finders import try_finder
    from flows.filters.grouping import link_mentions

    try:
        try_finder(names)
    except FinderError as error:
        raise click.UsageError(str(error)) from None
    items = list(read_items(sys.stdin.buffer, _error))
    sys.exit(write_results(link_mentions(items, names)))


def _error(item: Item) -> str | None:
    if item.get("text") is None:
        return 'needs "text"'
    if wrong := wrong_fields(item, FIELDS):
        return wrong
    return next(
        filter(None, (_mention_error(m, item["text"]) for m in item.get("mentions") or ())), None
    )


def _mention_error(mention: object, text: str) -> str | None:
    if not isinstance(mention, dict) or mention.get("label") not in LABELS:
        return f'a mention needs "start", "end" and "label" (one of {", ".join(LABELS)})'
    start, end = mention.get("start"), mention.get("end")
    whole = isinstance(start, int) and isinstance(end, int) and not isinstance(start, bool)
    if not whole or not 0 <= start < end <= len(text):
        return (
            f"a mention from {start!r} to {end!r} does not lie in a text of {len(text)} characters"
        )
    return None
