"""One correction after the other, put into force at once: what `newsmill entity` does."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from extractors.identity.records import Correction
from warehouse.checks import run_checks
from warehouse.errors import CannotCorrect
from warehouse.identity.corrections import (
    read_corrections,
    replace_correction,
    store_corrections,
    take_corrections,
    write_file,
)
from warehouse.identity.entities import update_entities
from warehouse.marts import build_marts
from warehouse.statements import read_sql
from warehouse.storage.store import Store, transaction


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that a word means."""

    entity_id: str
    label: str
    name: str  # as it is shown
    own_name: str  # a name in the articles that is its own: corrections speak of names


def find_entity(connection: duckdb.DuckDBPyConnection, word: str, label: str | None) -> Found:
    """The one entity with this id or name; raises CannotCorrect when there is none or several."""
    values = {"word": word, "label": label}
    rows = connection.execute(read_sql("identity", "find_entity.sql"), values).fetchall()
    if not rows:
        as_label = f" with the label {label}" if label else ""
        raise CannotCorrect(f"No entity{as_label} has the id or name {word!r}.")
    if len(rows) > 1:
        listed = "; ".join(f"{row[0]} {row[2]} ({row[1]})" for row in rows[:10])
        raise CannotCorrect(f"{word!r} means several entities, name one by its id: {listed}.")
    return Found(*rows[0])


def find_name(
    connection: duckdb.DuckDBPyConnection, word: str, label: str | None
) -> tuple[str, str]:
    """(label, name) of a name that articles use; raises CannotCorrect."""
    values = {"word": word, "label": label}
    rows = connection.execute(read_sql("identity", "find_name.sql"), values).fetchall()
    if not rows:
        raise CannotCorrect(
            f"No article names {word!r} by itself. The names of an entity: "
            "newsmill sql \"FROM entity_name WHERE entity_id = '...'\"."
        )
    if len(rows) > 1:
        labels = ", ".join(row[0] for row in rows)
        raise CannotCorrect(f"{word!r} is a name of several kinds ({labels}): give --label.")
    return rows[0][0], rows[0][1]


def merge(connection: duckdb.DuckDBPyConnection, a: str, b: str, label: str | None) -> Correction:
    """What makes A stand for the entity of B."""
    one, other = find_entity(connection, a, label), find_entity(connection, b, label)
    if one.entity_id == other.entity_id:
        raise CannotCorrect(f"{a!r} and {b!r} are one entity already: {one.entity_id} {one.name}.")
    if one.label != other.label:
        raise CannotCorrect(
            f"{one.name} is {one.label} and {other.name} is {other.label}: only entities with "
            "the same label can be one."
        )
    return Correction("merge", one.label, one.own_name, other.own_name)


def split(connection: duckdb.DuckDBPyConnection, name: str, label: str | None) -> Correction:
    """What makes a name an entity of its own."""
    return Correction("split", *find_name(connection, name, label))


def rename(
    connection: duckdb.DuckDBPyConnection, word: str, new: str, label: str | None
) -> Correction:
    """What shows an entity under a new name."""
    found = find_entity(connection, word, label)
    if not new.strip():
        raise CannotCorrect("The new name is empty.")
    return Correction("rename", found.label, found.own_name, new.strip())


def never(connection: duckdb.DuckDBPyConnection, word: str, label: str | None) -> Correction:
    """What makes an entity none."""
    found = find_entity(connection, word, label)
    return Correction("never", found.label, found.own_name)


def decide(store: Store, new: Correction) -> None:
    """Put a correction into force, in the place of what was decided about its name before."""
    current = read_corrections(store.connection)
    _put_into_force(store, replace_correction(current, new, new.label, new.name))


def undo(store: Store, name: str, label: str | None) -> list[Correction]:
    """Take back everything that was decided about a name; returns it. Raises CannotCorrect."""
    current = read_corrections(store.connection)
    gone = [c for c in current if c.name == name and label in (None, c.label)]
    if not gone:
        raise CannotCorrect(f"Nothing was decided about {name!r}; see newsmill entity list.")
    _put_into_force(store, [c for c in current if c not in gone])
    return gone


def take_file(store: Store) -> None:
    """Make the table say what the file says, so that a correction starts from the truth."""
    with transaction(store.connection):
        if take_corrections(store.connection, store.corrections):
            _refresh(store.connection)


def _put_into_force(store: Store, corrections: list[Correction]) -> None:
    """All in one transaction: table, entities, marts, checks and, last, the file."""
    with transaction(store.connection):
        store_corrections(store.connection, corrections)
        _refresh(store.connection)
        write_file(store.corrections, corrections)


def _refresh(connection: duckdb.DuckDBPyConnection) -> None:
    update_entities(connection, [], [], is_corrected=True)
    build_marts(connection)
    ((last_run,),) = connection.execute(read_sql("identity", "last_run.sql")).fetchall()
    run_checks(connection, last_run or "")
