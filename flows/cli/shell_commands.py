"""What the shell understands besides SQL: a line that begins with a dot or a backslash."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import click
import duckdb

from flows.cli.printing import FORMS, print_table, printer_for
from warehouse.errors import QuestionRefused
from warehouse.questions import ask
from warehouse.statements import read_sql
from warehouse.typed_sql import is_finished


@dataclass(slots=True)
class Session:
    """One sitting at the shell."""

    warehouse: Path
    form: str = "table"  # one of FORMS
    connection: duckdb.DuckDBPyConnection | None = None
    opened: os.stat_result | None = None  # of the copy that is open
    is_open: bool = True  # False: leave the shell
    is_stale: bool = False  # True: open the file anew
    _told: set[int] = field(default_factory=set)  # inodes of newer copies that were told of

    def is_whole(self, text: str) -> bool:
        """True when Enter sends the text, False when it begins another line."""
        return not text.strip() or is_command(text) or is_finished(text)

    def is_replaced(self) -> bool:
        """True once for each copy that a run has put in the place of the open one."""
        try:
            now = self.warehouse.stat().st_ino
        except OSError:  # between two copies, or deleted
            return False
        if now == self.opened.st_ino or now in self._told:
            return False
        self._told.add(now)
        return True


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its names, the first of which is shown, and what it does."""

    names: tuple[str, ...]
    argument: str
    told: str
    run: Callable[[Session, str], None]

    @property
    def usage(self) -> str:
        return " ".join(filter(None, (", ".join(self.names), self.argument)))


def is_command(text: str) -> bool:
    """True for a line that is no SQL."""
    return text.lstrip().startswith((".", "\\"))


def run_command(session: Session, text: str) -> None:
    """Do it; raises QuestionRefused for a command that is not known."""
    name, _, argument = text.strip().rstrip(";").partition(" ")
    if name == "\\d" and argument.strip():
        name = ".columns"
    for command in COMMANDS:
        if name in command.names:
            command.run(session, argument.strip())
            return
    raise QuestionRefused(f"{name} is no command; .help lists them.")


def _show_help(session: Session, _: str) -> None:
    print_table(("command", "what it does"), ((c.usage, c.told) for c in COMMANDS))
    click.echo("Everything else is SQL and ends with a semicolon.")


def _show_things(*kinds: str) -> Callable[[Session, str], None]:
    def show(session: Session, _: str) -> None:
        found = ask(session.connection, read_sql("catalogue", "things.sql"))
        printer_for(session.form)(found.columns, (row for row in found.rows if row[1] in kinds))

    return show


def _show_columns(session: Session, table: str) -> None:
    found = ask(session.connection, read_sql("catalogue", "columns.sql"))
    rows = [row[1:] for row in found.rows if row[0] == table.strip('"').lower()]
    if not rows:
        raise QuestionRefused(f"There is no table or view {table or '(name one)'}; see .tables.")
    printer_for(session.form)(found.columns[1:], rows)


def _set_form(session: Session, form: str) -> None:
    if form not in FORMS:
        raise QuestionRefused(f".mode knows {', '.join(FORMS)}.")
    session.form = form


def _reopen(session: Session, _: str) -> None:
    session.is_stale = True


def _quit(session: Session, _: str) -> None:
    session.is_open = False


COMMANDS = (
    Command((".help", "\\?"), "", "this list", _show_help),
    Command((".tables", "\\d"), "", "tables, views and marts, with what they hold",
            _show_things("table", "view")),
    Command((".columns", "\\d"), "TABLE", "columns of a table, with what they mean", _show_columns),
    Command((".functions", "\\df"), "", "functions of the warehouse, such as search",
            _show_things("function")),
    Command((".mode",), "|".join(FORMS), "how answers are printed", _set_form),
    Command((".reopen",), "", "read the copy that the last run published", _reopen),
    Command((".quit", ".exit", "\\q"), "", "leave", _quit),
)  # fmt: skip
