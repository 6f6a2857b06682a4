"""Is a store behind the newsmill that opens it? Then a run without news has work to do."""

from __future__ import annotations

import duckdb

from extractors.versions import FINGERPRINT_VERSION, QUOTATION_VERSION, VERDICT_VERSION
from warehouse import marts
from warehouse.statements import read_sql


def is_behind(connection: duckdb.DuckDBPyConnection) -> bool:
    """True when quotations, hashes, verdicts or marts of stored articles are of another version."""
    versions = {
        "quotations": QUOTATION_VERSION,
        "fingerprints": FINGERPRINT_VERSION,
        "verdicts": VERDICT_VERSION,
    }
    found = connection.execute(read_sql("state", "is_behind.sql"), versions).fetchone()
    return found[0] or not marts.are_current(connection)
