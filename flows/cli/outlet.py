"""`newsmill outlet`: what a person knows better about the names of outlets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from flows.cli.correcting import writing
from flows.cli.options import warehouse_option
from flows.cli.printing import print_csv, print_table
from flows.cli.reading import reading
from flows.telling.wording import visible
from warehouse.questions import ask_named
from warehouse.storage.store import transaction


@click.group(
    "outlet",
    epilog="""
\b
Examples:
  newsmill outlet list                     outlets under several names
  newsmill outlet merge bbc.co.uk "BBC News"
  newsmill outlet rename "BBC News" BBC
  newsmill outlet split "Sky UK"           an outlet of its own, whatever the evidence says
  newsmill outlet undo bbc.co.uk

An outlet is named by one of the names that articles state, or by the name under which it is shown.
Corrections take effect at once in all that counts outlets (publication and the marts), are applied
after all evidence and hold for every later run. article.outlet stays as it is stated; the table
outlet_name leads from it to the outlet. Corrections stand in the table outlet_correction.
""",
)
def command() -> None:
    """Correct outlets: say which names are one, or two, or how an outlet is called."""


@contextmanager
def _decision(warehouse: Path) -> Iterator[tuple]:
    """(rules, connection) of one decision: put into force, and published, at the end."""
    from warehouse.outlets import names as rules

    with writing(warehouse) as store, transaction(store.connection):
        rules.update_outlet_names(store.connection)  # an older version may have made the warehouse
        yield rules, store.connection
        rules.put_into_force(store.connection)


def _decide(warehouse: Path, action: str, *words: str) -> None:
    with _decision(warehouse) as (rules, connection):
        at = datetime.now(UTC).replace(tzinfo=None)
        name = getattr(rules, action)(connection, *words, at)
        rules.update_outlet_names(connection)
        outlet = rules.find_name(connection, name)[1]
    click.echo(visible(f"{name} is {outlet}"))


@command.command("merge")
@click.argument("a")
@click.argument("b")
@warehouse_option
def merge(a: str, b: str, warehouse: Path) -> None:
    """A and B are one outlet, which is shown as B is."""
    _decide(warehouse, "merge", a, b)


@command.command("split")
@click.argument("name")
@warehouse_option
def split(name: str, warehouse: Path) -> None:
    """NAME is an outlet of its own."""
    _decide(warehouse, "split", name)


@command.command("rename")
@click.argument("outlet")
@click.argument("new")
@warehouse_option
def rename(outlet: str, new: str, warehouse: Path) -> None:
    """Show OUTLET under the name NEW."""
    _decide(warehouse, "rename", outlet, new)


@command.command("undo")
@click.argument("name")
@warehouse_option
def undo(name: str, warehouse: Path) -> None:
    """Take back what was decided about NAME."""
    with _decision(warehouse) as (rules, connection):
        rules.undo(connection, name)
    click.echo(f"undone: {name}")


@command.command("list")
@warehouse_option
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
def show(warehouse: Path, as_csv: bool) -> None:
    """Outlets that have several names, and what was decided."""
    with reading(warehouse) as connection:
        rows = ask_named(connection, "outlet_names", {})
    columns = ("outlet", "name", "evidence", "decided_at")
    (print_csv if as_csv else print_table)(columns, [list(row.values()) for row in rows])
