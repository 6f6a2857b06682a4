"""The main job on a generated corpus: `python -m benchmarks.ingest --files 10000`.

Prints time, memory and Prefect's share, and compares every count with the truth. Exit code 1 when
one differs. "Prefect" is what passes outside of the flow's own work: the start of Python, of
Prefect and of its temporary server, and their end.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import duckdb

from benchmarks.make_corpus import Truth, make_corpus


def run_newsmill(folder: Path) -> tuple[dict, float]:
    """Report and wall seconds of one run."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", "run", "--json"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        stdout=subprocess.PIPE,
        check=False,
    )
    return json.loads(done.stdout), time.perf_counter() - started


def differences(report: dict, truth: Truth, warehouse: Path) -> list[str]:
    """What the run found that is not so."""
    reasons = Counter(item["reason"] for item in report["rejections"])
    expected = {
        "files": (report["counts"]["seen"], truth.files),
        "articles": (report["tables"]["article"], truth.articles),
        "byte duplicates": (report["counts"]["duplicate"], truth.byte_duplicates),
        "rejections": (dict(reasons), dict(truth.rejections)),
    }
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        groups = connection.execute(
            "SELECT list(replace(file.path, '.txt', '') ORDER BY file.path) FROM duplicate_group "
            "JOIN article USING (article_id) JOIN source_file AS file USING (source_file_id) "
            "GROUP BY duplicate_group_id HAVING count(*) > 1"
        ).fetchall()
    found = {tuple(paths) for (paths,) in groups}
    planted = truth.groups()
    expected["groups of copies missed"] = (len(planted - found), 0)
    expected["groups of copies invented"] = (len(found - planted), 0)
    return [f"{name}: {a} instead of {b}" for name, (a, b) in expected.items() if a != b]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        truth = make_corpus(folder / "corpus", options.files, options.seed)
        report, wall = run_newsmill(folder)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        again, wall_again = run_newsmill(folder)
        wrong = differences(report, truth, folder / "newsmill.duckdb")
        size = (folder / "newsmill.duckdb").stat().st_size
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, ",
        end="",
    )
    print(", ".join(f"{name} {version(name)}" for name in ("newsmill", "prefect", "duckdb")))
    print(f"{options.files:,} files, seed {options.seed}: {report['counts']}")
    print(f"wall {wall:.1f} s, of which Prefect {wall - report['seconds']:.1f} s ", end="")
    print(f"({(wall - report['seconds']) / wall:.0%}); CPU {used.ru_utime + used.ru_stime:.1f} s")
    print(f"largest process {used.ru_maxrss / 1024:.0f} MiB; warehouse {size / 1e6:.0f} MB")
    print(f"second run: {again['status']}, {wall_again:.2f} s")
    print("\n".join(["differs from the truth:", *wrong]) if wrong else "every count is as planted")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
