"""Names of outlets in the warehouse, and what people decide about them."""

from datetime import datetime

import pytest

from warehouse.errors import CannotCorrect
from warehouse.marts import build_marts
from warehouse.outlets import names as rules
from warehouse.storage.memory import open_in_memory

AT = datetime(2026, 1, 2)


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        rows = [("a", "The Bay Post"), ("b", "Bay Post"), ("c", "baypost.com"), ("d", "Yonder"),
                ("e", None)]  # fmt: skip
        opened.executemany("INSERT INTO article (article_id, outlet) VALUES (?, ?)", rows)
        opened.execute("INSERT INTO article (article_id, outlet) VALUES ('f', 'The Bay Post')")
        refresh(opened)
        yield opened


def refresh(connection):
    rules.update_outlet_names(connection)
    build_marts(connection)


def published(connection):
    """Outlets by article as the marts count them."""
    rows = connection.execute("SELECT article_id, outlet FROM publication ORDER BY 1").fetchall()
    return [outlet for _, outlet in rows]


def test_marts_count_one_outlet_under_all_its_names(connection):
    assert published(connection) == [*["The Bay Post"] * 3, "Yonder", None, "The Bay Post"]
    counted = connection.execute("SELECT outlet, article_count FROM outlet_comparison").fetchall()
    assert counted == [("The Bay Post", 4), ("Yonder", 1), (None, 1)]
    assert connection.execute("SELECT count(DISTINCT outlet) FROM article").fetchone() == (4,)


def test_decisions_hold_until_they_are_taken_back(connection):
    assert rules.merge(connection, "yonder", "Bay Post", AT) == "Yonder"
    refresh(connection)
    assert set(published(connection)) == {"The Bay Post", None}
    connection.execute("INSERT INTO article (article_id, outlet) VALUES ('g', 'Yonder')")
    refresh(connection)
    assert published(connection)[-1] == "The Bay Post"
    rules.split(connection, "baypost.com", AT)
    rules.rename(connection, "Yonder", "Yonder TV", AT)  # in the place of the merge
    refresh(connection)
    named = ["The Bay Post"] * 2
    assert published(connection) == [
        *named, "baypost.com", "Yonder TV", None, "The Bay Post", "Yonder TV",
    ]  # fmt: skip
    for name in ("Yonder", "baypost.com"):
        rules.undo(connection, name)
    refresh(connection)
    assert published(connection)[2:4] == ["The Bay Post", "Yonder"]


def test_what_cannot_be_decided(connection):
    with pytest.raises(CannotCorrect, match="one outlet already"):
        rules.merge(connection, "Bay Post", "baypost.com", AT)
    with pytest.raises(CannotCorrect, match="No article states"):
        rules.split(connection, "Larn TV", AT)
    with pytest.raises(CannotCorrect, match="empty"):
        rules.rename(connection, "Yonder", " ", AT)
    with pytest.raises(CannotCorrect, match="what articles call it"):
        rules.rename(connection, "Yonder", "Yonder", AT)
    with pytest.raises(CannotCorrect, match="Nothing was decided"):
        rules.undo(connection, "Yonder")


def test_hosts_and_folders_tell_the_domains_of_names(connection):
    rows = [("h", "Larn Chronicle"), ("i", "Larn Chronicle"), ("j", "chron.com")]
    connection.executemany("INSERT INTO article (article_id, outlet) VALUES (?, ?)", rows)
    refresh(connection)
    assert published(connection)[-3:] == ["Larn Chronicle", "Larn Chronicle", "chron.com"]
    connection.execute(
        "INSERT INTO outlet_source (article_id, source) "
        "VALUES ('h', 'host:www.chron.com'), ('h', 'folder:a/chron.com'), ('i', 'folder:b')"
    )
    refresh(connection)
    assert published(connection)[-3:] == ["Larn Chronicle"] * 3
    counted = "SELECT article_count FROM outlet_comparison WHERE outlet = 'Larn Chronicle'"
    assert connection.execute(counted).fetchone() == (3,)


def test_domains_are_those_of_hosts_and_of_folders_called_so():
    sources = ["host:www.baypost.com", "folder:press/Larn.example.org/2024", "folder:v1.2/texts"]
    assert rules.list_domains(sources) == {"baypost.com", "larn.example.org"}
    assert rules.list_domains(None) == frozenset()
