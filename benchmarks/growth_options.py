"""What the benchmarks of growth share: their options, and a process of its own for each figure."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path


def read_growth_options(description: str) -> argparse.Namespace:
    """Options `stock` (articles, a list of sizes), `folder` and `measure` (a file, or None)."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument("--stock", type=lambda text: [int(part) for part in text.split(",")])
    options.add_argument("--folder", type=Path)
    options.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    return options.parse_args()


def measure_apart(module: str, path: Path) -> None:
    """Run `python -m benchmarks.MODULE --measure PATH`, so that its peak of memory is its own."""
    command = [sys.executable, "-m", f"benchmarks.{module}", "--measure", str(path)]
    subprocess.run(command, check=True)
