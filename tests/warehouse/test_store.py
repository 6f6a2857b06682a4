"""The working store and its published copy, when others touch them too."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager

import duckdb
import pytest

from warehouse.errors import NotAWarehouse, NotPublished, StoreBusy, StoreOfOther, StoreUnreadable
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
most, rows = map(int, sys.argv[2:])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    with Store(Path(sys.argv[1])).connect() as connection, transaction(connection):
        connection.execute(f"CREATE TABLE much AS SELECT md5(i::TEXT) FROM range({rows}) t(i)")
        print("commit")
except StoreRefused as error:
    print(error)
"""
FULL = "is kept: make room and run again.\n"

NO_HANDLES = """
import resource, sys
from pathlib import Path
import duckdb
from warehouse.errors import StoreRefused
from warehouse.store import Store
store = Store(Path(sys.argv[1]))
with store.connect():
    pass
resource.setrlimit(resource.RLIMIT_NOFILE, (50, 50))
held = []
try:
    while True:
        held.append(open(sys.argv[1], "rb"))
except OSError:
    del held[0]  # with one handle DuckDB comes as far as the file's log
for work in (store.connect().__enter__, store.publish):
    try:
        work()
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


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("INSERT INTO migration VALUES ('999_later.sql')", "it has the change 999_later.sql"),
        ("DELETE FROM migration WHERE name > '002'", 'Table with name "fingerprint"'),
    ],
    ids=["of a newer version", "of an odd version"],
)
def test_a_store_that_this_version_cannot_follow_is_left_alone(store, change, told):
    with duckdb.connect(str(store.path)) as connection:
        connection.execute(change)
    before = store.path.read_bytes()
    with pytest.raises(StoreOfOther, match=told) as refused, store.connect():
        pass
    assert str(refused.value).endswith(f"and {store.folder} away and run again.")
    assert store.path.read_bytes() == before


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
    with pytest.raises(NotPublished, match=r"No space left.* is kept in .*: make room and run"):
        store.publish()
    assert not list(store.published.parent.glob(".*.fresh"))
    assert store.published.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit of a process")
@pytest.mark.parametrize(
    ("most", "rows", "before"),
    [(8_000_000, 2_000_000, ""), (3_000_000, 200_000, "commit\n")],
    ids=["in a statement", "in the commit"],
)
def test_a_disk_without_room_is_told_with_the_file_and_the_mend(store, most, rows, before):
    command = [sys.executable, "-c", FILL, store.published, str(most), str(rows)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    assert told.stdout.startswith(f"{before}{store.path} cannot be written: ")
    assert told.stdout.endswith(FULL)
    with store.connect() as connection:
        tables = [name for (name,) in connection.execute("SHOW TABLES").fetchall()]
    assert ("much" in tables, "article" in tables) == (False, True)


@pytest.mark.skipif(sys.platform != "linux", reason="how many handles DuckDB takes is Linux's")
def test_a_store_that_may_not_be_opened_is_not_called_damaged(store):
    command = [sys.executable, "-c", NO_HANDLES, store.published]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    assert [line.split(": ")[0] for line in told] == [
        f"{store.path} cannot be opened",
        f"{store.published} cannot be read",
    ]
    assert told[0].endswith("Nothing in it is lost: mend that and run again.")


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
