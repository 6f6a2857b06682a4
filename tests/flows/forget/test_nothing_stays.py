"""`newsmill forget`: nothing of an article stays in tables and bytes, killed or not."""

import shutil

import duckdb
import pytest

from flows import jobs
from tests.flows.forget.forgetting import NAME, ask, forget, id_of, run, states, write

pytestmark = pytest.mark.usefixtures("plain_runs")
# Ids and hashes, never a word: what was there once, and by what it is known again.
KEPT = {"tombstone", "article_event", "sameness_id"}


def stores(home):
    return [home / "n.duckdb", home / ".newsmill" / "n" / "store.duckdb"]


def columns(connection, condition):
    sql = (
        "SELECT table_name, column_name, data_type FROM duckdb_columns() SEMI JOIN "
        f"(FROM duckdb_tables() WHERE NOT temporary) USING (table_name) WHERE {condition}"
    )
    return connection.execute(sql).fetchall()


def tables_with(connection, key):
    """Tables that hold the id, of those with a column that names articles or documents."""
    named = columns(connection, r"regexp_matches(column_name, '(article|document)_id')")
    return {
        table
        for table, column, _ in named
        if connection.execute(f'FROM "{table}" WHERE "{column}" = ?', [key]).fetchall()
    }, {table for table, *_ in named}


def test_no_table_and_no_byte_of_the_files_holds_anything_of_it(home):
    """Also of tables that nobody has thought of here: they are asked of the schema."""
    key = id_of(home, "a.txt")
    store = stores(home)[1]
    with duckdb.connect(str(store)) as connection:
        held, all_tables = tables_with(connection, key)
        marts = {name for (name,) in connection.execute("SELECT name FROM mart").fetchall()}
        assert marts & all_tables <= held
        for table in all_tables - held - marts:  # what it has not: a row as short as can be
            column = columns(
                connection,
                f"table_name = '{table}' AND regexp_matches(column_name, '(article|document)_id')",
            )[0][1]
            connection.execute(f'INSERT INTO "{table}" ("{column}") VALUES (?)', [key])
        assert tables_with(connection, key)[0] >= all_tables - marts
        connection.execute("CHECKPOINT")
    shutil.copyfile(store, home / "n.duckdb")
    assert all(NAME.encode() in path.read_bytes() for path in stores(home))

    forget(home, "a.txt", "copy.txt", "--yes", "--reason", "a wish")
    with duckdb.connect(str(store)) as connection:
        assert tables_with(connection, key)[0] <= KEPT
        texts = columns(connection, "data_type LIKE 'VARCHAR%' OR data_type LIKE '%VARCHAR%'")
        for table, column, _ in texts:
            found = f'FROM "{table}" WHERE "{column}"::VARCHAR ILIKE \'%{NAME}%\''
            assert connection.execute(found).fetchall() == [], (table, column)
        reasons = "SELECT DISTINCT reason FROM tombstone WHERE reason IS NOT NULL"
        assert connection.execute(reasons).fetchall() == [("a wish",)]
    for path in stores(home):
        assert NAME.lower().encode() not in path.read_bytes().lower()
    assert sorted(path.name for path in stores(home)[1].parent.iterdir()) == [
        "lock", "published", "store.duckdb",
    ]  # fmt: skip


def test_what_is_gone_from_the_corpus_leaves_not_even_its_path(home):
    for name in ("a.txt", "a.meta.json"):
        (home / "corpus" / name).unlink()
    run(home)
    assert states(home)["a.txt"] == "vanished"
    assert "0 quarantined + 1 vanished" in forget(home, "a.txt", "--yes")
    assert "a.txt" not in states(home)
    write(home, "a.txt", title="The file again")
    assert run(home).status == "ok"
    assert ask(home, "SELECT reason FROM rejection") == [("forgotten",)]


def test_a_run_that_is_killed_before_the_files_are_written_anew_leaves_it_to_the_next(
    home, monkeypatch
):
    def stop(store):
        raise OSError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(jobs, "_end", stop)
        forget(home, "a.txt", "copy.txt", "--yes", code=1)
    assert NAME.encode() in stores(home)[0].read_bytes()
    assert run(home).status == "unchanged"
    assert all(NAME.encode() not in path.read_bytes() for path in stores(home))
