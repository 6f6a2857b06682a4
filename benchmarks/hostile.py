"""The main job on a folder of files made to do harm: reasons, peak memory, time.

    python -m benchmarks.hostile

Makes the files of tests/flows/hostile_files.py (bombs of 1 GiB among them) and links that lead out
in a temporary folder, runs `newsmill run` there, and prints what became of each. Exit code 1 when
one has no reason, or another one than the tests expect. Needs: pip install -e '.[documents,test]'.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.flows.hostile_files import HOSTILE

LINKS = {"link-outside.txt": "/etc/passwd", "link-loop.txt": "link-loop.txt"}
QUESTION = (
    "FROM rejection JOIN source_file USING (source_file_id) SELECT DISTINCT path, reason "
    "WHERE reason <> 'no_documents'"
)


def make_corpus(folder: Path) -> int:
    """Write the files; returns their bytes."""
    folder.mkdir()
    for name, (make, _, _) in HOSTILE.items():
        (folder / name).write_bytes(make())
    for name, target in LINKS.items():
        (folder / name).symlink_to(target)
    return sum(path.lstat().st_size for path in folder.iterdir())


def newsmill(*arguments: str, cwd: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *arguments],
        cwd=cwd, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )  # fmt: skip


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        byte_count = make_corpus(Path(folder, "corpus"))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = newsmill("run", "--names", "rules", cwd=folder)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        told = json.loads(newsmill("sql", QUESTION, "--json", cwd=folder).stdout)
    reasons: dict[str, set[str]] = defaultdict(set)
    for row in told:
        reasons[row["path"]].add(row["reason"])
    wrong = 0
    for name in sorted([*HOSTILE, *LINKS]):
        wanted = HOSTILE[name][2] if name in HOSTILE else {"link_outside", "bad_link"}
        is_right = reasons[name] == wanted if name in HOSTILE else reasons[name] < wanted
        wrong += not is_right
        shown = ", ".join(sorted(reasons[name])) or "an article"
        print(f"{name:20} {shown}{'' if is_right else '   NOT AS EXPECTED'}")
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"\n{done.stdout.strip()}\n\n{len(HOSTILE) + len(LINKS)} files, {byte_count:,} bytes; "
          f"exit code {done.returncode}; {spent:.0f} CPU s, "
          f"{after.ru_maxrss / 1024:,.0f} MiB in the largest process")  # fmt: skip
    sys.exit(bool(wrong) or done.returncode != 3)


if __name__ == "__main__":
    main()
