"""`newsmill serve`: the main job on a schedule, with a Prefect server if none is running."""

from __future__ import annotations

import atexit
import os
import re
import signal
import sys
import warnings
from pathlib import Path
from zoneinfo import available_timezones

import click

from flows.cli.options import run_options
from flows.ids import digest_id
from flows.server.prefect_settings import (
    USUAL_API,
    ServerError,
    answers,
    configured_api,
    quieten_prefect,
    require_answer,
    settle_home,
    tell_refusal,
)
from flows.server.starting import start_server, stop_server, wait_until_healthy
from flows.settings import IngestParameters, check
from warehouse.storage.store import Store

USUAL_PORT = 4200


@click.command(
    "serve",
    epilog="""
\b
Examples:
  newsmill serve --cron "*/15 * * * *"      every quarter of an hour
  newsmill serve --every 300                every five minutes
  newsmill serve --corpus ~/news --warehouse ~/news.duckdb --cron "0 6 * * *"
  newsmill serve --cron "0 6 * * 1-5" --timezone Europe/Athens
  newsmill serve --every 300 --names rules --workers 4

Prefect's pages are at http://127.0.0.1:4200 while it runs; Ctrl-C ends it.
To run on a work pool instead: prefect deploy --all (prefect.yaml).
""",
)
@run_options
@click.option("--cron", help='Schedule as a cron line; default "*/15 * * * *".')
@click.option(
    "--timezone",
    show_default="UTC",
    help="Of the cron line, such as Europe/Athens; its summer time is kept.",
)
@click.option("--every", type=click.IntRange(1), help="Schedule as seconds between runs.")
def command(
    corpus: Path,
    warehouse: Path,
    cron: str | None,
    timezone: str | None,
    every: int | None,
    workers: int | None,
    max_mb: float,
    names: str,
    fast: bool,
) -> None:
    """Run on a schedule until stopped; runs never overlap."""
    if cron and every:
        raise click.UsageError("give --cron or --every, not both")
    if timezone and every:
        raise click.UsageError("--timezone goes with --cron, not with --every")
    if timezone and timezone not in available_timezones():
        raise click.UsageError(f"--timezone: {timezone!r} is none; they are called like Asia/Tokyo")
    values = {"max_mb": max_mb, "names": names, "fast": fast, "workers": workers}
    values |= {"corpus": corpus.absolute(), "warehouse": warehouse.absolute()}
    try:
        parameters = check(IngestParameters, values)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    quieten_prefect(verbose=True)
    # Prefect 3.8's own, when it is stopped by SIGTERM; its end is clean all the same
    warnings.filterwarnings("ignore", message="coroutine 'Runner.astop' was never awaited")
    try:
        _ensure_full_server(Store(parameters.warehouse).folder / "prefect-server.log")
    except ServerError as error:
        click.echo(error, err=True)
        sys.exit(1)
    from flows.ingest import ingest
    from flows.server.schedule import make_schedule

    try:
        schedule = make_schedule(cron, every, timezone)
    except ValueError as error:
        raise click.UsageError(f"--cron: {error}") from None
    try:
        ingest.serve(
            name=name_deployment(parameters.warehouse),
            parameters={"parameters": parameters.model_dump(mode="json")},
            tags=["newsmill"],
            paused=False,  # stopping an earlier one has paused it
            global_limit=1,  # two runs would only wait for the same lock
            schedule=schedule,
        )
    except Exception as error:
        refused = tell_refusal(error)
        if refused is None:
            raise
        raise click.ClickException(refused) from None


def name_deployment(warehouse: Path) -> str:
    """The name of the schedule on the server, another one for each warehouse.

    Under one name for all, the last that begins would take the others' schedules away.
    """
    name = re.sub(r"[^\w.-]", "-", warehouse.stem)  # Prefect allows neither / nor %
    return f"{name}-{digest_id('serve', str(warehouse))[:6]}"


def _ensure_full_server(log: Path) -> None:
    """A server with its scheduler and pages, which `newsmill run` finds and uses as well."""
    settle_home(log.parent / "prefect")
    if chosen := configured_api():
        require_answer(chosen)
        return
    if not answers(USUAL_API):
        server = start_server(USUAL_PORT, log, {})
        atexit.register(stop_server, server)
        wait_until_healthy(server, USUAL_API, log)
    os.environ["PREFECT_API_URL"] = USUAL_API
