"""`newsmill replay`: refused files once more, or stored texts through the cleaner of today."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click
import duckdb

from flows.cli.corpus_paths import names_below
from flows.cli.flow_run import end_by_signals, run_flow
from flows.cli.options import corpus_option, names_option, warehouse_option, workers_option
from flows.defaults import DEFAULT_MAX_MB
from flows.settings import IngestParameters, ReplayParameters, check
from flows.telling.report import RunReport, summary_lines
from warehouse.errors import WarehouseError

SAY = "say --dry-run to see what would change, or --yes to change it"


@click.command(
    "replay",
    epilog="""
\b
Examples:
  newsmill replay --rejected            what was refused, after a mend of the files or of newsmill
  newsmill replay --dry-run             lines that today's cleaner would rule about otherwise
  newsmill replay                       the same, and apply it when you say yes
  newsmill replay corpus/2023 --yes     a folder, a file, a pattern ("2023/*.html") or an id
  newsmill replay --outlet "The Moscow Times" --dry-run --json

Without a target it takes what another version of the cleaner has cleaned. Stored texts are
complete, so the files need not be there any more; ids stay. What has changed is kept in the table
line_change. To read the files themselves again: newsmill run --reprocess.
""",
)
@click.argument("targets", nargs=-1)
@click.option("--rejected", is_flag=True, help="Read the refused files again, and nothing else.")
@click.option("--outlet", help="Only articles of this outlet.")
@click.option("--stale", is_flag=True, help="Only what another version of the cleaner has cleaned.")
@click.option("--all", "everything", is_flag=True, help="Every stored document.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@corpus_option
@warehouse_option
@workers_option
@click.option(
    "--max-mb", type=float, default=DEFAULT_MAX_MB, show_default=True,
    help="Largest document, with --rejected.",
)  # fmt: skip
@names_option
def command(
    targets: tuple[str, ...],
    rejected: bool,
    outlet: str | None,
    stale: bool,
    everything: bool,
    dry_run: bool,
    yes: bool,
    as_json: bool,
    corpus: Path,
    warehouse: Path,
    workers: int | None,
    max_mb: float,
    names: str,
) -> None:
    """Clean stored documents again (TARGETS: files, folders, patterns, ids), or retry refusals.

    Shows first which lines of which files would change, and asks before it changes them.
    """
    end_by_signals()
    usual = {"warehouse": warehouse, "names": names, "workers": workers}
    try:
        if rejected:
            if targets or outlet or stale or everything:
                raise click.UsageError("--rejected stands alone: it takes all refused files")
            values = usual | {"corpus": corpus, "max_mb": max_mb, "rejected": True}
            _retry(check(IngestParameters, values), dry_run=dry_run, as_json=as_json)
        else:
            stale = stale or not (targets or outlet or everything)
            values = usual | {
                "targets": names_below(targets, corpus),
                "outlet": outlet,
                "stale": stale,
            }
            _replay(check(ReplayParameters, values), dry_run=dry_run, yes=yes, as_json=as_json)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    except (WarehouseError, OSError) as error:
        _finish(RunReport("failed", {}, message=str(error)), warehouse, as_json=as_json)
    except (duckdb.BinderException, duckdb.CatalogException) as error:
        told = f"{warehouse} was made by another version; `newsmill run` brings it up to date"
        told += f" ({str(error).splitlines()[0]})"
        _finish(RunReport("failed", {}, message=told), warehouse, as_json=as_json)


def _retry(parameters: IngestParameters, *, dry_run: bool, as_json: bool) -> None:
    from flows.replay.retrying import try_rejected

    if not dry_run:
        report = run_flow(parameters, as_json=as_json, verbose=False)
        _finish(report, parameters.warehouse, as_json=as_json)
    from flows.cli.replay_tables import show_trials

    show_trials(list(try_rejected(parameters)), as_json=as_json)


def _replay(parameters: ReplayParameters, *, dry_run: bool, yes: bool, as_json: bool) -> None:
    from flows.cli.replay_tables import Changes, show_changes
    from flows.replay.preview import preview
    from flows.replay.rounds import selection
    from warehouse.questions import ask_named, reader
    from warehouse.replay import choose_documents

    if not (dry_run or yes) and (as_json or not sys.stdin.isatty()):
        raise click.UsageError(SAY)
    with reader(parameters.warehouse) as connection:
        found = choose_documents(connection, selection(parameters))
        chosen = [document for document in found if document.has_reading]
        changes = Changes(len(chosen), len(found) - len(chosen))
        if parameters.targets and not found:
            raise click.UsageError("no stored document is called " + ", ".join(parameters.targets))
        if parameters.outlet and not parameters.stale and not found:
            raise click.UsageError(f"no stored document has the outlet {parameters.outlet!r}")
        if dry_run or not yes:
            changes.add(asdict(change) for change in preview(connection, chosen))
    if dry_run or not yes or not chosen:
        show_changes(changes, as_json=as_json, done=False)
    if dry_run or not chosen or not (yes or click.confirm("Clean them again and keep the result?")):
        return
    report = run_flow(parameters, as_json=as_json, verbose=False)
    if report.run_id and yes:
        with reader(parameters.warehouse) as connection:
            changes.add(ask_named(connection, "line_changes", {"run_id": report.run_id}))
        if not as_json:
            show_changes(changes, as_json=False, done=True)
    _finish(report, parameters.warehouse, as_json=as_json, changes=changes.rows)


def _finish(
    report: RunReport, warehouse: Path, *, as_json: bool, changes: list[dict] | None = None
) -> None:
    if as_json:
        told = report.as_json() | ({} if changes is None else {"changes": changes})
        click.echo(json.dumps(told, ensure_ascii=False, default=str))
    else:
        for line in summary_lines(report, warehouse.name):
            click.echo(line, err=report.message is not None)
    sys.exit(report.exit_code)
