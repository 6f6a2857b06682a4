"""A Prefect server for a run: the one that is configured or running, else a temporary one.

The temporary server is `prefect server start` in a process of its own: it starts while this
process still imports Prefect, and what it has to say goes to a log file, not to the screen.
This module does not import Prefect, so that its settings stand before Prefect reads them.
"""

from __future__ import annotations

import atexit
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from filelock import FileLock

from flows.server.prefect_settings import (
    QUIET,
    START_SECONDS,
    USUAL_API,
    ServerError,
    answers,
    configured_api,
    prefect_home,
    require_answer,
    settle_home,
)

STOP_SECONDS = 10
SLIM_SERVER = {  # a server for one run needs no user interface, schedules, late-run marks or blocks
    "PREFECT_UI_ENABLED": "false",
    "PREFECT_SERVER_UI_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_LATE_RUNS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_FOREMAN_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_PAUSE_EXPIRATIONS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_CANCELLATION_CLEANUP_ENABLED": "false",
    "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
    "PREFECT_SERVER_MEMOIZE_BLOCK_AUTO_REGISTRATION": "false",  # the next server must register them
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
}


def ensure_server(log: Path) -> bool:
    """Let PREFECT_API_URL lead to a server for the rest of this process; True: a temporary one.

    A temporary server ends with the process: after Prefect has sent it the last logs and events,
    because its end is registered here, before Prefect is imported. Raises ServerError when it
    does not answer in START_SECONDS, or when the one that is configured does not.
    """
    settle_home(log.parent / "prefect")
    found = configured_api()
    if found:
        require_answer(found)
    elif answers(USUAL_API):
        found = USUAL_API
    is_temporary = not found
    os.environ["PREFECT_API_URL"] = found or _start_temporary_server(log)
    return is_temporary


def start_server(port: int, log: Path, extra: dict[str, str]) -> subprocess.Popen[bytes]:
    """`prefect server start` on this machine only; its output goes to `log`."""
    log.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "prefect", "server", "start"]
    with log.open("ab") as output:
        return subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port)],
            env={**os.environ, **QUIET, **extra},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,  # Ctrl-C ends the run first, and the run ends the server
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - no threads yet
        )


def wait_until_healthy(server: subprocess.Popen[bytes], api: str, log: Path) -> None:
    """Return when the server answers; raises ServerError when it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while not answers(api):
        if server.poll() is not None or time.monotonic() > deadline:
            empty = "." if log.stat().st_size else ", which is empty: is the disk full?"
            raise ServerError(f"The temporary Prefect server did not start; see {log}{empty}")
        time.sleep(0.05)


def _start_temporary_server(log: Path) -> str:
    port = _free_port()
    api = f"http://127.0.0.1:{port}/api"
    # two first runs on one fresh home would race in the migrations of its database
    with FileLock(prefect_home() / "newsmill-server-start.lock"):
        server = start_server(port, log, SLIM_SERVER)
        atexit.register(stop_server, server)
        wait_until_healthy(server, api, log)
    return api


def stop_server(server: subprocess.Popen[bytes]) -> None:
    """End the server and wait for it."""
    server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _die_with_parent() -> None:
    """On Linux the server also ends when this process is killed (prctl, PR_SET_PDEATHSIG)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
