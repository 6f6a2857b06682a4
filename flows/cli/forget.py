"""`newsmill forget`: articles taken out for good, so that they do not come back."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from flows.cli.corpus_paths import path_below
from flows.cli.correcting import writing
from flows.cli.flow_run import end_by_signals, run_flow
from flows.cli.forget_choice import Wanted, choose
from flows.cli.forget_tables import Choice, show_choice, show_tombstones
from flows.cli.options import corpus_option, names_option, warehouse_option, workers_option
from flows.cli.reading import reading
from flows.ids import source_file_id
from flows.settings import ForgetParameters, check
from flows.telling.report import RunReport, summary_lines
from flows.telling.wording import visible
from warehouse.questions import ask_named
from warehouse.storage.store import Store, transaction

SAY = "say --dry-run to see what would go, or --yes to take it out"


@click.command(
    "forget",
    epilog="""
\b
Examples:
  newsmill forget corpus/2023/a.html --dry-run        what would go
  newsmill forget 3f9a0c1d77b2e9a0 --reason "court order 12/2026"
  newsmill forget 'mails.mbox!/<17@news>' --yes       one document of a file
  newsmill forget --where "outlet = 'The Bay Post'"   by any column of article
  newsmill forget --where "text ILIKE '%Jane Doe%'" --copies
  newsmill forget --list
  newsmill forget corpus/2023/a.html --allow-again    let it come back

Gone are text, lines, former states, names, search words, what was counted from them, and their
bytes in the database files, which are written anew; the history of ids stays. A tombstone (table
tombstone: ids, hashes, reason, time) refuses the document when it is read again, under this name
or, as long as its raw text is the same, under any other. Not touched: the files in the corpus,
backups, and what you wrote in corrections. Delete these yourself.
""",
)
@click.argument("targets", nargs=-1)
@click.option(
    "--where", "condition", metavar="SQL", help="Articles for which this holds; of TARGETS, if any."
)
@click.option("--copies", is_flag=True, help="Also copies of their texts, now and later.")
@click.option("--reason", help="Why, for the tombstones; name no person in it.")
@click.option("--dry-run", is_flag=True, help="Only show what would go.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--list", "listed", is_flag=True, help="List the tombstones.")
@click.option("--allow-again", is_flag=True, help="Take tombstones away: the next run reads anew.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@corpus_option
@warehouse_option
@workers_option
@names_option
def command(
    targets: tuple[str, ...],
    condition: str | None,
    copies: bool,
    reason: str | None,
    dry_run: bool,
    yes: bool,
    listed: bool,
    allow_again: bool,
    as_json: bool,
    corpus: Path,
    warehouse: Path,
    workers: int | None,
    names: str,
) -> None:
    """Take articles out for good (TARGETS: files, folders, patterns, ids).

    Shows first what would go, and asks before it is taken out. What was forgotten cannot be
    brought back but by reading its file again.
    """
    end_by_signals()
    if listed:
        with reading(warehouse) as connection:
            show_tombstones(ask_named(connection, "tombstones"), as_json=as_json)
        return
    if not (targets or condition):
        raise click.UsageError("name what is to be forgotten, or say --where")
    if allow_again and condition:
        raise click.UsageError("--allow-again takes files and ids; no --where, as they are gone")
    if allow_again:
        _allow([path_below(target, corpus) for target in targets], warehouse)
        return
    if not (dry_run or yes) and (as_json or not sys.stdin.isatty()):
        raise click.UsageError(SAY)
    choice = choose(Wanted(targets, condition, copies, corpus, warehouse))
    if dry_run or not yes:
        show_choice(choice, as_json=as_json)
    if dry_run or not choice.rows or not (yes or click.confirm("Forget them for good?")):
        return
    values = {"warehouse": warehouse, "workers": workers, "names": names}
    report = _forget(choice, values | {"reason": reason, "copies": copies}, as_json=as_json)
    _finish(report, choice, warehouse, as_json=as_json)


def _forget(choice: Choice, values: dict, *, as_json: bool) -> RunReport:
    """The report of the flow; the ids go to it in a file, as they may be many."""
    folder = Store(values["warehouse"]).folder
    chosen = folder / f"to-forget-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)  # a warehouse may have come without it
        chosen.write_text("\n".join(row["document_id"] for row in choice.rows), encoding="ascii")
        try:
            parameters = check(ForgetParameters, values | {"chosen": chosen})
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        return run_flow(parameters, as_json=as_json, verbose=False)
    except OSError as error:
        return RunReport("failed", {}, message=str(error))
    finally:
        chosen.unlink(missing_ok=True)


def _finish(report: RunReport, choice: Choice, warehouse: Path, *, as_json: bool) -> None:
    if as_json:
        told = report.as_json() | {"forgotten": [row["document_id"] for row in choice.rows]}
        click.echo(json.dumps(told, ensure_ascii=False, default=str))
    elif report.message:
        click.echo(visible(report.message), err=True)
    else:
        done = replace(report, removed={})
        click.echo(choice.told("forgotten"))
        for line in (*summary_lines(done, warehouse.name), *choice.left()):
            click.echo(line)
    sys.exit(report.exit_code)


def _allow(targets: list[str], warehouse: Path) -> None:
    from warehouse.forgetting import allow_again

    with writing(warehouse) as store, transaction(store.connection):
        ids = [
            key
            for target in targets
            for key in allow_again(store.connection, target, source_file_id(target))
        ]
    if not ids:
        raise click.UsageError(f"nothing forgotten is called {', '.join(targets)}")
    click.echo(f"May come back, by the next run: {', '.join(ids)}")
