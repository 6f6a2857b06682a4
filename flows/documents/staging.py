"""Rows on their way into the warehouse: Parquet files for each table and shard.

Written under a temporary name and renamed when whole, so a crash leaves nothing half.
"""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

TEXT, COUNT, HASH = pa.string(), pa.int64(), pa.uint64()
ODD_BYTES = pa.list_(pa.struct([("char_offset", COUNT), ("byte", pa.uint8())]))

# Only the types that cannot be told from the values: all NULL, empty, whole, or beyond 63 bits.
TYPES: dict[str, dict[str, pa.DataType]] = {
    "document": {"encoding": TEXT, "odd_bytes": ODD_BYTES, "reading": TEXT},
    "line": {"category": TEXT},
    "article": dict.fromkeys(
        (
            "title",
            "subtitle",
            "outlet",
            "author",
            "author_organisation",
            "agency",
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
    "mention": {"raw_start_offset": COUNT, "raw_end_offset": COUNT}
    | {"name": TEXT, "score": pa.float64()},
    "metonym": {"country_code": TEXT},
    "unread_article": {"language": TEXT},
    "quotation": dict.fromkeys(("raw_start_offset", "raw_end_offset", "cue_start_offset"), COUNT)
    | dict.fromkeys(("name_start_offset", "name_end_offset"), COUNT)
    | dict.fromkeys(("speaker", "speaker_label", "speaker_text", "cue", "rule"), TEXT)
    | {"score": pa.float64()},
}
EMPTY = (pa.null(), pa.list_(pa.null()))
PART_CHARACTERS = 2_000_000  # of text; their rows take some 80 MB


Tables = dict[str, list[dict[str, object]]]


class Staging:
    """Rows of one shard on their way to `folder/TABLE/SHARD-0001.parquet` and so on.

    At most PART_CHARACTERS of text are held in memory. Nothing has its final name before
    `commit`, so that a worker that dies leaves nothing that would be loaded.
    """

    def __init__(self, folder: Path, shard: str) -> None:
        self._folder, self._shard = folder, shard
        self._tables: Tables = {}
        self._characters = 0
        self._parts: list[list[Path]] = []  # the fresh files of each part

    def add(self, tables: Tables) -> None:
        """Take the rows of one document; raises OSError when a part cannot be written."""
        for table, rows in tables.items():
            self._tables.setdefault(table, []).extend(rows)
        self._characters += sum(row["char_count"] for row in tables.get("document", ()))
        if self._characters > PART_CHARACTERS:
            self._end_part()

    def mark(self) -> int:
        """A point to which `go_back` returns."""
        self._end_part()
        return len(self._parts)

    def go_back(self, mark: int) -> None:
        """Forget what was added after the mark."""
        self._tables, self._characters = {}, 0
        for fresh in [path for part in self._parts[mark:] for path in part]:
            fresh.unlink()
        del self._parts[mark:]

    def commit(self) -> None:
        """Give every part its final name."""
        self._end_part()
        for fresh in [path for part in self._parts for path in part]:
            fresh.replace(fresh.with_suffix(".parquet"))
        self._parts = []

    def _end_part(self) -> None:
        tables = {table: rows for table, rows in self._tables.items() if rows}
        if tables:
            name = f"{self._shard}-{len(self._parts) + 1:04}.fresh"
            paths = [self._folder / table / name for table in tables]
            self._parts.append(paths)
            for path, (table, rows) in zip(paths, tables.items(), strict=True):
                path.parent.mkdir(parents=True, exist_ok=True)
                pq.write_table(arrow_table(table, rows), path, compression="zstd")
        self._tables, self._characters = {}, 0


def forget_staged(folder: Path, name: str) -> None:
    """Take out the rows of a shard, and of those it was cut into: their names begin with its."""
    for path in folder.glob(f"*/{name}*.parquet"):
        path.unlink()


def arrow_table(table: str, rows: list[dict[str, object]]) -> pa.Table:
    """Rows of one table, at least one, as Arrow columns."""
    return pa.table({name: _column(table, name, rows) for name in rows[0]})


def _column(table: str, name: str, rows: list[dict[str, object]]) -> pa.Array:
    kind = TYPES[table].get(name)
    column = pa.array([row[name] for row in rows], type=kind)
    if column.type in EMPTY:
        raise TypeError(f"{table}.{name} has no value in this shard: name its type in TYPES")
    return column
