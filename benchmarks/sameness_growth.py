"""What 10,000 new articles cost beside a stock of generated ones, by the size of the stock.

    python -m benchmarks.sameness_growth --stock 100000,1000000,2000000 [--folder FOLDER]

The stock is written into the tables in bulk (sameness_stock); then a process of its own adds new
articles, of which one in ten is cut from an article of the stock. Told are CPU seconds of both
stages (fingerprints with loading, and near-duplicates with groups), the peak memory of the process,
and how many of the copies were found. The transaction is rolled back. A stock of two million takes
2.5 GB of disk and some four CPU minutes to write.
"""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from benchmarks.growth_options import measure_apart, read_growth_options
from benchmarks.sameness_database import load_rows, open_database
from benchmarks.sameness_stock import add_stock, draw_articles, mark_common, write_texts
from warehouse.sameness import update_near_duplicates

NEW, COPIES = 10_000, 1_000
STEP = 100_000  # articles of the stock in one transaction
SEED = 77


def main() -> None:
    chosen = read_growth_options(__doc__)
    if chosen.measure:
        measure_run(chosen.measure)
        return
    print("articles there, CPU s to load and for groups, peak MB, copies found")
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        path = Path(folder) / "stock.duckdb"
        there = 0
        for size in sorted(chosen.stock):
            grow(path, there, size)
            there = size
            measure_apart("sameness_growth", path)


def grow(path: Path, there: int, size: int) -> None:
    """Bring the stock from `there` to `size` articles."""
    connection = open_database(path)
    for first in range(there, size, STEP):
        connection.execute("BEGIN")
        add_stock(connection, first, min(STEP, size - first))
        connection.execute("COMMIT")
    mark_common(connection)
    connection.execute("CHECKPOINT")
    connection.close()


def measure_run(path: Path) -> None:
    """Add the new articles to the stock, tell what it costs, and take them back."""
    connection = open_database(path)
    ((there,),) = connection.execute("SELECT count(*) FROM article").fetchall()
    rows = make_articles(connection, there)
    connection.execute("BEGIN")
    began = time.process_time()
    load_rows(connection, rows, persons=False)
    loaded = time.process_time()
    update_near_duplicates(connection, [row["id"] for row in rows], [])
    ended = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    ((found,),) = connection.execute(
        "SELECT count(*) FROM duplicate_group "
        "WHERE starts_with(article_id, 'copy') AND article_count > 1"
    ).fetchall()
    print(
        f"{there:10,} {loaded - began:8.2f} {ended - loaded:8.2f} {peak:8} {found:6} of {COPIES}",
        flush=True,
    )
    connection.execute("ROLLBACK")


def make_articles(connection: duckdb.DuckDBPyConnection, there: int) -> list[dict]:
    """New articles, and copies of articles of the stock, cut after four fifths."""
    words, bounds, _ = draw_articles(NEW - COPIES, SEED)
    rows = [{"id": f"new{n:013}", "text": t} for n, t in enumerate(write_texts(words, bounds))]
    picked = np.sort(np.random.default_rng(SEED).choice(there, COPIES, replace=False))
    connection.register("picked", pa.table({"row_no": picked}))
    texts = connection.execute(
        "SELECT text FROM article JOIN picked ON article.rowid = picked.row_no"
    ).fetchall()
    connection.unregister("picked")
    for number, (text,) in enumerate(texts):
        kept = text.split()
        rows.append(
            {"id": f"copy{number:012}", "text": " ".join(kept[: max(40, len(kept) * 4 // 5)])}
        )
    return rows


if __name__ == "__main__":
    main()
