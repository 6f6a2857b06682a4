"""The working store and its published copy."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager

import duckdb
import pytest

from warehouse.errors import NotAWarehouse, StoreBusy
from warehouse.storage.store import Store

OPEN = """
import sys, duckdb
path, read_only, sql = sys.argv[1:]
connection = duckdb.connect(path, read_only=read_only == "yes")
connection.execute(sql)
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def open_elsewhere(path, read_only="no", sql="SELECT 1"):
    """Another process that has the database open, and is killed in the end."""
    command = [sys.executable, "-c", OPEN, str(path), read_only, sql]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:
        assert process.stdout.readline() == b"open\n"
        yield
        process.kill()


def change(store):
    with store.connect() as connection:
        connection.execute("INSERT INTO run (run_id) VALUES ('r'); CHECKPOINT")


def runs(store):
    with duckdb.connect(str(store.published), read_only=True) as connection:
        return connection.execute("SELECT run_id FROM run").fetchall()


def test_a_copy_is_published_until_the_store_or_the_copy_changes(store, tmp_path):
    assert store.is_published()
    shutil.copy(store.published, tmp_path / "backup")
    change(store)
    assert not store.is_published()
    store.publish()
    assert (store.is_published(), runs(store)) == (True, [("r",)])
    shutil.copy(tmp_path / "backup", store.published)  # put there later than the store was written
    assert not store.is_published()


def test_a_store_that_was_changed_after_the_clock_was_set_back_is_not_published(store):
    change(store)
    os.utime(store.path, (0, 0))
    assert not store.is_published()


def test_what_a_client_wrote_into_the_copy_does_not_spoil_the_next(store):
    with open_elsewhere(store.published, sql="CREATE TABLE mine AS SELECT 1 AS a"):
        pass
    assert store.published.with_name("news.duckdb.wal").exists()
    change(store)
    store.publish()
    assert runs(store) == [("r",)]


def test_a_copy_that_a_client_holds_open_for_writing_is_told(store):
    with open_elsewhere(store.published), pytest.raises(StoreBusy, match="close it there"):
        store.publish()
    store.publish()


def test_a_store_that_another_program_has_open_is_busy(store):
    with (
        open_elsewhere(store.path, read_only="yes"),
        pytest.raises(StoreBusy, match="open in another program"),
        store.connect(),
    ):
        pass


def test_a_copy_that_is_no_warehouse_is_not_replaced(store):
    store.published.write_text("notes")
    with pytest.raises(NotAWarehouse, match="Move it away"):
        store.publish()
    assert store.published.read_text() == "notes"


def test_staged_rows_of_runs_that_were_killed_or_failed_go_away(store):
    (store.staging / "killed").mkdir(parents=True)
    with pytest.raises(OSError, match="full"), store.empty_staging():
        assert not store.staging.exists()
        (store.staging / "failed").mkdir(parents=True)
        raise OSError("full")
    assert not store.staging.exists()


def test_a_link_to_the_copy_stays(store, tmp_path):
    link = tmp_path / "link.duckdb"
    link.symlink_to(store.published)
    linked = Store(link)
    change(linked)
    linked.publish()
    assert link.is_symlink()
    assert runs(store) == [("r",)]


def test_warehouses_whose_names_differ_in_their_ending_have_stores_of_their_own(tmp_path):
    folders = [Store(tmp_path / name).folder.name for name in ("news.duckdb", "news.db", "a.b")]
    assert folders == ["news", "news.db", "a.b"]
    files = [Store(tmp_path / name).corrections.name for name in ("news.duckdb", "news.db")]
    assert files == ["news.corrections.csv", "news.db.corrections.csv"]
