"""Names of outlets in the warehouse: which are one, by the evidence and by what people decided.

Everything happens inside an open transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import datetime

import duckdb
import pyarrow as pa

from extractors.outlets.links import OutletName
from extractors.outlets.names import JoinedName, join_outlets
from extractors.path_metadata import DOMAIN
from warehouse.checks import run_checks
from warehouse.errors import CannotCorrect
from warehouse.lending import registered
from warehouse.marts import build_marts
from warehouse.statements import read_sql, run_sql

TABLE = pa.schema([(field.name, pa.string()) for field in fields(JoinedName)])


def update_outlet_names(connection: duckdb.DuckDBPyConnection) -> list[JoinedName]:
    """Find anew which names are one outlet; returns all names."""
    rows = _ask(connection, "read_names")
    stated = [OutletName(name, count, list_domains(sources)) for name, count, sources in rows]
    joined = join_outlets(stated, dict(_ask(connection, "read_corrections")))
    table = pa.Table.from_pylist([asdict(row) for row in joined], TABLE)
    with registered(connection, {"joined_name": table}):
        run_sql(connection, "outlets", "store_names.sql")
    return joined


def list_domains(sources: Iterable[str] | None) -> frozenset[str]:
    """Domains in sources of outlets: host:www.baypost.com, folder:press/baypost.com/2024."""
    domains = set()
    for source in sources or ():
        kind, _, place = source.partition(":")
        parts = [place] if kind == "host" else [p for p in place.split("/") if DOMAIN.fullmatch(p)]
        domains |= {part.lower().removeprefix("www.") for part in parts}
    return frozenset(domains)


def merge(connection: duckdb.DuckDBPyConnection, a: str, b: str, at: datetime) -> str:
    """Make A the outlet that B is; returns the name of A. Raises CannotCorrect."""
    (name, one), (_, other) = find_name(connection, a), find_name(connection, b)
    if one == other:
        raise CannotCorrect(f"{a!r} and {b!r} are one outlet already: {one}.")
    return _decide(connection, name, other, at)


def split(connection: duckdb.DuckDBPyConnection, word: str, at: datetime) -> str:
    """Make a name an outlet of its own; returns it. Raises CannotCorrect."""
    name, _ = find_name(connection, word)
    return _decide(connection, name, name, at)


def rename(connection: duckdb.DuckDBPyConnection, word: str, new: str, at: datetime) -> str:
    """Show the outlet under a new name; returns the name that is decided about."""
    name, _ = find_name(connection, word)
    if not new.strip():
        raise CannotCorrect("The new name is empty.")
    if name == new.strip():
        raise CannotCorrect(f"{name!r} is what articles call it; undo what was decided about it.")
    return _decide(connection, name, new.strip(), at)


def undo(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Take back what was decided about a name. Raises CannotCorrect."""
    if not _ask(connection, "undo", {"name": name}):
        raise CannotCorrect(f"Nothing was decided about {name!r}; see newsmill outlet list.")


def find_name(connection: duckdb.DuckDBPyConnection, word: str) -> tuple[str, str]:
    """(name, outlet) of a name that articles state, or of an outlet; raises CannotCorrect."""
    rows = _ask(connection, "find_name", {"word": word})
    if not rows:
        raise CannotCorrect(
            f"No article states the outlet {word!r}. The names there are: "
            'newsmill sql "FROM outlet_name".'
        )
    return rows[0]


def put_into_force(connection: duckdb.DuckDBPyConnection) -> None:
    """Names, marts and checks after a correction, in its transaction."""
    update_outlet_names(connection)
    build_marts(connection)
    run_checks(connection, "")


def _decide(connection: duckdb.DuckDBPyConnection, name: str, outlet: str, at: datetime) -> str:
    _ask(connection, "undo", {"name": name})
    _ask(connection, "decide", {"name": name, "outlet": outlet, "decided_at": at})
    return name


def _ask(connection: duckdb.DuckDBPyConnection, name: str, values: dict | None = None) -> list:
    return connection.execute(read_sql("outlets", f"{name}.sql"), values or {}).fetchall()
