"""Rows on their way into the warehouse: one Parquet file per table and shard.

Written under a temporary name and renamed when whole, so a crash leaves nothing half.
"""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

TEXT, COUNT, HASH = pa.string(), pa.int64(), pa.uint64()
ODD_BYTES = pa.list_(pa.struct([("char_offset", COUNT), ("byte", pa.uint8())]))

# Only the types that cannot be told from the values: all NULL, empty, or beyond 63 bits.
TYPES: dict[str, dict[str, pa.DataType]] = {
    "document": {"odd_bytes": ODD_BYTES},
    "line": {"category": TEXT},
    "article": dict.fromkeys(
        (
            "title",
            "subtitle",
            "outlet",
            "author",
            "author_organisation",
            "section",
            "language",
            "url",
            "canonical_url",
        ),
        TEXT,
    )
    | dict.fromkeys(("published_at", "updated_at"), pa.timestamp("us"))
    | dict.fromkeys(("published_date", "updated_date"), pa.date32()),
    "metadatum": {"line_no": pa.int32(), "start_offset": COUNT, "end_offset": COUNT}
    | dict.fromkeys(("source_field", "normal_value", "precision", "refused"), TEXT)
    | {"is_zone_known": pa.bool_(), "score": pa.float64()},
    "fingerprint": {
        "text_key": HASH,
        "sample": pa.list_(HASH),
        "sketch": pa.list_(HASH),
        "persons": pa.list_(TEXT),
    },
    "mention": {"name": TEXT},
}
EMPTY = (pa.null(), pa.list_(pa.null()))


def write_rows(tables: dict[str, list[dict[str, object]]], folder: Path, shard: str) -> None:
    """Write each table's rows to `folder/TABLE/SHARD.parquet`; raises OSError."""
    for table, rows in tables.items():
        if not rows:
            continue
        target = folder / table / f"{shard}.parquet"
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_suffix(".fresh")
        pq.write_table(arrow_table(table, rows), fresh, compression="zstd")
        fresh.replace(target)


def arrow_table(table: str, rows: list[dict[str, object]]) -> pa.Table:
    """Rows of one table, at least one, as Arrow columns."""
    return pa.table({name: _column(table, name, rows) for name in rows[0]})


def _column(table: str, name: str, rows: list[dict[str, object]]) -> pa.Array:
    kind = TYPES[table].get(name)
    column = pa.array([row[name] for row in rows], type=kind)
    if column.type in EMPTY:
        raise TypeError(f"{table}.{name} has no value in this shard: name its type in TYPES")
    return column
