"""Readers in processes of their own keep what they opened while runs replace the published copy."""

import subprocess
import sys

import pytest

from warehouse.questions import ask, reader
from warehouse.storage.store import Store, transaction

READER_COUNT = 10
READER = """
import sys
from pathlib import Path
from warehouse.questions import ask, reader
warehouse = Path(sys.argv[1])
def count(connection):
    return next(ask(connection, "SELECT count(*) FROM article").rows)[0]
for _ in range(2):                       # hold one copy over a question, then open anew
    with reader(warehouse) as connection:
        print(count(connection), flush=True)
        sys.stdin.readline()
        print(count(connection), flush=True)
"""
HASTY_READER = """
import sys
from pathlib import Path
from warehouse.questions import ask, reader
seen = []
print("ready", flush=True)
while not seen or seen[-1] < int(sys.argv[2]):
    with reader(Path(sys.argv[1])) as connection:
        seen.append(next(ask(connection, "SELECT count(*) FROM article").rows)[0])
print(seen == sorted(seen), flush=True)
"""


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "news.duckdb")
    add_article(store)
    return store


def add_article(store):
    """What a run does in the end: a transaction, then a new copy for the readers."""
    with store.connect() as connection:
        with transaction(connection):
            connection.execute("INSERT INTO article BY NAME SELECT uuid()::VARCHAR AS article_id")
        connection.execute("CHECKPOINT")
    store.publish()


@pytest.fixture
def start():
    started = []

    def start_reader(script, *arguments):
        reader = subprocess.Popen(
            [sys.executable, "-c", script, *map(str, arguments)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        started.append(reader)
        return reader

    yield start_reader
    for process in started:
        process.stdin.close()
        process.stdout.close()
        process.kill()
        process.wait()


def told(readers):
    return {reader.stdout.readline().strip() for reader in readers}


def go_on(readers):
    for process in readers:
        process.stdin.write("\n")
        process.stdin.flush()


def test_ten_readers_keep_their_numbers_and_new_ones_see_the_new(store, start):
    readers = [start(READER, store.published) for _ in range(READER_COUNT)]
    assert told(readers) == {"1"}
    add_article(store)
    go_on(readers)
    assert told(readers) == {"1"}  # the copy they hold
    assert told(readers) == {"2"}  # the one they open now
    add_article(store)
    go_on(readers)
    assert told(readers) == {"2"}
    assert [reader.wait() for reader in readers] == [0] * READER_COUNT


def test_who_opens_while_copies_are_replaced_always_finds_one(store, start):
    reader = start(HASTY_READER, store.published, 6)
    assert told([reader]) == {"ready"}
    for _ in range(5):
        add_article(store)
    assert told([reader]) == {"True"}
    assert reader.wait() == 0


def test_clients_of_older_versions_can_read_the_copy(store):
    with reader(store.published) as connection:
        told = ask(connection, "SELECT tags['storage_version'] FROM duckdb_databases()").rows
        assert any("v1.4.0" in (row[0] or "") for row in told)
