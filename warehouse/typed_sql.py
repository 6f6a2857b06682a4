"""SQL as a person types it: where a statement ends, and which words may come next."""

from __future__ import annotations

import re
from dataclasses import dataclass

import duckdb

from warehouse.errors import QuestionRefused
from warehouse.statements import read_sql

TABLE_COMES = re.compile(r"\b(?:from|join|describe|summarize|table)\s+$", re.IGNORECASE)
NAMED_TABLE = re.compile(
    r"\b(?:from|join)\s+\"?(\w+)\"?(?:\s+(?:as\s+)?(\w+))?", re.IGNORECASE
)  # table and alias
LAST_WORD = re.compile(r"(?:(\w+)\.)?(\w*)$")
KINDS = ("column", "table", "view", "macro", "keyword", "function")  # those before come first


@dataclass(frozen=True, slots=True)
class Word:
    """A word that may stand in a question. `owner`: the table of a column, else empty."""

    word: str
    kind: str  # one of KINDS
    owner: str
    comment: str


def is_finished(text: str) -> bool:
    """True when the last statement ends with a semicolon outside quotes and comments."""
    tokens = [at for at, kind in duckdb.tokenize(text) if kind != duckdb.token_type.comment]
    return bool(tokens) and text.encode()[tokens[-1] :].startswith(b";")


def split_statements(connection: duckdb.DuckDBPyConnection, text: str) -> list[str]:
    """The statements in their order; raises QuestionRefused with DuckDB's words."""
    try:
        return [statement.query for statement in connection.extract_statements(text)]
    except duckdb.Error as error:
        raise QuestionRefused(str(error)) from None


def read_words(connection: duckdb.DuckDBPyConnection) -> list[Word]:
    """Tables, views, columns and macros of the warehouse, and the words of the language."""
    found = connection.execute(read_sql("catalogue", "typed_words.sql")).fetchall()
    return [Word(*row) for row in found]


def complete_words(before: str, words: list[Word]) -> list[Word]:
    """The words that `before`, the text up to the cursor, may go on with; likely ones first.

    Behind FROM and JOIN these are tables and macros; behind `name.` columns of that table or
    alias; elsewhere columns of the tables named so far come first.
    """
    owner, begun = LAST_WORD.search(before).groups()
    named = _named_tables(before)
    if owner:
        table = named.get(owner.lower(), owner.lower())
        fitting = [word for word in words if word.kind == "column" and word.owner == table]
    elif TABLE_COMES.search(before[: len(before) - len(begun)]):
        fitting = [word for word in words if word.kind in ("table", "view", "macro")]
    elif begun:
        fitting = [word for word in words if word.kind != "column" or not named]
        tables = set(named.values())
        fitting += [word for word in words if word.kind == "column" and word.owner in tables]
    else:
        fitting = []
    fitting = [word for word in fitting if word.word.lower().startswith(begun.lower())]
    ranked = sorted(fitting, key=lambda word: (KINDS.index(word.kind), word.word.lower()))
    return list({word.word.lower(): word for word in reversed(ranked)}.values())[::-1]


def _named_tables(text: str) -> dict[str, str]:
    """Tables by the names they have in the question: their own and their aliases."""
    named = {}
    for table, alias in NAMED_TABLE.findall(text):
        named[table.lower()] = table.lower()
        if alias:
            named[alias.lower()] = table.lower()
    return named
