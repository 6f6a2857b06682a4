"""A run that finds nothing new: `python -m benchmarks.scan --files 100000`.

Makes a folder of small files and a warehouse that knows them all, then prints the CPU seconds (user
and system) of the scan, of the plan, and of a whole `newsmill run` in a process of its own, which
must answer "Nothing new". Reading and cleaning so many files is left out: their rows are written
as if it had happened. Exit code 1 when the run does not find every file unchanged.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa

from flows.ids import document_id, source_file_id
from flows.planning.making import make_plan
from flows.planning.scan import FoundFile, scan_corpus
from flows.settings import IngestParameters
from warehouse.lending import registered
from warehouse.load import touch_files
from warehouse.storage.store import Store

FOLDERS = 100
RUN = "20260101T000000-000000"


def write_files(corpus: Path, count: int) -> None:
    """`count` small files with different texts, spread over folders."""
    for number in range(count):
        path = corpus / f"{number % FOLDERS:03}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Article {number}\n\nIts text.\n", encoding="utf-8")


def enter_files(store: Store, corpus: Path) -> None:
    """Rows of source_file and document, as a run that loaded every file would leave them."""
    found = scan_corpus(corpus).files
    documents = pa.table(
        {
            "document_id": [document_id(file.path) for file in found],
            "source_file_id": [source_file_id(file.path) for file in found],
            "run_id": [RUN] * len(found),
        }
    )
    with store.writer(), store.connect() as connection:
        touch_files(connection, list(map(_source_file, found)))
        with registered(connection, {"known": documents}):
            connection.execute("INSERT INTO document BY NAME FROM known")
    store.publish()


def _source_file(file: FoundFile) -> dict[str, object]:
    content = hashlib.sha256(Path(os.fsdecode(file.location)).read_bytes()).hexdigest()
    return {
        "source_file_id": source_file_id(file.path),
        "path": file.path,
        "status": "loaded",
        "sha256": content,
        "byte_count": file.byte_count,
        "modified_ns": file.modified_ns,
        "inode": file.inode,
        "format": "text",
        "duplicate_of": None,
        "run_id": RUN,
    }


def run_newsmill(folder: Path) -> dict:
    """Report of `newsmill run`."""
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", "run", "--json"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)


def cpu_seconds(who: int) -> float:
    """CPU seconds, user and system, that this process or its ended children have used."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def measure(work: Callable[[], object], who: int, times: int) -> Iterator[tuple[float, float]]:
    """(CPU seconds, wall seconds) of each call."""
    for _ in range(times):
        cpu, wall = cpu_seconds(who), time.perf_counter()
        work()
        yield cpu_seconds(who) - cpu, time.perf_counter() - wall


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    here, children = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus, store = folder / "corpus", Store(folder / "newsmill.duckdb")
        write_files(corpus, options.files)
        enter_files(store, corpus)
        parameters = IngestParameters(corpus=corpus, warehouse=folder / "newsmill.duckdb")

        def plan() -> None:
            with store.connect() as connection:
                make_plan(connection, parameters)

        figures = {
            "scan": list(measure(lambda: scan_corpus(corpus), here, options.times)),
            "scan and plan": list(measure(plan, here, options.times)),
            "newsmill run": list(measure(lambda: run_newsmill(folder), children, options.times)),
        }
        report = run_newsmill(folder)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{options.files:,} unchanged files, median (least) of {options.times}:")
    for name, spent in figures.items():
        cpu, wall = zip(*spent, strict=True)
        print(
            f"{name:14} CPU {statistics.median(cpu):.2f} ({min(cpu):.2f}) s, "
            f"wall {statistics.median(wall):.2f} ({min(wall):.2f}) s"
        )
    sys.exit(report["counts"]["unchanged"] != options.files)


if __name__ == "__main__":
    main()
