"""Source memory: which lines recur over the documents of an outlet, inside an open transaction.

The verdict on a line follows from the documents in the warehouse, whatever their order and
batches: counts are taken over all of them, and a document whose counts have changed enough to
decide otherwise is named to the caller, who cleans it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import duckdb
import pyarrow as pa

from extractors.cleaning.rulings.source_memory import MEMORY_RULE, RecurringLine, choose_furniture
from warehouse.lending import registered
from warehouse.replay import ChosenDocument
from warehouse.statements import run_sql


@dataclass(frozen=True, slots=True)
class SecondLook:
    """A stored document that must be cleaned again with what is remembered now."""

    document: ChosenDocument
    recurring: frozenset[int]  # numbers of the lines that memory takes out


def update_source_memory(
    connection: duckdb.DuckDBPyConnection, changed: Sequence[str], removed: Sequence[str]
) -> list[SecondLook]:
    """Count the lines of changed and removed documents; those that must be cleaned again."""
    ids = pa.table({"document_id": pa.array([*changed, *removed], pa.string())})
    rule = pa.table({"many_documents": [MEMORY_RULE.many_documents]})
    with registered(connection, {"changed_document": ids, "memory_rule": rule}):
        run_sql(connection, "source_memory", "observe.sql")
        run_sql(connection, "source_memory", "count.sql")
        rows = run_sql(connection, "source_memory", "read_recurring.sql").fetchall()
        run_sql(connection, "source_memory", "close.sql")
    looks = []
    for (*document, body_count), of_document in groupby(rows, key=itemgetter(0, 1, 2, 3, 4)):
        lines = [(RecurringLine(*row[5:9]), row[9]) for row in of_document]
        wanted = choose_furniture([line for line, _ in lines], body_count)
        if wanted != {line.line_no for line, is_out in lines if is_out}:
            looks.append(SecondLook(ChosenDocument(*document, has_reading=True), wanted))
    return looks
