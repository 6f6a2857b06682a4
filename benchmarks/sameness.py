"""Quality and speed of near-duplicates and stories, beside rensa and datasketch, in one run.

    pip install rensa datasketch
    python -m benchmarks.sameness --kit EVALUATION_FOLDER

EVALUATION_FOLDER holds neardup_dev.jsonl.gz, sameevent_dev.jsonl.gz, speed.jsonl.gz and the scorer
evaluate.py. Times are CPU seconds of one process. Growth is told by sameness_growth.py.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import sameness_peers
from benchmarks.sameness_database import add_articles, open_database, read_groups, read_stories
from extractors.copies.fingerprints import fingerprint_row, fingerprint_rows

SPEED_ARTICLES = 3000
COPIES, STORIES, CHANGED_SHARE = 60, 6, 0.01  # a story that sixty outlets print with light edits


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kit", type=Path, required=True)
    chosen = options.parse_args()
    score = load_scorer(chosen.kit)
    compare_quality(read_rows(chosen.kit / "neardup_dev.jsonl.gz"), score)
    measure_stories(read_rows(chosen.kit / "sameevent_dev.jsonl.gz"), score)
    compare_speed([row["text"] for row in read_rows(chosen.kit / "speed.jsonl.gz")])


def read_rows(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def load_scorer(kit: Path) -> Callable:
    """score(gold, predicted) of the kit; both map ids to clusters."""
    spec = importlib.util.spec_from_file_location("evaluate", kit / "evaluate.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["evaluate"] = module
    spec.loader.exec_module(module)
    return module


def compare_quality(rows: list[dict], scorer) -> None:
    print("near-duplicates: pair F1, B-cubed F1, largest group, hard negatives merged, CPU s")
    systems = {"newsmill": group_newsmill, **sameness_peers.QUALITY}
    for name, rows_of_set in (("edits", rows), ("edits + 6 x 60 copies", add_copies(rows))):
        for system, group in systems.items():
            began = time.process_time()
            found = group(rows_of_set)
            spent = time.process_time() - began
            gold = {row["id"]: row["cluster"] for row in rows_of_set}
            result = scorer.score(gold, found)
            merged = scorer.detail(rows, found)["hardneg_wrongly_merged"].values()
            print(
                f"  {name:24} {system:22} {result['F1']:.4f} {result['B3F1']:.4f} "
                f"{result['biggest']:5} {sum(count for count, _ in merged):5} {spent:7.1f}"
            )


def group_newsmill(rows: list[dict]) -> dict[str, str]:
    connection = open_database()
    add_articles(connection, rows, stories=False)
    return read_groups(connection)


def add_copies(rows: list[dict]) -> list[dict]:
    """The set with light copies of some of its single articles."""
    chosen = random.Random(0)
    singles = [row for row in rows if row["kind"] == "single"]
    copies = []
    for base in chosen.sample(singles, STORIES):
        for number in range(COPIES):
            words = [word for word in base["text"].split(" ") if chosen.random() > CHANGED_SHARE]
            copies.append(
                {**base, "id": f"{base['id']}~{number}", "text": " ".join(words), "kind": "copy"}
            )
    return rows + copies


def measure_stories(rows: list[dict], scorer) -> None:
    print("stories: B-cubed F1 in one batch, and article by article in batches of 50")
    for source in sorted({row["source"] for row in rows}):
        # The set has one id twice; ids of articles are unique.
        chosen = list({row["id"]: row for row in rows if row["source"] == source}.values())
        gold = {row["id"]: row["cluster"] for row in chosen}
        results = []
        for batch in (len(chosen), 50):
            connection = open_database()
            for first in range(0, len(chosen), batch):
                add_articles(connection, chosen[first : first + batch])
            results.append(scorer.score(gold, read_stories(connection))["B3F1"])
        print(f"  {source:24} {results[0]:.4f} {results[1]:.4f}")


def compare_speed(texts: list[str]) -> None:
    print("fingerprints from text: articles per CPU second")
    texts = random.Random(0).sample(texts, min(SPEED_ARTICLES, len(texts)))
    systems = {
        "newsmill, table rows": lambda some: fingerprint_rows(some, some),
        "newsmill, one by one": lambda some: [fingerprint_row("id", text) for text in some],
        **{
            system: lambda some, take=take: [take(text) for text in some]
            for system, take in sameness_peers.SPEED.items()
        },
    }
    for system, take_all in systems.items():
        take_all(texts[:1])
        began = time.process_time()
        take_all(texts)
        print(f"  {system:24} {len(texts) / (time.process_time() - began):9.0f}")


if __name__ == "__main__":
    main()
