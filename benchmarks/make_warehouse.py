"""Generate a warehouse with known truth: `python benchmarks/make_warehouse.py FILE --articles N`.

Writes straight into the tables, set by set, so that a million articles take minutes. What was
planted (texts and their copies, stories, days without news, undated articles, names, removed
lines) stands in the schema `plan` of the same file. The same seed gives the same rows.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.storage.migrations import migrate

ROWS = Path(__file__).with_suffix(".sql")


@dataclass(frozen=True, slots=True)
class GeneratorParameters:
    """What is generated."""

    article_count: int
    seed: int = 1
    word_count: int = 60  # per body: enough to search in, small enough for a million


def fill_warehouse(connection: duckdb.DuckDBPyConnection, parameters: GeneratorParameters) -> None:
    """Add generated rows to an empty database that has the schema of the warehouse."""
    for name in ("article_count", "seed", "word_count"):
        connection.execute(f"SET VARIABLE {name} = {getattr(parameters, name)}")
    connection.execute(ROWS.read_text("utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, default=60)
    parser.add_argument("--memory", default="4GB", help="memory limit of DuckDB")
    options = parser.parse_args()
    if options.file.exists():
        parser.error(f"{options.file} exists")
    started = time.perf_counter()
    with duckdb.connect(str(options.file), config={"memory_limit": options.memory}) as connection:
        migrate(connection)
        parameters = GeneratorParameters(options.articles, options.seed, options.words)
        fill_warehouse(connection, parameters)
    print(f"{options.articles:,} articles in {time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
