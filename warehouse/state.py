"""What the warehouse knows and holds, for the plan and the report of a run."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from warehouse.statements import read_sql, run_sql


def known_files(connection: duckdb.DuckDBPyConnection) -> list[tuple]:
    """A row for every file ever seen: the fields of flows.planning.plan.KnownFile."""
    return run_sql(connection, "state", "known_files.sql").fetchall()


def refused_paths(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Paths of the files that are refused, wholly or in part, and have not vanished."""
    rows = run_sql(connection, "state", "refused_paths.sql").fetchall()
    return {path for (path,) in rows}


def read_marks(connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """By what forgotten documents are known when they are read again: their ids, the SHA-256 of
    their raw texts, the digests of their words."""
    rows = run_sql(connection, "state", "forgotten_marks.sql").fetchall()
    return frozenset(mark for (mark,) in rows)


def document_marks(
    connection: duckdb.DuckDBPyConnection,
    paths: Sequence[str],
    newsmill_version: str,
    cleaner_version: str,
) -> dict[str, frozenset[str]]:
    """By path the marks of the articles in these files, as flows.documents.known makes them; of
    those that these versions have read."""
    if not paths:
        return {}
    values = {
        "paths": list(paths), "version": newsmill_version, "cleaner_version": cleaner_version
    }  # fmt: skip
    rows = connection.execute(read_sql("state", "document_marks.sql"), values).fetchall()
    return {path: frozenset(marks) for path, marks in rows}


def last_finder(connection: duckdb.DuckDBPyConnection) -> str | None:
    """What found the names of the articles that were read last; None when that was not noted."""
    return connection.execute(read_sql("state", "last_finder.sql")).fetchone()[0]


def table_sums(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Rows that people ask for first: article, story, duplicate, entity, mention."""
    return dict(run_sql(connection, "state", "table_sums.sql").fetchall())


def left_documents(connection: duckdb.DuckDBPyConnection, run_id: str) -> int:
    """Articles that stay although this run found their files without them."""
    sql = read_sql("state", "left_documents.sql")
    return connection.execute(sql, {"run_id": run_id}).fetchone()[0]


def removed_lines(connection: duckdb.DuckDBPyConnection, run_id: str) -> dict[str, int]:
    """Lines that this run took out of bodies, by category; titles are not counted."""
    sql = read_sql("state", "removed_lines.sql")
    return dict(connection.execute(sql, {"run_id": run_id}).fetchall())


def open_rejections(connection: duckdb.DuckDBPyConnection) -> tuple[dict[str, str], ...]:
    """Every rejection in force: path, place, reason, detail."""
    rows = run_sql(connection, "state", "open_rejections.sql").fetchall()
    names = ("path", "place", "reason", "detail")
    return tuple(dict(zip(names, row, strict=True)) for row in rows)
