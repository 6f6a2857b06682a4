"""`newsmill search`: the articles that hold some words, best first."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.options import warehouse_option
from flows.cli.printing import printer_for
from flows.cli.reading import reading
from warehouse.questions import ask
from warehouse.statements import read_sql

NOT_YET = "cannot be searched yet; the next `newsmill run` mends that."


@click.command(
    "search",
    epilog="""
\b
Examples:
  newsmill search "peace talks"
  newsmill search "Lavrov Yerevan" --limit 3
  newsmill search "ceasefire" --json
  newsmill sql "FROM search('peace talks') JOIN article USING (article_id)"

Words count the more the rarer they are, and three times in a title (BM25). Case and accents do not
matter; an article need not hold all of the words.
""",
)
@click.argument("words", nargs=-1, required=True)
@warehouse_option
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="Articles to show."
)
@click.option("--csv", "form", flag_value="csv", help="Print CSV.")
@click.option("--json", "form", flag_value="json", help="Print a JSON array.")
def command(words: tuple[str, ...], warehouse: Path, limit: int, form: str | None) -> None:
    """Find the articles that hold WORDS in title or body, best first."""
    values = {"words": " ".join(words), "limit": limit}
    with reading(warehouse, not_yet=NOT_YET) as connection:
        answer = ask(connection, read_sql("questions", "search.sql"), values)
        rows = list(answer.rows)
    if rows or form:
        printer_for(form)(answer.columns, rows)
    else:
        click.echo("No article holds any of these words.", err=True)
