"""The plan of a run from what lies in the corpus and what the warehouse knows."""

from __future__ import annotations

import duckdb

from flows.plan import KnownFile, Plan, plan_run
from flows.scan import scan_corpus
from flows.settings import IngestParameters
from flows.sidecars import read_sidecars
from warehouse.sums import known_files


def make_plan(connection: duckdb.DuckDBPyConnection | None, parameters: IngestParameters) -> Plan:
    """The outcome every file is to have; raises OSError when the corpus cannot be listed.

    Without a connection nothing is known yet.
    """
    rows = known_files(connection) if connection else ()
    known = {row[0]: KnownFile._make(row) for row in rows}
    scan, stated = read_sidecars(scan_corpus(parameters.corpus))
    return plan_run(scan, known, stated=stated, reprocess=parameters.reprocess)
