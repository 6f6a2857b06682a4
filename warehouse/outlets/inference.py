"""Outlets inferred from the corpus, inside an open transaction.

An article that states no outlet gets the one that the other documents of its host, or of its
folder or container, agree on. It stands apart from stated outlets (article.inferred_outlet), as a
wrong one would otherwise make two outlets of one, or one of two, in all that counts them. What is
inferred follows from the articles in the warehouse, whatever their order and batches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import duckdb
import pyarrow as pa

from warehouse.lending import registered
from warehouse.statements import run_sql


@dataclass(frozen=True, slots=True)
class OutletRule:
    """When the other documents tell the outlet. One that states another outlet ends it."""

    least_support: int = 5  # documents that state it: fewer may agree by chance
    # Of all documents of the folder: a folder of pasted texts with some pages of one outlet among
    # them is a collection. A host is one publisher however few of its pages name themselves.
    least_share: float = 0.75


OUTLET_RULE = OutletRule()


def infer_outlets(
    connection: duckdb.DuckDBPyConnection,
    changed: Sequence[str],
    removed: Sequence[str],
    rule: OutletRule = OUTLET_RULE,
) -> None:
    """Infer outlets where changed and removed articles come, or came, from; take back others."""
    if not changed and not removed:
        return
    ids = pa.table({"article_id": pa.array([*changed, *removed], pa.string())})
    tables = {"changed_article": ids, "outlet_rule": pa.Table.from_pylist([asdict(rule)])}
    with registered(connection, tables):
        run_sql(connection, "outlets", "observe.sql")
        run_sql(connection, "outlets", "infer.sql")
