"""`newsmill brief`: one page about what is new, for people."""

from __future__ import annotations

import json
from pathlib import Path

import click

from flows.cli.options import warehouse_option
from flows.cli.reading import reading
from flows.telling.brief_page import as_values, html_page, markdown_page
from warehouse.brief import find_scope, write_brief

NOT_YET = "holds no marts yet; the next `newsmill run` mends that."


@click.command(
    "brief",
    epilog="""
\b
Examples:
  newsmill brief                         what the last run brought, as Markdown
  newsmill brief --since 2024-05-01      articles dated that day or later
  newsmill brief --since all --html brief.html
  newsmill brief --json | jq .stories.rows

What is new, the largest stories, who is in the news and who is rising, who carries whose text,
what to review and what could not be read. The SQL behind each number stands on the page.
""",
)
@warehouse_option
@click.option(
    "--since",
    default="run",
    show_default=True,
    help="run (the last one), day (the newest stated), all, or a date: YYYY-MM-DD.",
)
@click.option("--html", type=click.Path(path_type=Path), help="Write an HTML page to this file.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(warehouse: Path, since: str, html: Path | None, as_json: bool) -> None:
    """Sum up the last run, the newest day or the whole warehouse on one page."""
    try:
        with reading(warehouse, not_yet=NOT_YET) as connection:
            scope = find_scope(connection, since)
            sections = write_brief(connection, scope)
    except ValueError as error:
        raise click.UsageError(f"--since {since}: {error}") from None
    if html:
        html.write_text(html_page(scope, sections), encoding="utf-8")
        click.echo(f"Wrote {html}.", err=True)
    if as_json:
        click.echo(json.dumps(as_values(scope, sections), ensure_ascii=False, default=str))
    elif not html:
        click.echo(markdown_page(scope, sections), nl=False)
