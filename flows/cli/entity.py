"""`newsmill entity`: what a person knows better about who is who."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path

import click

from extractors.records import LABELS
from flows.cli.correcting import writing
from flows.cli.options import warehouse_option
from flows.cli.printing import print_csv, print_table
from flows.cli.reading import reading
from warehouse.storage.store import Store

label_option = click.option(
    "--label", type=click.Choice(LABELS), help="Of the entity, where a name has several."
)


@click.group(
    "entity",
    epilog="""
\b
Examples:
  newsmill entity merge "V. Putin" "Vladimir Putin"
  newsmill entity split "Diallo"           no longer the person it was linked to
  newsmill entity rename UK "United Kingdom"
  newsmill entity never "Read More"
  newsmill entity list
  newsmill entity undo "Diallo"

An entity is named by its id or by one of its names. Corrections take effect at once, are applied
after all evidence and hold for every later run. They stand in a file beside the warehouse,
newsmill.corrections.csv, which can also be edited by hand: the next `newsmill run` takes it.
""",
)
def command() -> None:
    """Correct entities: merge two, split a name off, rename one, or say that it is none."""


@contextmanager
def _writing(warehouse: Path) -> Iterator[Store]:
    """The store, locked for writing; what was changed is published. Errors end the command."""
    with writing(warehouse) as store:
        _corrections().take_file(store)
        yield store


def _corrections():
    from warehouse.identity import correcting as entity_corrections

    return entity_corrections


def _decide(warehouse: Path, action: str, *words: str | None) -> None:
    with _writing(warehouse) as store:
        correction = getattr(_corrections(), action)(store.connection, *words)
        _corrections().decide(store, correction)
    click.echo(_tell(correction))


def _tell(correction: object) -> str:
    return " ".join(
        [correction.action, correction.label, repr(correction.name)]
        + ([f"-> {correction.target!r}"] if correction.target else [])
    )


@command.command("merge")
@click.argument("a")
@click.argument("b")
@label_option
@warehouse_option
def merge(a: str, b: str, label: str | None, warehouse: Path) -> None:
    """A stands for the same as B. The id of A leads to B from then on (entity_redirect)."""
    _decide(warehouse, "merge", a, b, label)


@command.command("split")
@click.argument("name")
@label_option
@warehouse_option
def split(name: str, label: str | None, warehouse: Path) -> None:
    """NAME is an entity of its own, whatever the evidence says."""
    _decide(warehouse, "split", name, label)


@command.command("rename")
@click.argument("entity")
@click.argument("new")
@label_option
@warehouse_option
def rename(entity: str, new: str, label: str | None, warehouse: Path) -> None:
    """Show ENTITY under the name NEW; its id stays."""
    _decide(warehouse, "rename", entity, new, label)


@command.command("never")
@click.argument("entity")
@label_option
@warehouse_option
def never(entity: str, label: str | None, warehouse: Path) -> None:
    """ENTITY is none: its mentions stay and stand for nothing."""
    _decide(warehouse, "never", entity, label)


@command.command("undo")
@click.argument("name")
@label_option
@warehouse_option
def undo(name: str, label: str | None, warehouse: Path) -> None:
    """Take back what was decided about NAME."""
    with _writing(warehouse) as store:
        gone = _corrections().undo(store, name, label)
    for correction in gone:
        click.echo(f"undone: {_tell(correction)}")


@command.command("list")
@warehouse_option
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
def show(warehouse: Path, as_csv: bool) -> None:
    """The corrections in force."""
    from warehouse.identity.corrections import COLUMNS, has_new_corrections, read_corrections

    file = Store(warehouse).corrections
    with reading(warehouse) as connection:
        rows = [astuple(correction) for correction in read_corrections(connection)]
        if has_new_corrections(connection, file):
            click.echo(f"{file.name} says otherwise; the next `newsmill run` takes it.", err=True)
    (print_csv if as_csv else print_table)(COLUMNS, rows)
