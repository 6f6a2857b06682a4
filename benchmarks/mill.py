"""Where the main job spends its time: `python -m benchmarks.mill --files 2000`.

Runs the whole pipeline on a generated corpus, then once more with --more new files. With --corpus
FOLDER it reads a copy of these files instead. Prints for each stage CPU seconds of the run's own
process (DuckDB's threads among them) and of its workers, and their largest resident memory.
Prefect's server is a process apart and not counted.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

from benchmarks.make_corpus import make_corpus
from benchmarks.stage_clock import Clock, Stage
from flows.server.prefect_settings import quieten_prefect
from flows.server.starting import ensure_server
from flows.settings import IngestParameters


def run_timed(parameters: IngestParameters) -> tuple[object, list[Stage]]:
    """The report of a run, and its stages."""
    from flows.ingest import run_tagged  # noqa: PLC0415 - Prefect reads its settings when imported

    clock = Clock()
    with clock.running():
        report = run_tagged(parameters)
    if isinstance(report, BaseException):
        raise report
    return report, clock.stages


def show(report: object, stages: list[Stage]) -> None:
    """Print the counts, and a row for each stage."""
    print(f"{report.status}, exit code {report.exit_code}: {report.counts}")
    print(f"{'stage':<24}{'CPU s':>9}{'workers':>9}{'wall s':>9}{'MiB':>7}{'worker':>8}")
    rows = [*stages, _sum(stages)]
    for s in rows:
        memory = f"{s.own_mib:>7.0f}{s.worker_mib:>8.0f}"
        print(f"{s.name:<24}{s.own:>9.2f}{s.workers:>9.2f}{s.wall:>9.1f}{memory}")


def _sum(stages: list[Stage]) -> Stage:
    sums = (sum(getattr(s, name) for s in stages) for name in ("own", "workers", "wall"))
    peaks = (max(getattr(s, name) for s in stages) for name in ("own_mib", "worker_mib"))
    return Stage("all (peak of memory)", *sums, *peaks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--more", type=int, default=10, help="new files of the second run")
    parser.add_argument("--corpus", type=Path, help="real texts instead of generated ones")
    parser.add_argument("--names", default="tagger")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--keep", type=Path, help="folder in which the warehouse stays")
    options = parser.parse_args()
    packages = ", ".join(f"{p} {version(p)}" for p in ("newsmill", "prefect", "duckdb"))
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, ", end="")
    print(f"Python {platform.python_version()}, {packages}; names by {options.names}")
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        corpus = folder / "corpus"
        if options.corpus is not None:
            shutil.copytree(options.corpus, corpus, dirs_exist_ok=True)
        else:
            make_corpus(corpus, options.files, seed=1)
        quieten_prefect(verbose=False)
        ensure_server(Path(name) / "server.log")
        parameters = IngestParameters(
            corpus=corpus,
            warehouse=folder / "newsmill.duckdb",
            names=options.names,
            workers=options.workers,
        )
        show(*run_timed(parameters))
        if options.more:
            make_corpus(corpus / "more", options.more, seed=2)
            show(*run_timed(parameters))


if __name__ == "__main__":
    main()
