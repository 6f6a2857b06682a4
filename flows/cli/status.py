"""`newsmill status`: the last runs, and what was refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from flows.cli.options import warehouse_option
from flows.cli.printing import as_rows, print_table
from flows.cli.reading import reading
from flows.telling.report import container_line
from warehouse.questions import ask_named
from warehouse.storage.store import Store

RUN_COLUMNS = (
    "started_at", "job", "status", "seen_count", "loaded_count", "unchanged_count",
    "duplicate_count", "quarantined_count", "vanished_count", "article_count",
)  # fmt: skip
SHOWN_HASH = 12  # hexadecimal digits; --json has all
MENDED = "A mended file is read by the next run; `newsmill replay --rejected` reads all of them."


@click.command(
    "status",
    epilog="""
\b
Examples:
  newsmill status
  newsmill status --rejections      every refusal: file, place in it, reason, since when, hash
  newsmill status --json
""",
)
@warehouse_option
@click.option("--runs", type=click.IntRange(1), default=5, show_default=True, help="Runs to show.")
@click.option("--rejections", is_flag=True, help="List every refused file and document.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(warehouse: Path, runs: int, rejections: bool, as_json: bool) -> None:
    """Show the last runs and what was refused, by reason."""
    with reading(warehouse) as connection:
        told = {
            "last_checked_at": _last_check(warehouse),
            "runs": ask_named(connection, "last_runs", {"limit": runs}),
            "rejections_by_reason": ask_named(connection, "rejections_by_reason"),
            "rejections": ask_named(connection, "rejections") if rejections else None,
        }
    if as_json:
        click.echo(json.dumps(told, default=str, ensure_ascii=False))
    else:
        _show(told)


def _show(told: dict) -> None:
    heading = [name.removesuffix("_count") for name in RUN_COLUMNS]
    print_table(heading, ([_brief(v) for v in row] for row in as_rows(told["runs"], RUN_COLUMNS)))
    if told["last_checked_at"]:
        click.echo(f"Checked last at {told['last_checked_at']} UTC: nothing new.")
    for line in told["runs"][:1]:
        if line["container_count"]:
            click.echo("In the last run, " + container_line(_contained(line)))
    if not told["rejections_by_reason"]:
        click.echo("Nothing is refused.")
        return
    if told["rejections"] is not None:
        heading = ("file", "place", "reason", "since", "sha256", "detail")
        print_table(heading, map(_rejection_cells, told["rejections"]))
    columns = ("reason", "rejection_count", "what_to_do")
    print_table(("refused", "count", "what to do"), as_rows(told["rejections_by_reason"], columns))
    click.echo(MENDED)


def _contained(run: dict) -> dict[str, int]:
    return {name.removesuffix("_count"): count for name, count in run.items()}


def _rejection_cells(row: dict) -> list[object]:
    sha256 = (row["sha256"] or "")[:SHOWN_HASH]
    return [
        row["path"],
        row["place"],
        row["reason"],
        _brief(row["refused_at"]),
        sha256,
        row["detail"],
    ]


def _brief(value: object) -> object:
    return value.isoformat(" ", "seconds") if isinstance(value, datetime) else value


def _last_check(warehouse: Path) -> str | None:
    """When a run last found nothing new, if that was after the last change."""
    marker = Store(warehouse).last_check
    if not marker.exists() or marker.stat().st_mtime < warehouse.stat().st_mtime:
        return None
    checked = datetime.fromtimestamp(marker.stat().st_mtime, UTC).replace(tzinfo=None)
    return checked.isoformat(" ", "seconds")
