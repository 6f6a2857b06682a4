"""The plan of a run from what lies in the corpus and what the warehouse knows."""

from __future__ import annotations

import duckdb

from extractors.records import Rejection
from flows.plan import KnownFile, Plan, plan_run
from flows.scan import scan_corpus
from flows.settings import IngestParameters
from warehouse.load import known_files


def make_plan(connection: duckdb.DuckDBPyConnection | None, parameters: IngestParameters) -> Plan:
    """The outcome every file is to have; raises OSError when the corpus cannot be listed.

    Without a connection nothing is known yet.
    """
    known = {
        row[0]: KnownFile(*row[:8], refused=Rejection(*row[8:]) if row[8] else None)
        for row in (known_files(connection) if connection else ())
    }
    return plan_run(scan_corpus(parameters.corpus), known, reprocess=parameters.reprocess)
