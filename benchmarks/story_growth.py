"""What the stories of 10,000 new articles cost beside a stock of generated ones, by its size.

    python -m benchmarks.story_growth --stock 200000,1000000 [--folder FOLDER]

The stock (story_stock) is written into the tables in bulk; then a process of its own adds new
articles: half of them tell events of the stock, half new ones. Told are CPU seconds and peak memory
of bringing the stories up to date, the articles and pairs worked on, and how many of the events
were found. A stock of a million takes 1.5 GB of disk and some three CPU minutes to write; with
--folder it is kept there and used again.
"""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path

import duckdb
import pyarrow as pa

from benchmarks.event_words import EVENT_ARTICLES, draw_new_words, name_vocabulary
from benchmarks.growth_options import measure_apart, read_growth_options
from benchmarks.sameness_database import open_database
from benchmarks.sameness_stock import name_articles
from benchmarks.story_stock import add_story_stock, count_stems, group_rows
from warehouse.sameness import update_stories

NEW = 10_000
STEP = 100_000  # articles of the stock in one transaction
TITLES = "articles there, CPU s, peak MB, articles worked on, pairs, in old events, new events"


def main() -> None:
    chosen = read_growth_options(__doc__)
    if chosen.measure:
        measure_run(chosen.measure)
        return
    print(TITLES)
    with tempfile.TemporaryDirectory() as temporary:
        for size in sorted(chosen.stock):
            path = (chosen.folder or Path(temporary)) / f"stories_{size}.duckdb"
            if not path.exists():
                write_stock(path, size)
            measure_apart("story_growth", path)


def write_stock(path: Path, size: int) -> None:
    """A database with the stories of `size` articles, a multiple of 100,000."""
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    connection = open_database(partial)
    for first in range(0, size, STEP):
        connection.execute("BEGIN")
        add_story_stock(connection, name_articles(first, STEP), first)
        connection.execute("COMMIT")
    count_stems(connection, size)
    connection.execute("CHECKPOINT")
    connection.close()
    partial.rename(path)


def measure_run(path: Path) -> None:
    """Add the new articles to the stock, tell what their stories cost, and take them back."""
    connection = open_database(path)
    ((there,),) = connection.execute("SELECT count(*) FROM story_term").fetchall()
    ids = [f"new{number:013}" for number in range(NEW)]
    connection.execute("BEGIN")
    add_new(connection, ids, there)
    began = time.process_time()
    report = update_stories(connection, ids, [])
    spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    stories = dict(connection.execute("SELECT article_id, story_id FROM story_article").fetchall())
    found = sum(not stories[name].startswith("new") for name in ids[: NEW // 2])
    fresh = len({stories[name] for name in ids[NEW // 2 :]})
    print(
        f"{there:10,} {spent:8.2f} {peak:8} {report.worked_article_count:8,} "
        f"{report.compared_pair_count:10,} {found:6} of {NEW // 2} "
        f"{fresh:6} of {NEW // 2 // EVENT_ARTICLES}",
        flush=True,
    )
    connection.execute("ROLLBACK")


def add_new(connection: duckdb.DuckDBPyConnection, ids: list[str], there: int) -> None:
    """Texts of new articles, each the only copy of its text."""
    texts = [" ".join(words) for words in name_vocabulary()[draw_new_words(there, NEW)].tolist()]
    tables = {
        "article": pa.table({"article_id": ids, "text": texts}),
        "duplicate_group": group_rows(ids, there),
    }
    for table, rows in tables.items():
        connection.register("rows", rows)
        connection.execute(f"INSERT INTO {table} BY NAME FROM rows")
        connection.unregister("rows")


if __name__ == "__main__":
    main()
