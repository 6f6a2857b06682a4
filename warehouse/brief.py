"""A brief: the questions of warehouse/brief/ about what a run, a day or the whole warehouse holds.

Every number comes from one query, and the query as it was asked goes with the answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import duckdb

from warehouse.questions import ask, ask_named
from warehouse.statements import read_sql, sql_names

OF_DAY = re.compile(r"(\s+AND )\((\S+ >= \$first_day) OR \$first_day IS NULL\)")
EVERY_RUN = ""  # smaller than any run_id


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles a brief is about: new with this run or later, stating this day or later."""

    told: str  # in words, as the brief's title says it
    first_run: str = EVERY_RUN
    first_day: date | None = None  # None: whatever day they state, or none


@dataclass(frozen=True, slots=True)
class Section:
    """One question of a brief with its answer."""

    name: str  # of the file, without its number
    question: str
    columns: tuple[str, ...]
    rows: list[tuple]
    sql: str  # as it was asked: paste it into any DuckDB client


def find_scope(connection: duckdb.DuckDBPyConnection, since: str) -> Scope:
    """`run` (the last one), `day` (the newest stated), `all`, or a date as YYYY-MM-DD.

    Raises ValueError for anything else, and for `day` when no article states one.
    """
    (found,) = ask_named(connection, "brief_scope")
    if since == "all":
        return Scope("the whole warehouse")
    if since == "run":
        told = "the last run" if found["is_last"] else "the last run that brought new articles"
        return Scope(f"{told}, {found['last_run']}", found["last_run"] or EVERY_RUN)
    left_out = f" ({found['undated_count']:,} undated articles left out)"
    if since == "day":
        if found["last_day"] is None:
            raise ValueError("No article states a day of publication; try --since run.")
        told = f"the newest stated day, {found['last_day']}{left_out}"
        return Scope(told, first_day=found["last_day"])
    try:
        day = date.fromisoformat(since)
    except ValueError as error:
        raise ValueError(f"neither run, day, all nor a date, YYYY-MM-DD ({error})") from None
    return Scope(f"articles dated {day} or later{left_out}", first_day=day)


def write_brief(connection: duckdb.DuckDBPyConnection, scope: Scope) -> list[Section]:
    """The sections in the order of their files."""
    return [_answer(connection, name, scope) for name in sql_names("brief")]


def _answer(connection: duckdb.DuckDBPyConnection, name: str, scope: Scope) -> Section:
    heading, sql = read_sql("brief", name).split("\n", 1)
    sql = _with_values(sql.strip(), scope)
    answer = ask(connection, sql)
    short = name.removesuffix(".sql").partition("_")[2]
    return Section(short, heading.removeprefix("-- "), answer.columns, list(answer.rows), sql)


def _with_values(sql: str, scope: Scope) -> str:
    """The query with the scope written into it, so that it can be asked as it stands; without the
    condition on the day where every day is meant."""
    sql = OF_DAY.sub(r"\1\2" if scope.first_day else "", sql)
    quoted = "'" + scope.first_run.replace("'", "''") + "'"
    day = f"DATE '{scope.first_day}'" if scope.first_day else "NULL"
    values = {"$first_run": quoted, "$first_day": day}
    return re.sub(r"\$first_\w+", lambda found: values[found[0]], sql)
