"""`newsmill run`: the main job, once."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from flows.cli.flow_run import end_by_signals, run_flow
from flows.cli.options import run_options
from flows.settings import IngestParameters, check
from flows.shortcut import nothing_new_report, planned_counts
from flows.telling.report import RunReport, balance_line, summary_lines
from warehouse.errors import WarehouseError


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
@run_options
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
    fast: bool,
    reprocess: bool,
    dry_run: bool,
    as_json: bool,
    verbose: bool,
) -> None:
    """Bring the warehouse up to date with the corpus folder.

    Reads new and changed files, cleans them, groups near-duplicates and stories, extracts
    entities, checks the result and publishes it. A second run changes nothing.
    """
    end_by_signals()
    values = {
        "corpus": corpus,
        "warehouse": warehouse,
        "workers": workers,
        "max_mb": max_mb,
        "names": names,
        "fast": fast,
        "reprocess": reprocess,
    }
    try:
        parameters = check(IngestParameters, values)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    try:
        if dry_run:
            _show_plan(parameters, as_json)
            return
        report = nothing_new_report(parameters) or run_flow(
            parameters, as_json=as_json, verbose=verbose
        )
    except (WarehouseError, OSError) as error:
        report = RunReport("failed", {}, message=str(error))
    _show(report, parameters, as_json)
    sys.exit(report.exit_code)


def _show_plan(parameters: IngestParameters, as_json: bool) -> None:
    counts, is_busy = planned_counts(parameters)
    if as_json:
        click.echo(json.dumps({"dry_run": True, "counts": counts, "is_run_going_on": is_busy}))
        return
    click.echo("Dry run, nothing was changed: " + balance_line(counts))
    if is_busy:
        name = parameters.warehouse.name
        click.echo(f"Another run is writing to {name}; compared with what was published before it.")


def _show(report: RunReport, parameters: IngestParameters, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False))
        return
    for line in summary_lines(report, parameters.warehouse.name):
        click.echo(line, err=report.message is not None)
