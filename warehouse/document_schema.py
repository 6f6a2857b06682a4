"""The schema in words: `python -m warehouse.document_schema` writes warehouse/schema.md.

Everything comes from the comments in the database, so that the page and the database cannot say
different things; a test fails when the page was not written again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import duckdb

from warehouse.load import load_word_lists
from warehouse.marts import MARTS, build_marts
from warehouse.relations import draw_relations
from warehouse.search import update_search
from warehouse.statements import read_sql
from warehouse.storage.memory import open_in_memory

PAGE = Path(__file__).with_name("schema.md")
HEAD = """# The tables of the warehouse

Written by `python -m warehouse.document_schema` from the comments in the database; in the database
itself, `SELECT table_name, comment FROM duckdb_tables()` and `duckdb_columns()` say the same.
Offsets are characters, end exclusive. Names end in _id, _at (UTC), _date, _count, _share (0 to 1)
or _score (0 to 1). NULL means that the documents do not say."""


def main() -> None:
    """Write the page."""
    PAGE.write_text(describe_schema(), encoding="utf-8")


def describe_schema() -> str:
    """The page as Markdown."""
    with open_in_memory() as connection:
        load_word_lists(connection)
        build_marts(connection)
        update_search(connection)
        return _describe(connection)


def _describe(connection: duckdb.DuckDBPyConnection) -> str:
    things = connection.execute(read_sql("catalogue", "things.sql")).fetchall()
    columns = defaultdict(list)
    for table, *column in connection.execute(read_sql("catalogue", "columns.sql")).fetchall():
        columns[table].append(column)
    words = connection.execute(read_sql("catalogue", "words.sql")).fetchall()
    by_kind = defaultdict(list)
    for name, kind, comment in things:
        by_kind["mart" if name in MARTS else kind].append(
            _describe_thing(name, kind, comment, columns[name])
        )
    tables = {  # marts are counted from these, and no row of theirs is named elsewhere
        name: [column for column, *_ in columns[name]]
        for name, kind, _ in things
        if kind == "table" and name not in MARTS and not name.startswith("mart")
    }
    parts = [
        HEAD, "## How they hang together", draw_relations(tables),
        "## Tables", *by_kind["table"],
        "## Views", *by_kind["view"],
        "## Marts", "Each answers one question; the SQL is in `warehouse/marts/`.",
        *by_kind["mart"],
    ]  # fmt: skip
    if by_kind["function"]:
        parts += ["## Functions", *by_kind["function"]]
    for title, name in (("Categories of removed lines", "category"),
                        ("Reasons of rejections", "rejection_reason")):  # fmt: skip
        rows = [(f"`{word}`", definition) for kind, word, definition in words if kind == name]
        parts += [f"## {title}", _table((name, "meaning"), rows)]
    return "\n\n".join(parts) + "\n"


def _describe_thing(name: str, kind: str, comment: str, columns: list) -> str:
    lines = [f"### {name}"]
    if name in MARTS:
        lines.append(_describe_mart(name, kind))
    lines.append(comment)
    if columns:
        rows = [(f"`{column}`", type_name, note) for column, type_name, note in columns]
        lines.append(_table(("column", "type", "meaning"), rows))
    return "\n\n".join(lines)


def _describe_mart(name: str, kind: str) -> str:
    text = read_sql("marts", f"{name}.sql")
    question = re.search(r"-- (.*?\?)", text)[1]
    grain = re.search(r"^-- Grain: (.*)$", text, re.MULTILINE)[1]
    return f"*{question}* A {kind}; one row for each {grain}."


def _table(heading: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [" | ".join(heading), " | ".join("---" for _ in heading)]
    lines += [" | ".join(str(cell).replace("|", "\\|") for cell in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


if __name__ == "__main__":
    main()
