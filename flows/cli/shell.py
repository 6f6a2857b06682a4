"""`newsmill shell`: questions to the published warehouse, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from flows.cli.options import warehouse_option
from flows.cli.printing import printer_for
from flows.cli.reading import reading
from flows.cli.shell_commands import COMMANDS, Session, is_command, run_command
from flows.cli.streams import read_lines
from flows.telling.wording import visible
from warehouse.errors import QuestionRefused
from warehouse.questions import ask
from warehouse.typed_sql import is_finished, read_words, split_statements

NEWER = "A run has published a newer copy; .reopen reads it."


@click.command(
    "shell",
    epilog="\b\nExamples:\n  newsmill shell\n  newsmill shell --warehouse ~/news.duckdb\n"
    "  newsmill shell --csv < questions.sql\n\n"
    "\b\nIn the shell:\n"
    + "\n".join(f"  {command.usage:<24} {command.told}" for command in COMMANDS)
    + "\n\nA statement ends with a semicolon and may take several lines; Tab completes tables, "
    "columns, macros and keywords. Without a terminal, statements are read from standard input; "
    "the first one that is refused ends the script with exit code 2.",
)
@warehouse_option
@click.option("--csv", "form", flag_value="csv", help="Print CSV.")
@click.option("--json", "form", flag_value="json", help="Print JSON arrays.")
def command(warehouse: Path, form: str | None) -> None:
    """Ask the warehouse in SQL at a prompt. It is opened read-only and never blocks a run."""
    session = Session(warehouse, form or "table")
    at_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    while session.is_open:
        with reading(warehouse, refused=2) as session.connection:
            session.opened, session.is_stale = warehouse.stat(), False
            if at_terminal:
                _talk(session)
            else:
                _answer_all(session, read_lines())


def _talk(session: Session) -> None:
    """Prompt, answer, and so on; errors are told and the talk goes on."""
    from flows.cli.prompting import open_prompt

    prompt = open_prompt(read_words(session.connection), session.is_whole)
    click.echo(f"{session.warehouse}, read-only. .help for help, .quit or Ctrl-D to leave.")
    while session.is_open and not session.is_stale:
        try:
            answer(session, prompt())
        except KeyboardInterrupt:
            session.connection.interrupt()
        except EOFError:
            session.is_open = False
        except QuestionRefused as error:
            click.echo(visible(str(error)), err=True)
        if session.is_replaced():
            click.echo(NEWER, err=True)


def _answer_all(session: Session, lines: Iterable[str]) -> None:
    for text in gather_statements(lines):
        answer(session, text)
        if not session.is_open:
            return
    session.is_open = False


def gather_statements(lines: Iterable[str]) -> Iterator[str]:
    """Lines put together until a statement is finished; the last one needs no semicolon."""
    gathered = ""
    for line in lines:
        gathered += line
        if (not gathered.strip() or is_command(gathered)) or is_finished(gathered):
            yield gathered
            gathered = ""
    yield gathered


def answer(session: Session, text: str) -> None:
    """Run a command or print the answers of one statement or more."""
    if is_command(text):
        run_command(session, text)
        return
    for statement in split_statements(session.connection, text):
        found = ask(session.connection, statement)
        if found.columns:
            printer_for(session.form)(found.columns, found.rows)
