"""Standard input and output: UTF-8 whatever the locale says, and quiet once they are refused."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO

import click


def settle_streams() -> None:
    """Write UTF-8, but to a terminal that says otherwise what it can show.

    A locale that is not set means ASCII, in which hardly any title can be written. Streams that
    whoever calls has closed are none for Python: they lead nowhere.
    """
    sys.stdin = sys.stdin or _open_nowhere("r")
    sys.stdout = sys.stdout or _open_nowhere("w")
    sys.stderr = sys.stderr or _open_nowhere("w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            known = stream.isatty() and stream.encoding.lower() not in {"ascii", "us-ascii"}
            encoding = stream.encoding if known else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _open_nowhere(mode: str) -> TextIO:
    return open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123 - for the whole process


def read_lines() -> Iterator[str]:
    """The lines of standard input; what is not UTF-8 is wrong usage."""
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise click.UsageError(f"standard input, line {number}: {error}") from None


def is_readable_text(argument: str) -> bool:
    """True unless it holds bytes that are not UTF-8, which Python keeps as lone surrogates."""
    return not any("\udc80" <= character <= "\udcff" for character in argument)


def silence(stream: TextIO) -> None:
    """Let what is left in a stream that cannot be written to go nowhere when Python ends."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
