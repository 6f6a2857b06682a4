"""A lost Prefect server holds a run for minutes: Prefect asks it again and again, without a word.

So a thread looks whether somebody still listens where the server was, and says what is waited for.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

EVERY_SECONDS = 5.0
PATIENCE_SECONDS = 3.0  # for an answer; a busy machine is no lost server
MISSES = 2  # in a row
PORTS = {"http": 80, "https": 443}


@contextmanager
def watching_server(
    api: str, say: Callable[[str], None], every: float = EVERY_SECONDS
) -> Iterator[None]:
    """Inside the block `say` is told when nobody listens at the address any more, and when
    somebody does again. An address that is only reached by way of a proxy, or none, is not watched.
    """
    ended = threading.Event()
    watch = threading.Thread(target=_watch, args=(api, say, every, ended), daemon=True)
    if _listens(api):
        watch.start()
    try:
        yield
    finally:
        ended.set()
        if watch.ident is not None:
            watch.join()


def _watch(api: str, say: Callable[[str], None], every: float, ended: threading.Event) -> None:
    misses = 0
    while not ended.wait(every):
        if not _listens(api):
            misses += 1
            if misses == MISSES:
                say(
                    f"The Prefect server at {api} is gone. Prefect asks for it again for some "
                    "minutes, then the run fails; what was published by then stays."
                )
        elif misses:
            if misses >= MISSES:
                say(f"The Prefect server at {api} is there again.")
            misses = 0


def _listens(api: str) -> bool:
    parts = urlsplit(api)
    try:
        place = parts.hostname or "", parts.port or PORTS.get(parts.scheme, 80)
        if place[0]:
            socket.create_connection(place, PATIENCE_SECONDS).close()
    except (OSError, ValueError):
        return False
    return bool(place[0])
