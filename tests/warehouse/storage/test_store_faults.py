"""Stores that are damaged, of another version, or on a disk that is full."""

import errno
import os
import shutil
import subprocess
import sys

import duckdb
import pytest
from filelock import FileLock

from warehouse.errors import NotPublished, StoreOfOther, StoreRefused, StoreUnreadable

FILL = """
import resource, sys
from pathlib import Path
from warehouse.errors import StoreRefused
from warehouse.storage.store import Store, transaction
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
from warehouse.storage.store import Store
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


def test_a_store_whose_damage_shows_when_it_is_read_tells_its_mend(store):
    with store.connect() as connection:
        connection.execute("CREATE TABLE much AS SELECT md5(i::TEXT) AS x FROM range(60000) t(i)")
    whole = store.path.read_bytes()
    kept = len(whole) - (1 << 19)  # the last two blocks are gone: opening it needs none of them
    store.path.write_bytes(whole[:kept])
    with pytest.raises(StoreUnreadable, match="Delete it and run again"), store.connect() as again:
        again.execute("SELECT max(x) FROM much").fetchall()


def test_where_nobody_may_write_it_is_told_with_what_mends_it(store, monkeypatch):
    def refuse(*_, **__):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(FileLock, "acquire", refuse)
    told = r"\.newsmill/news cannot be written: Read-only .*: allow it and run again\."
    with pytest.raises(StoreRefused, match=told), store.writer():
        pass


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
