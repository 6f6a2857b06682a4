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
import tomllib
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from filelock import FileLock

START_SECONDS = 300  # a busy machine needs more than Prefect's own limit of 20 s
STOP_SECONDS = 10
LOCAL = {"127.0.0.1", "localhost", "::1"}
USUAL_API = "http://127.0.0.1:4200/api"  # where `newsmill serve` and `prefect server start` listen

QUIET = {  # no telemetry; the screen belongs to newsmill's own summary
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(START_SECONDS),
}
SLIM_SERVER = {  # a server for one run needs no user interface, schedules or late-run marks
    "PREFECT_UI_ENABLED": "false",
    "PREFECT_SERVER_UI_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_LATE_RUNS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_FOREMAN_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_PAUSE_EXPIRATIONS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_CANCELLATION_CLEANUP_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
}


class ServerError(Exception):
    """The Prefect server did not come up; the message names its log file."""


def quieten_prefect(*, verbose: bool) -> None:
    """Set what must stand before Prefect is imported; settings the user made win."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    if not verbose:  # the run's own log stays in Prefect; only errors reach the screen
        os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")


def ensure_server(log: Path) -> str:
    """Let PREFECT_API_URL lead to a server for the rest of this process; gives its address.

    A temporary server ends with the process: after Prefect has sent it the last logs and events,
    because its end is registered here, before Prefect is imported. Raises ServerError when it
    does not answer in START_SECONDS.
    """
    settle_home(log.parent / "prefect")
    found = configured_api() or (USUAL_API if answers(USUAL_API) else None)
    if found is None:
        found = _start_temporary_server(log)
    elif urlsplit(found).hostname in LOCAL and not answers(found):
        raise ServerError(
            f"The Prefect server at {found} does not answer. Start it, or take PREFECT_API_URL out "
            "of the environment and the Prefect profile to use a temporary one."
        )
    os.environ["PREFECT_API_URL"] = found
    return found


def configured_api() -> str | None:
    """The server the user chose, in the environment or in the active Prefect profile."""
    if url := os.environ.get("PREFECT_API_URL"):
        return url
    try:
        profiles = tomllib.loads((prefect_home() / "profiles.toml").read_text("utf-8"))
    except (OSError, RuntimeError, tomllib.TOMLDecodeError):  # RuntimeError: there is no home
        return None
    active = os.environ.get("PREFECT_PROFILE") or profiles.get("active")
    return profiles.get("profiles", {}).get(active, {}).get("PREFECT_API_URL")


def prefect_home() -> Path:
    """Folder of Prefect's own state."""
    return Path(os.environ.get("PREFECT_HOME") or Path.home() / ".prefect")


def settle_home(other: Path) -> None:
    """Let PREFECT_HOME lead to a folder that can be written, `other` where there is no such home.

    In containers the home is often not there, or not writable. Raises ServerError for a folder
    that the user chose.
    """
    chosen = os.environ.get("PREFECT_HOME")
    try:
        home = prefect_home()
        home.mkdir(parents=True, exist_ok=True)
        if os.access(home, os.W_OK):
            return
        error = "it may not be written"
    except (OSError, RuntimeError) as refused:  # RuntimeError: nobody knows where home is
        error = refused
    if chosen:
        raise ServerError(f"Prefect keeps its state in PREFECT_HOME={chosen}: {error}.")
    other.mkdir(parents=True, exist_ok=True)
    os.environ["PREFECT_HOME"] = str(other)


def answers(api: str) -> bool:
    """True when a Prefect server answers at this address within a second."""
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=1) as reply:
            return reply.read(10).strip() == b"true"
    except (OSError, urllib.error.URLError, ValueError):
        return False


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
