"""The working store and its published copy, when others touch them too."""

import shutil
import subprocess
import sys
from contextlib import contextmanager

import duckdb
import pytest

from warehouse.errors import NotAWarehouse, StoreBusy, StoreUnreadable
from warehouse.store import Store

OPEN = """
import sys, duckdb
path, read_only, sql = sys.argv[1:]
connection = duckdb.connect(path, read_only=read_only == "yes")
connection.execute(sql)
print("open", flush=True)
sys.stdin.read()
"""

FILL = """
import resource, sys
from pathlib import Path
from warehouse.errors import StoreRefused
from warehouse.store import Store, transaction
resource.setrlimit(resource.RLIMIT_FSIZE, (8_000_000, 8_000_000))
try:
    with Store(Path(sys.argv[1])).connect() as connection, transaction(connection):
        connection.execute("CREATE TABLE much AS SELECT md5(i::TEXT) FROM range(2_000_000) t(i)")
except StoreRefused as error:
    print(error)
"""


@pytest.fixture
def store(tmp_path):
    """A store that was published once."""
    store = Store(tmp_path / "news.duckdb")
    with store.connect():
        pass
    store.publish()
    return store


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


@pytest.mark.parametrize("damage", [b"", b"notes", "half"])
def test_a_damaged_store_tells_its_mend_and_the_mend_works(store, damage):
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[: len(whole) // 2] if damage == "half" else damage)
    with pytest.raises(StoreUnreadable, match="Delete it and run again"), store.connect():
        pass
    store.path.unlink()
    store.path.with_name("store.duckdb.wal").write_bytes(whole[:100])
    with store.connect() as connection:
        assert connection.execute("SELECT count(*) FROM run").fetchone() == (0,)


def test_a_copy_that_is_no_warehouse_is_not_replaced(store):
    store.published.write_text("notes")
    with pytest.raises(NotAWarehouse, match="Move it away"):
        store.publish()
    assert store.published.read_text() == "notes"


def test_a_copy_that_finds_no_room_leaves_none_of_it(store, monkeypatch):
    def fail(source, target):
        target.write_bytes(b"a part")
        raise OSError(28, "No space left on device")

    before = store.published.read_bytes()
    monkeypatch.setattr(shutil, "copyfile", fail)
    with pytest.raises(OSError, match="No space left"):
        store.publish()
    assert not list(store.published.parent.glob(".*.fresh"))
    assert store.published.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit of a process")
def test_a_disk_without_room_is_told_with_the_file_and_the_mend(store):
    command = [sys.executable, "-c", FILL, store.published]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    assert told.stdout.startswith(f"{store.path} cannot be written: ")
    assert told.stdout.endswith("is kept: make room and run again.\n")
    with store.connect() as connection:
        tables = [name for (name,) in connection.execute("SHOW TABLES").fetchall()]
    assert ("much" in tables, "article" in tables) == (False, True)


def test_a_link_to_the_copy_stays(store, tmp_path):
    link = tmp_path / "link.duckdb"
    link.symlink_to(store.published)
    linked = Store(link)
    change(linked)
    linked.publish()
    assert link.is_symlink()
    assert runs(store) == [("r",)]
