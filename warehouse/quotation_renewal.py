"""Quotations of stored articles in which older rules looked for them, or none: a store of an older
version gets its quotations with the next run, inside its transaction."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from extractors.names.finders import guess_language
from extractors.names.mention_places import list_body_pieces
from extractors.quotations import find_quotations, quotation_rows
from extractors.records import Line, Mention
from extractors.versions import QUOTATION_VERSION
from warehouse.lending import registered
from warehouse.statements import read_sql, run_sql

_SLICE = 2_000  # articles whose texts stand in memory together
_COUNT, _TEXT = pa.int64(), pa.string()
QUOTATION = pa.schema([
    ("quotation_id", _TEXT), ("article_id", _TEXT), ("start_offset", _COUNT),
    ("end_offset", _COUNT), ("raw_start_offset", _COUNT), ("raw_end_offset", _COUNT),
    ("text", _TEXT), ("kind", _TEXT), ("continues", pa.bool_()), ("speaker", _TEXT),
    ("speaker_label", _TEXT), ("speaker_text", _TEXT), ("reference", _TEXT),
    ("name_start_offset", _COUNT), ("name_end_offset", _COUNT), ("cue", _TEXT),
    ("cue_start_offset", _COUNT), ("rule", _TEXT), ("score", pa.float64()),
])  # fmt: skip


def renew_quotations(connection: duckdb.DuckDBPyConnection) -> int:
    """Bring the quotations of all articles to QUOTATION_VERSION; how many articles were read."""
    connection.execute("SET VARIABLE quotation_version = $now", {"now": QUOTATION_VERSION})
    count = run_sql(connection, "quotations", "find_stale.sql").fetchall()[0][0]
    if not count:
        return 0
    run_sql(connection, "quotations", "forget_stale.sql")
    for first in range(0, count, _SLICE):
        bounds = {"first": first, "behind": first + _SLICE}
        read = connection.execute(read_sql("quotations", "read_stale.sql"), bounds).fetchall()
        rows = [row for article in read for row in _find_rows(*article)]
        with registered(connection, {"staged": pa.Table.from_pylist(rows, schema=QUOTATION)}):
            run_sql(connection, "load", "staged", "quotation.sql")
    return count


def _find_rows(
    article_id: str, text: str, language: str | None, lines: list | None, names: list | None
) -> list[dict[str, object]]:
    """Rows of one article; `lines` and `names` as read_stale.sql lists them."""
    mentions = [
        Mention(start, end, label, words, name=name)
        for start, end, label, words, name in names or ()
    ]
    spoken = guess_language([("body", text)], language)
    found = find_quotations(text, mentions, spoken)
    if not found:
        return []
    raw = "".join(words + ending for *_, words, ending in lines or ())
    ledger = [Line(no, start, end, verdict, None, "", 0.0)
              for no, start, end, verdict, _, _ in lines or ()]  # fmt: skip
    return quotation_rows(article_id, text, found, raw, list_body_pieces(text, raw, ledger))
