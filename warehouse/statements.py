"""The SQL of the warehouse, read from the .sql files that ship beside the code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_sql(*path: str) -> str:
    """Text of a .sql file below warehouse/, for example `read_sql("load", "line.sql")`."""
    return files("warehouse").joinpath(*path).read_text(encoding="utf-8")


def sql_names(folder: str) -> list[str]:
    """Names of the .sql files in a folder below warehouse/, sorted."""
    found = files("warehouse").joinpath(folder).iterdir()
    return sorted(entry.name for entry in found if entry.name.endswith(".sql"))
