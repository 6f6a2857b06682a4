"""Questions to the published warehouse: opened read-only, so that none can change or block it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.errors import OtherVersion, QuestionRefused, WarehouseMissing
from warehouse.statements import read_sql

BATCH_ROWS = 1000
FILES_BARRED = "file system operations are disabled"  # DuckDB's words
WANTING = ("Catalog Error", "Binder Error")  # a table or a column is not there
OTHER_VERSION = "Another version made this warehouse; `newsmill run` brings it up to date"
SETTING = ("Success",)  # what SET and the like have for columns, and no row
TO_A_FILE = (
    "Questions read the warehouse and no other file. To write an answer down: newsmill sql "
    '"..." --csv > FILE; for Parquet open the warehouse with DuckDB itself: '
    "COPY (FROM article) TO 'article.parquet'."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Names of the columns, and the rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple]


@contextmanager
def reader(warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection without access to other files; raises WarehouseMissing."""
    if warehouse.is_dir():
        raise WarehouseMissing(f"{warehouse} is a folder; name a file such as newsmill.duckdb.")
    if not warehouse.is_file():
        raise WarehouseMissing(f"There is no warehouse {warehouse} yet; `newsmill run` makes one.")
    try:
        connection = duckdb.connect(str(warehouse), read_only=True)
        connection.execute("SET TimeZone = 'UTC'; SET enable_external_access = false")
    except duckdb.Error as error:
        raise WarehouseMissing(f"{warehouse} cannot be opened: {_first_line(error)}") from None
    try:
        yield connection
    finally:
        connection.close()


def ask(
    connection: duckdb.DuckDBPyConnection, sql: str, values: Mapping[str, object] | None = None
) -> Answer:
    """The answer of the last statement in `sql`; raises QuestionRefused with DuckDB's words."""
    try:
        cursor = connection.execute(sql, values)
        if cursor is None:  # DuckDB's answer to nothing, or to a comment
            raise QuestionRefused("There is no statement to answer.")
        columns = tuple(column[0] for column in cursor.description or ())
        columns = () if columns == SETTING else columns
    except duckdb.Error as error:
        raise QuestionRefused(_with_advice(str(error))) from None
    return Answer(columns, _rows(cursor))


def ask_named(
    connection: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, object] | None = None
) -> list[dict[str, object]]:
    """Rows of the question `warehouse/questions/NAME.sql`, as dictionaries; raises OtherVersion."""
    try:
        answer = ask(connection, read_sql("questions", f"{name}.sql"), values)
    except QuestionRefused as error:
        if str(error).startswith(WANTING):
            raise OtherVersion(f"{OTHER_VERSION} ({_first_line(error)})") from None
        raise
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def find_articles(connection: duckdb.DuckDBPyConnection, condition: str) -> list[str]:
    """Ids of the articles for which a condition of SQL holds; raises QuestionRefused."""
    question = f"SELECT article_id FROM article WHERE ({condition}\n)"  # noqa: S608 - it is asked by a person, and can only read
    return [article_id for (article_id,) in ask(connection, question).rows]


def _rows(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple]:
    try:
        while rows := cursor.fetchmany(BATCH_ROWS):
            yield from rows
    except duckdb.Error as error:
        raise QuestionRefused(str(error)) from None


def _with_advice(message: str) -> str:
    """DuckDB's words, and how to get what it refused here."""
    return f"{message}\n{TO_A_FILE}" if FILES_BARRED in message else message


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
