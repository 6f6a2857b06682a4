"""Time of marts, search and cookbook: `python -m benchmarks.questions FILE`.

FILE comes from benchmarks/make_warehouse.py and is changed. Printed: seconds to build everything
from the beginning, seconds after 10,000 articles have changed, and for each question of the
cookbook and some searches the median and the 95th percentile of `--repeat` runs on a connection of
its own that only reads.

Two idle cores, DuckDB 2.0 with 1 GB while building, one million articles of 60 words, 2026-11-22,
seconds of the clock and in brackets of the processors: marts 34 (39), search 37 (64); after 10,000
changed articles 4 (7) and 1.5 (2); peak memory 1.2 GB, file 1.4 GB. Questions of the cookbook p95
0.34 (the companions of one entity that 12,000 articles name), all others 0.12 or less.
Searches p95 0.33. Companions of ten entities by a join, one of which 139,000 articles name: 1.1 of
the processors (measured again on a busy machine, where it took 2.6 of the clock).
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from benchmarks.write_cookbook import COOKBOOK, QUESTION
from warehouse.marts import build_marts
from warehouse.search import update_search
from warehouse.storage.migrations import migrate
from warehouse.storage.opening import MEMORY_LIMIT

CHANGED = 10_000
NAMES = {"Nikol Pashinyan": "Name 8", "Maria Zakharova": "Name 4", "The Moscow Times": "Outlet 1"}
CHANGE = """
CREATE TEMP TABLE chosen AS
SELECT article_id FROM plan.article ORDER BY number DESC LIMIT getvariable('changed_count');
UPDATE document SET run_id = 'later' WHERE document_id IN (FROM chosen);
UPDATE article SET run_id = 'later' WHERE article_id IN (FROM chosen);
"""
JOINS = {  # what people write themselves
    "companions of ten entities by a join": "SELECT * FROM (FROM entity WHERE label = 'PERSON' "
    "ORDER BY name LIMIT 10) JOIN companion ON entity_id_a = entity_id",
    "companions of one entity by a subquery": "FROM companion WHERE entity_id_a = "
    "(SELECT entity_id FROM entity WHERE name = 'Name 8') ORDER BY text_count DESC LIMIT 8",
}
SEARCHES = (  # from words of every second text to words of one in some thousands
    "word1 word2", "word3 word50", "word17 word29000", "word500", "word5000 word700 word90",
    "word12345", "word800 word801 word802 word803 word804", "title of 4711", "absent",
)  # fmt: skip


def take_time(name: str, work: Callable[[], object]) -> None:
    """Print how long the work takes."""
    started, processor = time.perf_counter(), time.process_time()
    work()
    spent = time.process_time() - processor
    print(f"{time.perf_counter() - started:8.2f} s ({spent:.1f} of processors)  {name}", flush=True)


def change_articles(connection: duckdb.DuckDBPyConnection) -> None:
    """Make articles look as if another run had loaded them."""
    connection.execute(f"SET VARIABLE changed_count = {CHANGED}")
    connection.execute(CHANGE)


def commit(connection: duckdb.DuckDBPyConnection, work: Callable[..., object]) -> None:
    """The work in a transaction, written to disk."""
    connection.execute("BEGIN")
    work(connection)
    connection.execute("COMMIT")
    connection.execute("CHECKPOINT")


def time_question(path: Path, sql: str, repeat: int, values: dict | None = None) -> str:
    """Median and 95th percentile in seconds, and mean seconds of processor time."""
    with duckdb.connect(str(path), read_only=True) as connection:
        connection.execute("SET enable_progress_bar = false")
        seconds, processor = [], time.process_time()
        for _ in range(repeat):
            started = time.perf_counter()
            connection.execute(sql, values).fetchall()
            seconds.append(time.perf_counter() - started)
        processor = (time.process_time() - processor) / repeat
    seconds.sort()
    median, p95 = seconds[len(seconds) // 2], seconds[int(0.95 * (len(seconds) - 1))]
    return f"{median:8.3f} {p95:8.3f} {processor:9.3f} s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--repeat", type=int, default=20)
    options = parser.parse_args()
    with duckdb.connect(str(options.file), config={"memory_limit": MEMORY_LIMIT}) as connection:
        connection.execute("SET enable_progress_bar = false")
        migrate(connection)
        take_time("marts from the beginning", lambda: commit(connection, build_marts))
        take_time("search from the beginning", lambda: commit(connection, update_search))
        commit(connection, change_articles)
        take_time(f"marts after {CHANGED:,} changed", lambda: commit(connection, build_marts))
        take_time(f"search after {CHANGED:,} changed", lambda: commit(connection, update_search))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{peak:8.0f} MB peak memory, {options.file.stat().st_size / 1e6:,.0f} MB file")
    print("\n  median      p95 processor")
    page = COOKBOOK.read_text("utf-8")
    titles = re.findall(r"^## (.*)$", page, re.MULTILINE)
    for title, found in zip(titles, QUESTION.finditer(page), strict=True):
        sql = found[2]
        for sample, generated in NAMES.items():
            sql = sql.replace(sample, generated)
        print(f"{time_question(options.file, sql, options.repeat)}  {title}", flush=True)
    for title, sql in JOINS.items():
        print(f"{time_question(options.file, sql, options.repeat)}  {title}", flush=True)
    for words in SEARCHES:
        told = time_question(options.file, "FROM search($words)", options.repeat, {"words": words})
        print(f"{told}  search {words}", flush=True)


if __name__ == "__main__":
    main()
