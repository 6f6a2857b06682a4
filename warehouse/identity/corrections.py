"""What people decided about entities: a table of the warehouse and a file that anybody can edit.

    newsmill.duckdb            the warehouse
    newsmill.corrections.csv   action,label,name,target: one correction a line

Once the file is there it is the truth: every run takes the table from it. `newsmill entity` writes
both. Corrections are applied after all evidence (extractors.identity.corrections).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, fields
from pathlib import Path

import duckdb
import pyarrow as pa

from extractors.identity.corrections import check_correction
from extractors.identity.records import Correction
from warehouse.errors import BadCorrections
from warehouse.lending import registered
from warehouse.statements import read_sql

COLUMNS = tuple(field.name for field in fields(Correction))
TABLE = pa.schema([(name, pa.string()) for name in COLUMNS])


def read_corrections(connection: duckdb.DuckDBPyConnection) -> list[Correction]:
    """The corrections in force."""
    rows = connection.execute(read_sql("identity", "read_corrections.sql")).fetchall()
    return [Correction(*row) for row in rows]


def store_corrections(
    connection: duckdb.DuckDBPyConnection, corrections: Iterable[Correction]
) -> bool:
    """Make these the corrections in force; True when that changes anything."""
    wanted = sorted(set(corrections), key=_order)
    if wanted == sorted(read_corrections(connection), key=_order):
        return False
    rows = pa.Table.from_arrays(list(zip(*map(astuple, wanted), strict=True)) or [[]] * 4, COLUMNS)
    with registered(connection, {"correction": rows.cast(TABLE)}):
        connection.execute(read_sql("identity", "store_corrections.sql"))
    return True


def take_corrections(connection: duckdb.DuckDBPyConnection, file: Path) -> bool:
    """Take the corrections from the file if there is one; True when that changes anything.

    Raises BadCorrections.
    """
    return file.is_file() and store_corrections(connection, read_file(file))


def has_new_corrections(connection: duckdb.DuckDBPyConnection, file: Path) -> bool:
    """Whether the file says something else than the table; raises BadCorrections."""
    return file.is_file() and set(read_file(file)) != set(read_corrections(connection))


def replace_correction(
    corrections: Iterable[Correction], new: Correction | None, label: str, name: str
) -> list[Correction]:
    """The corrections with `new` in place of what was decided about the name before.

    A rename stands beside one of the others: it says how the entity is shown, not what it is.
    Without `new` everything about the name goes.
    """
    kept = [
        c
        for c in corrections
        if (c.label, c.name) != (label, name)
        or (new is not None and (c.action == "rename") != (new.action == "rename"))
    ]
    return kept + ([new] if new is not None else [])


def read_file(file: Path) -> list[Correction]:
    """The corrections of a file; raises BadCorrections with the line that is wrong."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as handle:
            text = handle.read()
    except (OSError, UnicodeDecodeError) as error:
        raise BadCorrections(f"{file.name} cannot be read: {error}.") from None
    rows = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise BadCorrections(f"{file.name}: the first line must be {','.join(COLUMNS)}.")
    corrections = []
    for row in rows:
        values = [(row[name] or "").strip() or None for name in COLUMNS]
        if not any(values):
            continue
        correction = Correction(*(value or "" for value in values[:3]), values[3])
        try:
            check_correction(correction)
        except ValueError as error:
            raise BadCorrections(f"{file.name}, line {rows.line_num}: {error}.") from None
        corrections.append(correction)
    return corrections


def write_file(file: Path, corrections: Iterable[Correction]) -> None:
    """Write the file anew, sorted, under a temporary name and renamed when whole."""
    told = io.StringIO(newline="")
    writer = csv.writer(told, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(astuple(c) for c in sorted(set(corrections), key=_order))
    fresh = file.with_name(f".{file.name}.fresh")
    fresh.write_text(told.getvalue(), encoding="utf-8", newline="")
    fresh.replace(file)


def _order(correction: Correction) -> tuple[str, ...]:
    return tuple(value or "" for value in astuple(correction))
