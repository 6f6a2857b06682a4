"""`newsmill quotes`: who is quoted most, and what somebody said."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.options import warehouse_option
from flows.cli.printing import printer_for
from flows.cli.reading import reading
from warehouse.questions import ask
from warehouse.statements import read_sql

NOT_YET = "holds no quotations yet; the next `newsmill run` mends that."


@click.command(
    "quotes",
    epilog="""
\b
Examples:
  newsmill quotes                        who is quoted most
  newsmill quotes "Sergei Lavrov"        what he said, the newest first
  newsmill quotes lavrov --limit 5
  newsmill quotes Zakharova --json
  newsmill sql "FROM said WHERE speaker = 'Sergei Lavrov' AND quotation ILIKE '%peace%'"

A copied text counts once, and so does what several articles quote. Quotations stand between
quotation marks; a speaker is named where the text tells, "score" says how surely, and the table
quotation holds the evidence and the quotations of speakers who are not known.
""",
)
@click.argument("name", nargs=-1)
@warehouse_option
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="Rows to show."
)
@click.option("--csv", "form", flag_value="csv", help="Print CSV.")
@click.option("--json", "form", flag_value="json", help="Print a JSON array.")
def command(name: tuple[str, ...], warehouse: Path, limit: int, form: str | None) -> None:
    """Show who is quoted most, or what NAME said."""
    question, values = "most_quoted.sql", {"limit": limit}
    if "".join(name).strip():
        question, values = "quotations_of.sql", {"limit": limit, "name": " ".join(name)}
    with reading(warehouse, not_yet=NOT_YET) as connection:
        answer = ask(connection, read_sql("questions", question), values)
        rows = list(answer.rows)
    if rows or form:
        printer_for(form)(answer.columns, rows)
    else:
        click.echo("Nobody of that name is quoted." if name else "Nobody is quoted.", err=True)
