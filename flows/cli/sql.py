"""`newsmill sql`: a question to the published warehouse."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.options import warehouse_option
from flows.cli.printing import printer_for
from flows.cli.reading import reading
from flows.cli.streams import read_lines
from warehouse.questions import ask
from warehouse.typed_sql import split_statements


@click.command(
    "sql",
    epilog="""
\b
Examples:
  newsmill sql "FROM article SELECT title, outlet, published_date"
  newsmill sql "SELECT category, count(*) FROM removed_line GROUP BY ALL" --csv
  newsmill sql "SELECT table_name, comment FROM duckdb_tables()"
  echo "FROM story" | newsmill sql -

The warehouse is opened read-only and never blocks the pipeline.
""",
)
@click.argument("question")
@warehouse_option
@click.option("--csv", "form", flag_value="csv", help="Print CSV.")
@click.option("--json", "form", flag_value="json", help="Print a JSON array.")
def command(question: str, warehouse: Path, form: str | None) -> None:
    """Ask the warehouse a QUESTION in SQL ("-" reads it from standard input).

    Of several statements, parted by semicolons, each answer is printed.
    """
    if question == "-":
        question = "".join(read_lines())
    with reading(warehouse, refused=2) as connection:
        for statement in split_statements(connection, question) or [question]:
            answer = ask(connection, statement)
            if answer.columns:
                printer_for(form)(answer.columns, answer.rows)
