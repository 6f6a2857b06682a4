"""Marts: one .sql file in warehouse/marts answers one question with the table or view of its name.

Those that would cost most are kept up to date: only rows of articles, documents and stories that a
run touched are written (mart_steps/find_changes.sql and marts/publication.sql find these). The
others are made anew, which takes a second or less each for a million articles. A changed file takes
effect with the next run: then every mart is built from the beginning.

What they held before also tells what has changed, article by article: article_event.
"""

from __future__ import annotations

import hashlib

import duckdb

from warehouse.statements import read_sql, run_sql, run_text, sql_names

MARTS = (  # in this order: each reads only tables and those before it
    "publication", "appearance", "removal", "naming",
    "voice_count", "named_entity", "period_total",
    "coverage_by_day", "share_of_voice", "entity_trends", "companion", "co_mentions",
    "story_timeline", "story_lifecycle", "first_reports",
    "syndication", "outlet_comparison", "removed_lines",
    "same_utterance", "said", "most_quoted",
    "review_queue", "run_quality",
)  # fmt: skip


def build_marts(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Bring every mart up to date with the tables; returns their names.

    Call it inside the run's transaction, after groups, stories and entities and after the row of
    the run itself.
    """
    _run_step(connection, "open_ledger")
    digest = digest_marts()
    standing = _run_step(connection, "list_marts").fetchall()
    is_fresh = {(name, stored) for name, _, stored in standing} != {(n, digest) for n in MARTS}
    if is_fresh:
        _start_afresh(connection, [(name, kind) for name, kind, _ in standing], digest)
    _run_step(connection, "find_changes")
    _run_step(connection, "note_all" if is_fresh else "note_events")
    for name in MARTS:
        if sql := _sql_of(name, is_fresh):
            run_text(connection, sql)
    _run_step(connection, "remember")
    return MARTS


def are_current(connection: duckdb.DuckDBPyConnection) -> bool:
    """True when the marts of the stored articles were built from the files of today."""
    has_articles, has_marts = connection.execute(read_sql("state", "has_marts.sql")).fetchone()
    if not (has_articles and has_marts):
        return not has_articles
    rows = _run_step(connection, "list_marts").fetchall()
    return {(name, stored) for name, _, stored in rows} == {
        (name, digest_marts()) for name in MARTS
    }


def digest_marts() -> str:
    """Digest of the marts' SQL, of their order and of the schema they read: 16 hexadecimal digits
    of BLAKE2b."""
    texts = [read_sql("marts", f"{name}.sql") for name in MARTS]
    texts += [read_sql("mart_steps", name) for name in sql_names("mart_steps")]
    texts += sql_names("schema")[-1:]  # views name the types of the tables they were made on
    return hashlib.blake2b("\0".join([*MARTS, *texts]).encode(), digest_size=8).hexdigest()


def _sql_of(name: str, is_fresh: bool) -> str:
    """What to run for a mart: a view that stands stays, and a table that is kept has its comments.

    Comments are two thirds of the statements, and cost as much as the rows of a small run.
    """
    sql = read_sql("marts", f"{name}.sql")
    if is_fresh or "CREATE OR REPLACE TABLE" in sql:
        return sql
    return "" if "CREATE OR REPLACE VIEW" in sql else sql.partition("\nCOMMENT ON ")[0]


def _start_afresh(
    connection: duckdb.DuckDBPyConnection, standing: list[tuple[str, str]], digest: str
) -> None:
    """Drop the marts of another version, those whose file is gone included."""
    for name, kind in standing:
        connection.execute(f'DROP {kind} IF EXISTS "{name}"')
    _run_step(connection, "forget")
    _run_step(connection, "describe_ledger")
    for name in MARTS:
        values = {"name": name, "sql_digest": digest}
        connection.execute(read_sql("mart_steps", "enter.sql"), values)


def _run_step(connection: duckdb.DuckDBPyConnection, step: str) -> duckdb.DuckDBPyConnection:
    return run_sql(connection, "mart_steps", f"{step}.sql")
