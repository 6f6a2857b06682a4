"""What Prefect is told before it is imported: its server, the folder of its state, its silence."""

from __future__ import annotations

import logging
import os
import ssl
import tomllib
import urllib.error
import urllib.request
from pathlib import Path

USUAL_API = "http://127.0.0.1:4200/api"  # where `newsmill serve` and `prefect server start` listen
START_SECONDS = 300  # a busy machine needs more than Prefect's own limit of 20 s
ANSWER_SECONDS = 15  # for a server far away

QUIET = {  # no telemetry; the screen belongs to newsmill's own summary
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(START_SECONDS),
}


class ServerError(Exception):
    """No Prefect server can be used; the message names it, or the log file of the temporary one."""


def quieten_prefect(*, verbose: bool) -> None:
    """Set what must stand before Prefect is imported; settings the user made win."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    if not verbose:  # the run's own log stays in Prefect; only errors reach the screen
        os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")
        # what Prefect's own threads could not send to a server that went away, whole events long
        os.environ.setdefault("PREFECT_INTERNAL_LOGGING_LEVEL", "CRITICAL")
        logging.raiseExceptions = False  # nor what becomes of log lines that a server did not take


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


def require_answer(api: str) -> None:
    """Raises ServerError when nothing answers at the address that the user chose.

    Any answer will do: what a server with a key or a certificate of its own makes of a stranger
    says nothing about what it makes of Prefect.
    """
    try:
        urllib.request.urlopen(f"{api}/health", timeout=ANSWER_SECONDS).close()
    except urllib.error.HTTPError:
        return
    except (OSError, ValueError) as error:  # URLError is an OSError
        reason = getattr(error, "reason", error)
        if isinstance(reason, ssl.SSLError):
            return
        raise ServerError(
            f"The Prefect server at {api} does not answer ({reason}). Start it, or take "
            "PREFECT_API_URL out of the environment and the Prefect profile to use a temporary one."
        ) from None


def tell_refusal(error: BaseException, temporary: Path | None = None) -> str | None:
    """What to tell when the server refused a request, or was lost; None for any other error.

    `temporary` is the log of the server where it is a temporary one.
    """
    import httpx  # noqa: PLC0415 - comes with Prefect, which is imported by now

    if isinstance(error, httpx.HTTPStatusError):
        answer = f"answered {error.response.status_code} {error.response.reason_phrase}"
    elif isinstance(error, httpx.HTTPError) or str(error).startswith("Failed to reach API"):
        answer = "could not be reached, or was lost"
    else:
        return None
    if temporary:
        return (
            f"The temporary Prefect server {answer}. It keeps its state in {prefect_home()} (is "
            f"there room?) and its log in {temporary}. What was published by then stays; run again."
        )
    mend = {401: "PREFECT_API_KEY or PREFECT_API_AUTH_STRING", 403: "PREFECT_API_KEY"}
    asked = mend.get(getattr(getattr(error, "response", None), "status_code", 0))
    told = f"The Prefect server at {os.environ.get('PREFECT_API_URL')} {answer}"
    if asked:
        return f"{told}; it wants {asked}."
    return f"{told}. What was published by then stays; run again."
