"""The published warehouse as commands read it: what goes wrong is told and ends the command."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click
import duckdb

from flows.telling.wording import visible
from warehouse.errors import QuestionRefused, WarehouseError
from warehouse.questions import OTHER_VERSION, WANTING, reader


@contextmanager
def reading(
    warehouse: Path, *, refused: int = 1, not_yet: str | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection. Ends the command with 1, for a question that is refused `refused`.

    `not_yet` is said of a warehouse that was made before it had what the question asks for.
    """
    try:
        with reader(warehouse) as connection:
            yield connection
    except QuestionRefused as error:
        is_old = not_yet is not None and str(error).startswith((*WANTING, OTHER_VERSION))
        end(f"{warehouse} {not_yet}" if is_old else error, refused)
    except WarehouseError as error:
        end(error, 1)


def end(message: object, exit_code: int) -> NoReturn:
    """Tell why, and end the command."""
    click.echo(visible(str(message)), err=True)
    sys.exit(exit_code)
