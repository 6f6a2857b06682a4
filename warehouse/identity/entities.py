"""Entities of the mentions in the warehouse, inside an open transaction.

Who is who is decided anew from the counts of all names, by extractors.identity: the result does not
depend on the order in which articles came. Only rows that differ are written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from extractors.identity.records import Identity, NameCount
from extractors.identity.resolution import resolve_names
from warehouse.identity.corrections import read_corrections
from warehouse.lending import registered
from warehouse.statements import count_rows, run_sql

ENTITY = pa.schema([
    ("entity_id", pa.string()), ("label", pa.string()), ("name", pa.string()),
    ("kind", pa.string()), ("country_code", pa.string()),
    ("latitude", pa.float64()), ("longitude", pa.float64()),
])  # fmt: skip
NAME = pa.schema([(n, pa.string()) for n in ("label", "name", "entity_id", "own_id", "evidence")])
DOUBT = pa.schema([(n, pa.string()) for n in ("label", "name", "entity_id", "candidate_id")])


@dataclass(frozen=True, slots=True)
class IdentityReport:
    """What an update of the entities did, as counts."""

    entity_count: int  # entities in the warehouse now
    linked_mention_count: int  # mentions whose entity is new or another one


def update_entities(
    connection: duckdb.DuckDBPyConnection,
    changed_ids: Sequence[str],
    removed_ids: Sequence[str],
    *,
    is_corrected: bool = False,
) -> IdentityReport:
    """Bring entity, entity_name, entity_alias, entity_doubt and the entities of mentions and
    quotations up to date.

    Call it inside a transaction, when the mentions of new and changed articles stand in the table
    and those of removed ones are gone. Without changed or removed articles nothing is written,
    unless the corrections or speakers are other ones than before (`is_corrected`).
    """
    if not changed_ids and not removed_ids and not is_corrected:
        return IdentityReport(count_rows(connection, "entity"), 0)
    corrections = read_corrections(connection)
    identity = resolve_names(read_names(connection), corrections=corrections)
    with registered(connection, list_tables(identity)):
        for table in ("entity", "entity_name", "entity_doubt"):
            run_sql(connection, "identity", f"store_{table}.sql")
    run_sql(connection, "identity", "store_story_name.sql")
    linked = run_sql(connection, "identity", "link_mentions.sql").fetchone()[0]
    run_sql(connection, "identity", "link_quotations.sql")
    for table in ("entity_alias", "entity_relation"):
        run_sql(connection, "identity", f"store_{table}.sql")
    return IdentityReport(len(identity.entities), linked)


def read_names(connection: duckdb.DuckDBPyConnection) -> list[NameCount]:
    """Counts of all names in the table of mentions."""
    rows = run_sql(connection, "identity", "read_names.sql").fetchall()
    return [NameCount(*row) for row in rows]


def list_tables(identity: Identity) -> dict[str, pa.Table]:
    """What was decided, as Arrow tables under the names that the statements use."""
    return {
        "new_entity": _make_table(identity.entities, ENTITY.names, ENTITY),
        "new_entity_name": _make_table(identity.links, NAME.names, NAME),
        "new_entity_doubt": _make_table(
            identity.doubts, ["label", "name", "own_id", "candidate_id"], DOUBT
        ),
    }


def _make_table(records: Sequence[object], fields: Sequence[str], schema: pa.Schema) -> pa.Table:
    """These fields of the records as the columns of the schema, in order."""
    columns = [
        pa.array([getattr(record, field) for record in records], kind)
        for field, kind in zip(fields, schema.types, strict=True)
    ]
    return pa.table(columns, schema=schema)
