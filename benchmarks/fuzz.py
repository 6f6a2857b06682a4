"""Every reader against bytes that nobody wrote: `python -m benchmarks.fuzz --seconds 60`.

Coverage-guided (atheris, libFuzzer), each format in a process of its own, starting from the
examples of the tests. An input fails that makes a reader raise, gives no piece, a place twice or a
reason that is not in the list, takes longer than --patience or lets the process grow past
--megabytes. It is kept in --keep, and is read again with
`python -m benchmarks.fuzz --formats FORMAT --input FILE`. Exit code 1 when any fails.

Needs: pip install atheris, and what the readers need: pip install -e '.[documents,test]'.
"""

from __future__ import annotations

import argparse
import importlib
import io
import json
import logging
import re
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

MOST_BYTES = 60_000  # of one input: about the length of a long article
PARSERS = [
    *("extractors", "docx", "email", "feedparser", "openpyxl", "pypdf", "striprtf", "warcio"),
    "zipfile",
]
KINDS = ("good", "odd", "bad")


def write_seeds(name: str, folder: Path) -> str:
    """The examples of a format as files; returns the file name that goes with them."""
    module = importlib.import_module(f"tests.extractors.readers.examples.{name}")
    for kind in KINDS:
        for number in (1, 2):
            (folder / f"{kind}{number}").write_bytes(getattr(module, kind).make(number))
    return module.good.name


class Judge:
    """Reads one input and says what is wrong with the answer."""

    def __init__(self, file_name: str, told: Path | None = None) -> None:
        # imported here, where the fuzzer watches what they bring in
        from extractors.readers import read_pieces  # noqa: PLC0415
        from extractors.reasons import REASONS  # noqa: PLC0415

        self._read, self._reasons = read_pieces, REASONS
        self._name, self._told = file_name, told
        self._slowest, self._bytes, self._pages, self._refused = 0.0, 0, 0, 0

    def __call__(self, raw: bytes) -> None:
        """Raises AssertionError, or what a reader lets through."""
        started = time.process_time()
        pieces = list(self._read(io.BytesIO(raw), self._name, len(raw)).pieces)
        spent = time.process_time() - started
        refused = [piece for piece in pieces if hasattr(piece.found, "reason")]
        self._pages += len(pieces) - len(refused)
        self._refused += len(refused)
        if spent > self._slowest:
            self._slowest, self._bytes = spent, len(raw)
            self._tell()
        assert pieces, "no piece"
        assert len({piece.place for piece in pieces}) == len(pieces), "a place occurs twice"
        for piece in refused:
            assert piece.found.reason in self._reasons, piece.found

    def _tell(self) -> None:
        if self._told:
            told = {"slowest": self._slowest, "bytes": self._bytes}
            self._told.write_text(json.dumps(told | {"pages": self._pages}))


def fuzz_here(options: argparse.Namespace) -> None:
    """Fuzz one format in this process; libFuzzer ends it."""
    import atheris  # noqa: PLC0415 - the parent does without it

    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as seeds:
        file_name = write_seeds(options.worker, Path(seeds))
        with atheris.instrument_imports(include=PARSERS, enable_loader_override=False):
            judge = Judge(file_name, Path(options.told))
        flags = (
            f"-max_total_time={options.seconds}", f"-timeout={options.patience}",
            f"-rss_limit_mb={options.megabytes}", f"-max_len={MOST_BYTES}", "-verbosity=1",
            f"-seed={options.seed}", f"-artifact_prefix={options.keep}/{options.worker}-",
        )  # fmt: skip
        atheris.Setup([sys.argv[0], *flags, seeds], judge)
        atheris.Fuzz()


def fuzz_apart(name: str, options: argparse.Namespace) -> tuple[str, bool]:
    """One line about a format that was fuzzed in a process of its own, and whether it held."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told.json")
        command = [sys.executable, "-m", "benchmarks.fuzz", "--worker", name, "--told", str(told)]
        for option in ("seconds", "patience", "megabytes", "seed", "keep"):
            command += [f"--{option}", str(getattr(options, option))]
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False
        )
        facts = json.loads(told.read_text()) if told.exists() else {}
    runs = re.search(r"Done (\d+) runs", done.stderr)
    peak = re.findall(r"rss: (\d+)Mb", done.stderr)
    held = done.returncode == 0 and runs is not None
    line = f"{name:12} {int(runs[1]) if runs else 0:>9,} inputs, slowest "
    line += f"{facts.get('slowest', 0):6.2f} CPU s ({facts.get('bytes', 0):,} bytes), "
    line += f"{max(map(int, peak), default=0):>5,} MiB, {'held' if held else 'FAILED'}"
    if not held:
        line += "\n" + "\n".join("    " + row for row in done.stderr.splitlines()[-12:])
    return line, held


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--formats", nargs="*", help="names in the table of formats; default all")
    parser.add_argument("--seconds", type=int, default=60, help="for each format")
    parser.add_argument("--patience", type=int, default=20, help="seconds one input may take")
    parser.add_argument("--megabytes", type=int, default=2048, help="memory a process may take")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--input", type=Path, help="read this file once instead")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    parser.add_argument("--told", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        fuzz_here(options)
    from extractors.readers.formats import FORMATS  # noqa: PLC0415 - not before it is watched

    names = options.formats or [form.name for form in FORMATS]
    if options.input:
        with tempfile.TemporaryDirectory() as folder:
            Judge(write_seeds(names[0], Path(folder)))(options.input.read_bytes())
        return
    options.keep.mkdir(parents=True, exist_ok=True)
    failed = 0
    for name in names:
        line, held = fuzz_apart(name, options)
        print(line, flush=True)
        failed += not held
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
