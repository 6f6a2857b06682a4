"""The database documents itself."""

import duckdb
import pytest

from tests.blank import copy_schema
from warehouse.statements import read_sql, sql_names
from warehouse.storage.migrations import migrate


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect() as opened:
        migrate(opened)
        yield opened


@pytest.mark.parametrize(
    "catalogue",
    [
        "SELECT table_name FROM duckdb_tables() WHERE database_name = 'memory'",
        "SELECT view_name FROM duckdb_views() WHERE database_name = 'memory' AND NOT internal",
        "SELECT table_name || '.' || column_name FROM duckdb_columns() "
        "WHERE database_name = 'memory' AND NOT internal",
    ],
)
def test_tables_views_and_columns_are_commented(connection, catalogue):
    everything = connection.execute(catalogue).fetchall()
    assert len(everything) > 1
    silent = connection.execute(f"{catalogue} AND coalesce(comment, '') = ''").fetchall()
    assert silent == []


def test_migrations_are_numbered_and_applied_once(connection):
    names = sql_names("schema")
    assert [name[:3] for name in names] == [f"{number:03}" for number in range(1, len(names) + 1)]
    assert migrate(connection) == []


CATALOGUE = """
    SELECT table_name, NULL, comment, sql FROM duckdb_tables() WHERE database_name = 'memory'
    UNION ALL
    SELECT view_name, NULL, comment, sql FROM duckdb_views()
    WHERE database_name = 'memory' AND NOT internal
    UNION ALL
    SELECT table_name, column_name, comment, column_default FROM duckdb_columns()
    WHERE database_name = 'memory' AND NOT internal
    ORDER BY ALL
"""


def test_the_copy_that_tests_use_is_what_migrations_make(connection):
    with duckdb.connect() as copied:
        copy_schema(copied)
        assert migrate(copied) == []
        assert copied.execute(CATALOGUE).fetchall() == connection.execute(CATALOGUE).fetchall()


def test_a_broken_migration_leaves_nothing(monkeypatch):
    from warehouse.storage import migrations

    broken = {"001_good.sql": "CREATE TABLE one (a INT);", "002_bad.sql": "CREATE TABL two;"}
    monkeypatch.setattr(migrations, "sql_names", lambda folder: sorted(broken))
    monkeypatch.setattr(
        migrations, "read_sql", lambda *path: broken.get(path[-1]) or read_sql(*path)
    )
    connection = duckdb.connect()
    with pytest.raises(duckdb.Error):
        migrate(connection)
    assert connection.execute("SELECT count(*) FROM duckdb_tables()").fetchone() == (0,)
