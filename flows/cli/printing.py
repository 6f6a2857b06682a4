"""Rows for people and for programs: a table on a terminal, CSV, JSON."""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

import click

from flows.telling.wording import visible

if TYPE_CHECKING:
    from rich.table import Table

SHOWN_ROWS = 1000  # in a table for people; --csv and --json print all
WIDEST = 100_000  # in a pipe nothing is wrapped
GAP = 3  # characters between columns
LEAST_CELL = 10  # longer values are wrapped before a table is given up


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table, wrapped to the terminal; says so when it does not show every row.

    On a terminal that is too narrow for its columns each row becomes a record of names and values.
    """
    from rich.console import Console

    rows = iter(rows)
    shown = [[_cell(value) for value in row] for row in islice(rows, SHOWN_ROWS)]
    console = Console(
        width=None if sys.stdout.isatty() else WIDEST, markup=False, highlight=False, emoji=False
    )
    if shown and _least_width(columns, shown) > console.width:
        for number, row in enumerate(shown):
            console.print(*([""] if number else []), _record(columns, row), sep="\n")
    else:
        console.print(_table(columns, shown))
    rest = sum(1 for _ in rows)
    if rest:
        note = f"({SHOWN_ROWS:,} of {SHOWN_ROWS + rest:,} rows shown; --csv and --json print all)"
        click.echo(note, err=True)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, column in enumerate(columns):
        numeric = bool(rows) and all(_is_number(row[number]) for row in rows)
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _record(columns: Sequence[str], row: Sequence[str]) -> Table:
    from rich.table import Table

    record = Table.grid(padding=(0, GAP))
    record.add_column(style="bold")
    record.add_column(overflow="fold")
    for column, cell in zip(columns, row, strict=True):
        record.add_row(column, cell)
    return record


def _least_width(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Characters below which names of columns, or short values, would be broken."""
    cells = (max((len(row[number]) for row in rows), default=0) for number in range(len(columns)))
    widths = (max(len(c), min(cell, LEAST_CELL)) for c, cell in zip(columns, cells, strict=True))
    return sum(widths) + GAP * (len(columns) - 1)


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """CSV with a header; NULL is an empty field, a list or a structure is written as JSON."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_flat(value) for value in row] for row in rows)


def _flat(value: object) -> object:
    if isinstance(value, (list, tuple, dict)):
        return json.dumps(_plain(value), ensure_ascii=False, default=str)
    return value


def print_json(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A JSON array of objects, one row a line, written as the rows come.

    Of columns with one name the second is called `name_1`; what JSON has no number for is null.
    """
    names = unique_names(columns)
    click.echo("[", nl=False)
    for number, row in enumerate(rows):
        values = dict(zip(names, map(_plain, row), strict=True))
        item = json.dumps(values, ensure_ascii=False, default=str, allow_nan=False)
        click.echo(("," if number else "") + "\n" + item, nl=False)
    click.echo("\n]")


FORMS = {"table": print_table, "csv": print_csv, "json": print_json}


def printer_for(form: str | None) -> Callable[[Sequence[str], Iterable[Sequence[object]]], None]:
    """The function that prints columns and rows in this form; a table when none is named."""
    return FORMS[form or "table"]


def unique_names(columns: Sequence[str]) -> list[str]:
    """The names, each once: a, a_1, a_2, as DuckDB's own clients tell them apart."""
    names: dict[str, None] = {}
    for column in columns:
        name, number = column, 0
        while name in names or (number and name in columns):
            number += 1
            name = f"{column}_{number}"
        names[name] = None
    return list(names)


def _plain(value: object) -> object:
    """A value of DuckDB as JSON has it; what is left is written as text."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value


def as_rows(items: Iterable[dict[str, object]], columns: Sequence[str]) -> Iterator[list[object]]:
    """The values of dictionaries in the order of `columns`."""
    return ([item[column] for column in columns] for item in items)


def _cell(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, float):
        return f"{value:,.0f}" if 1e4 <= abs(value) < 1e15 else f"{value:.4g}"
    return visible(str(value))


def _is_number(cell: str) -> bool:
    return cell == "NULL" or cell.lstrip("-").replace(".", "", 1).replace(",", "").isdigit()
