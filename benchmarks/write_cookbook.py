"""Write the answers in warehouse/cookbook.md anew: `python benchmarks/write_cookbook.py`.

The samples go through the pipeline's own steps into a database in memory, without Prefect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import duckdb

from flows.documents.document import extract_rows
from flows.documents.origin import Origin
from flows.documents.rows import Row
from flows.documents.staging import arrow_table
from warehouse.identity.entities import update_entities
from warehouse.load import load_files, load_run, load_word_lists
from warehouse.marts import build_marts
from warehouse.sameness import update_near_duplicates, update_stories
from warehouse.search import update_search
from warehouse.staged_rows import insert_rows
from warehouse.storage.memory import open_in_memory

ROOT = Path(__file__).parent.parent
COOKBOOK = ROOT / "warehouse" / "cookbook.md"
SAMPLES = ROOT / "corpus"
RUN_ID, TODAY = "20250101T000000-sample", date(2025, 1, 1)
QUESTION = re.compile(r"(```sql\n(.*?)```\n)(?:\n\|.*?\n(?=\n|\Z)|\nNo row\.\n)?", re.DOTALL)


def write_answers(page: str, connection: duckdb.DuckDBPyConnection) -> str:
    """The page with the answer of the database below each question."""

    def answer(found: re.Match[str]) -> str:
        return f"{found[1]}\n{ask(connection, found[2])}\n"

    return QUESTION.sub(answer, page)


def ask(connection: duckdb.DuckDBPyConnection, question: str) -> str:
    """The answer as a Markdown table."""
    cursor = connection.execute(question)
    heading = [column[0] for column in cursor.description]
    rows = [[show(value) for value in row] for row in cursor.fetchall()]
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) if rows else "No row."


def show(value: object) -> str:
    """One cell."""
    if isinstance(value, list):
        return ", ".join(show(item) for item in value)
    return "NULL" if value is None else str(value).replace("|", "\\|")


@contextmanager
def open_samples() -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse in memory that holds the sample corpus."""
    with open_in_memory() as connection:
        paths = sorted(SAMPLES.glob("*.txt"))
        load_samples(connection, paths)
        yield connection


def load_samples(connection: duckdb.DuckDBPyConnection, paths: list[Path]) -> None:
    """Every step of the main job but for what only a file system needs."""
    load_word_lists(connection)
    seen, changed = [], []
    for path in paths:
        origin = Origin(path.name, RUN_ID, TODAY)
        ((_, rows, _),) = extract_rows(path.read_bytes(), origin)
        form = rows.tables["document"][0]["format"]
        for table, found in rows.tables.items():
            if found:
                insert_rows(connection, table, arrow_table(table, found))
        changed.append(origin.document_id)
        seen.append({"source_file_id": origin.source_file_id, "path": path.name, "format": form,
                     "document_count": 1, "status": "loaded", "run_id": RUN_ID})  # fmt: skip
    load_files(connection, seen, [], [], RUN_ID)
    update_near_duplicates(connection, changed, [])
    update_stories(connection, changed, [])
    update_entities(connection, changed, [])
    load_run(connection, run_row(len(paths)))
    build_marts(connection)
    update_search(connection)


def run_row(count: int) -> Row:
    """The row of the one run."""
    at = datetime(2025, 1, 1)
    counts = dict.fromkeys(
        ("unchanged", "duplicate", "quarantined", "vanished", "ignored"), 0
    ) | {"seen": count, "loaded": count}  # fmt: skip
    return {
        "run_id": RUN_ID, "started_at": at, "finished_at": at, "status": "ok",
        "newsmill_version": "", "corpus": "corpus",
    } | {f"{name}_count": number for name, number in counts.items()}  # fmt: skip


def main() -> None:
    with open_samples() as connection:
        page = write_answers(COOKBOOK.read_text("utf-8"), connection)
    COOKBOOK.write_text(page, encoding="utf-8")
    print(f"{len(QUESTION.findall(page))} questions answered in {COOKBOOK.name}")


if __name__ == "__main__":
    main()
