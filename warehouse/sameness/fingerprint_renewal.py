"""Fingerprints that were made by another version of the hashes, made anew inside a transaction.

Hashes of two versions must never be compared. So before groups and stories are brought up to date,
all stored fingerprints are brought to the version of today: what a store of an older version holds
is grouped by the same hashes as what comes.
"""

from __future__ import annotations

import duckdb
import pyarrow as pa

from extractors.copies.fingerprints import fingerprint_rows
from extractors.versions import FINGERPRINT_VERSION
from warehouse.sameness.statements import registered, run_sql
from warehouse.statements import count_rows

_SLICE = 5_000  # articles whose texts stand in memory together
_HASHES = pa.list_(pa.uint64())
_FINGERPRINT = pa.schema(
    [
        ("article_id", pa.string()),
        ("fingerprint_version", pa.string()),
        ("text_digest", pa.string()),
        ("text_key", pa.uint64()),
        ("word_count", pa.int64()),
        ("shingle_count", pa.int64()),
        ("sample", _HASHES),
        ("sketch", _HASHES),
    ]
)


def renew_fingerprints(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Bring all rows of fingerprint to FINGERPRINT_VERSION; ids of the articles whose hashes are
    other ones now, in rising order: their groups and stories must be found anew."""
    connection.execute("SET VARIABLE fingerprint_version = $now", {"now": FINGERPRINT_VERSION})
    run_sql(connection, "find_stale_fingerprints")
    for first in range(0, count_rows(connection, "stale_fingerprint"), _SLICE):
        connection.execute(f"SET VARIABLE slice_first = {first}")
        connection.execute(f"SET VARIABLE slice_behind = {first + _SLICE}")
        read = run_sql(connection, "read_stale_texts").fetchall()
        ids, texts = zip(*read, strict=True)
        rows = pa.Table.from_pylist(fingerprint_rows(ids, texts), schema=_FINGERPRINT)
        with registered(connection, "renewed_fingerprint", rows):
            run_sql(connection, "renew_fingerprints")
    return [key for (key,) in run_sql(connection, "list_renewed").fetchall()]
