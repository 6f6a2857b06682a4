"""`newsmill run`: the main job, once."""

from __future__ import annotations

import contextlib
import json
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import click

from flows.cli.options import corpus_option, names_option, warehouse_option
from flows.defaults import DEFAULT_MAX_MB
from flows.report import RunReport, balance_line, summary_lines
from flows.settings import IngestParameters, checked_parameters
from flows.shortcut import nothing_new_report, planned_counts
from warehouse.errors import WarehouseError
from warehouse.store import Store


@click.command(
    "run",
    epilog="""
\b
Examples:
  newsmill run
  newsmill run --corpus ~/news --warehouse ~/news.duckdb
  newsmill run --dry-run            what would be done, without doing it
  newsmill run --json | jq .counts
  newsmill run --reprocess          read every file again with this version
""",
)
@corpus_option
@warehouse_option
@click.option(
    "--workers", type=click.IntRange(1, 256), help="Processes; default: one per processor."
)
@click.option(
    "--max-mb", type=float, default=DEFAULT_MAX_MB, show_default=True, help="Largest file to read."
)
@names_option
@click.option("--reprocess", is_flag=True, help="Read every file again, also unchanged ones.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
@click.option("--verbose", is_flag=True, help="Show Prefect's own log as well.")
def command(
    corpus: Path,
    warehouse: Path,
    workers: int | None,
    max_mb: float,
    names: str,
    reprocess: bool,
    dry_run: bool,
    as_json: bool,
    verbose: bool,
) -> None:
    """Bring the warehouse up to date with the corpus folder.

    Reads new and changed files, cleans them, groups near-duplicates and stories, extracts
    entities, checks the result and publishes it. A second run changes nothing.
    """
    signal.signal(signal.SIGTERM, _end_by_signal)  # so that what was started is also ended
    options = {"workers": workers} if workers else {}
    try:
        parameters = checked_parameters(
            corpus=corpus,
            warehouse=warehouse,
            max_mb=max_mb,
            names=names,
            reprocess=reprocess,
            **options,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    try:
        if dry_run:
            _show_plan(parameters, as_json)
            return
        report = nothing_new_report(parameters) or _run_flow(parameters, as_json, verbose)
    except (WarehouseError, OSError) as error:
        report = RunReport("failed", {}, message=str(error))
    _show(report, parameters, as_json)
    sys.exit(report.exit_code)


def _run_flow(parameters: IngestParameters, as_json: bool, verbose: bool) -> RunReport:
    from flows.server import ServerError, ensure_server, quieten_prefect

    folder = Store(parameters.warehouse).folder
    quieten_prefect(verbose=verbose)
    with _progress_bar(shown=sys.stderr.isatty() and not as_json and not verbose):
        try:
            ensure_server(folder / "prefect-server.log")
        except ServerError as error:
            return RunReport("failed", {}, message=str(error))
        from flows.ingest import ingest_tagged

        try:
            result = ingest_tagged(parameters)
        except Exception as error:  # Prefect's own, before the flow began
            result = error
    if isinstance(result, RunReport):
        return result
    return _unexpected(result, folder / "error.log")


def _unexpected(error: BaseException, log: Path) -> RunReport:
    """A fault of newsmill or Prefect: one line for the screen, the traceback for the log."""
    log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    traceback.clear_frames(error.__traceback__)  # they hold the connection to the database
    message = f"Unexpected {type(error).__name__}: {error} (traceback in {log})"
    return RunReport("failed", {}, message=message)


def _show_plan(parameters: IngestParameters, as_json: bool) -> None:
    counts = planned_counts(parameters)
    line = "Dry run, nothing was changed: " + balance_line(counts)
    click.echo(json.dumps({"dry_run": True, "counts": counts}) if as_json else line)


def _show(report: RunReport, parameters: IngestParameters, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False))
        return
    for line in summary_lines(report, parameters.warehouse.name):
        click.echo(line, err=report.message is not None)


@contextlib.contextmanager
def _progress_bar(*, shown: bool) -> Iterator[None]:
    """A bar on a terminal that tells the stage; nothing in a pipe."""
    if not shown:
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    from flows.progress import listening

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("start Prefect", total=None)

        def show(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        with listening(show):
            yield


def _end_by_signal(number: int, _: object) -> None:
    sys.exit(128 + number)
