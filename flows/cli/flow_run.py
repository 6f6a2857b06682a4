"""A flow run for a command: a server, a progress bar, and a report whatever happens."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from flows.settings import RunParameters
from flows.telling.report import RunReport
from warehouse.storage.store import Store

received: list[int] = []  # signals that asked this process to end


def run_flow(parameters: RunParameters, *, as_json: bool, verbose: bool) -> RunReport:
    """The report of the flow that these parameters are for."""
    from flows.server.prefect_settings import ServerError, quieten_prefect, tell_refusal
    from flows.server.starting import ensure_server
    from flows.server.watch import watching_server

    folder = Store(parameters.warehouse).folder
    server_log = folder / "prefect-server.log"
    quieten_prefect(verbose=verbose)
    with _progress_bar(shown=sys.stderr.isatty() and not as_json and not verbose):
        try:
            is_temporary = ensure_server(server_log)
        except ServerError as error:
            return RunReport("failed", {}, message=str(error))
        from flows.ingest import run_tagged

        try:
            with watching_server(os.environ.get("PREFECT_API_URL", ""), _warn):
                result = run_tagged(parameters)
        except Exception as error:  # Prefect's own, before the flow began
            result = error
    if isinstance(result, RunReport):
        return result
    if received:  # DuckDB makes an error of its own of what ends a query
        _stop(received[-1], None)
    message = tell_refusal(result, server_log if is_temporary else None)
    message = message or f"Unexpected {type(result).__name__}: {result}"
    return _failed(result, message, folder / "error.log")


def _warn(said: str) -> None:
    print(said, file=sys.stderr, flush=True)


def _failed(error: BaseException, message: str, log: Path) -> RunReport:
    """What was not foreseen: one line for the screen, the traceback for the log."""
    where = f"traceback in {log}"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)  # a first run fails before there is a store
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError as refused:  # a full disk may be what it is all about
        where = f"no traceback, as {refused}"
    traceback.clear_frames(error.__traceback__)  # they hold the connection to the database
    return RunReport("failed", {}, message=f"{message} ({where})")


def end_by_signals() -> None:
    """Let SIGTERM end the command as Ctrl-C does, so that what was started is also ended.

    However it ends, it ends in silence: what a failure still holds then, DuckDB's binding
    (nanobind) would list as leaks, after all that there is to tell.
    """
    atexit.register(_silence_errors)  # the first that is registered comes last
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)


def _stop(number: int, _: object) -> None:
    received.append(number)
    raise KeyboardInterrupt if number == signal.SIGINT else SystemExit(128 + number)


def _silence_errors() -> None:
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


@contextlib.contextmanager
def _progress_bar(*, shown: bool) -> Iterator[None]:
    """A bar on a terminal that tells the stage; nothing in a pipe."""
    if not shown:
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    from flows.telling.progress import listening

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("start Prefect", total=None)

        def show(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        with listening(show):
            yield
