"""Measures the entities room: names found, speed, identity.

    python benchmarks/entities.py --kit PATH [--processes]

PATH is a folder with worldwide_dev, wikinews and ecbplus_names (.jsonl.gz) and evaluate.py. The
first file is for measuring only: nothing may be trained or tuned on it.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extractors.identity.records import NameCount
from extractors.identity.resolution import resolve_names
from extractors.names.full_names import name_mentions
from extractors.names.mentions import find_article_mentions
from extractors.records import Mention

GOALS = {
    "worldwide PERSON+ORG+PLACE F1": 0.81,
    "worldwide PERSON F1": 0.87,
    "worldwide ORG F1": 0.70,
    "worldwide PLACE F1": 0.84,
    "ECB+ gold mentions, pairwise F1": 0.84,
    "ECB+ gold mentions, pairwise precision": 0.95,
    "Wikinews end to end, pairwise_all F1": 0.70,
    "words per second, one thread": 6000,
    "two processes against one": 1.8,
}


def read_rows(path: Path) -> list[dict]:
    """The rows of a compressed file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def load_scorer(kit: Path):
    """The module evaluate.py of the kit."""
    spec = importlib.util.spec_from_file_location("evaluate", kit / "evaluate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_mentions(row: dict) -> list[Mention]:
    """The mentions of a row with given spans and labels."""
    return [
        Mention(m["start"], m["end"], m["label"], row["text"][m["start"] : m["end"]])
        for m in row["mentions"]
    ]


def identify(rows: list[dict], found: list[list[Mention]]) -> dict[str, list[dict]]:
    """Predictions with entity ids over all rows, in the form the scorer reads."""
    named = [name_mentions([("body", r["text"])], f) for r, f in zip(rows, found, strict=True)]
    counts: Counter = Counter()
    articles: Counter = Counter()
    for mentions in named:
        keys = [(m.label, m.text, m.name) for m in mentions]
        counts.update(keys)
        articles.update(set(keys))
    identity = resolve_names(NameCount(*k, n, articles[k]) for k, n in counts.items())
    ids = {(link.label, link.name): link.entity_id for link in identity.links}
    return {
        row["id"]: [
            {"start": m.start, "end": m.end, "label": m.label, "entity": ids[m.label, m.name]}
            for m in mentions
        ]
        for row, mentions in zip(rows, named, strict=True)
    }


def measure_names(kit: Path, scorer) -> dict[str, float]:
    """Names found in world news, and the speed of finding them."""
    rows = read_rows(kit / "worldwide_dev.jsonl.gz")
    find_article_mentions([("body", rows[0]["text"])])  # loads the tagger, once per process
    began = time.process_time()
    found = [find_article_mentions([("body", r["text"])]) for r in rows]
    speed = sum(len(r["text"].split()) for r in rows) / (time.process_time() - began)
    predicted = {
        r["id"]: [{"start": m.start, "end": m.end, "label": m.label} for m in f]
        for r, f in zip(rows, found, strict=True)
    }
    scores = scorer.spans(rows, predicted, ["PERSON", "ORG", "PLACE", "NORP"])
    table = {f"worldwide {name} F1": score[2] for name, score in scores.items()}
    return table | {"words per second, one thread": speed}


def count_words_read(rows: list[dict]) -> int:
    """Words of the rows, after their names were found; runs in worker processes."""
    for row in rows:
        find_article_mentions([("body", row["text"])])
    return sum(len(row["text"].split()) for row in rows)


def measure_processes(kit: Path) -> dict[str, float]:
    """Wall-clock speed of one process and of two beside each other; needs an idle machine."""
    rows = read_rows(kit / "worldwide_dev.jsonl.gz")
    speeds = []
    for count in (1, 2):
        with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
            list(pool.map(count_words_read, [rows[:2]] * count))  # every process loads the tagger
            began = time.perf_counter()
            words = sum(pool.map(count_words_read, [rows] * count))
            speeds.append(words / (time.perf_counter() - began))
    return {
        "words per second of wall time, one process": speeds[0],
        "two processes against one": speeds[1] / speeds[0],
    }


def measure_identity(kit: Path, scorer) -> dict[str, float]:
    """Identity on given mentions and end to end."""
    table = {}
    for name, title in (("ecbplus_names", "ECB+"), ("wikinews", "Wikinews")):
        rows = read_rows(kit / f"{name}.jsonl.gz")
        given = identify(rows, [gold_mentions(r) for r in rows])
        score = scorer.identity(rows, given)
        table[f"{title} gold mentions, pairwise F1"] = score["pairwise"][2]
        table[f"{title} gold mentions, pairwise precision"] = score["pairwise"][0]
        found = identify(rows, [list(find_article_mentions([("body", r["text"])])) for r in rows])
        score = scorer.identity(rows, found)
        table[f"{title} end to end, mentions found"] = score["mentions found"]
        table[f"{title} end to end, pairwise_all F1"] = score["pairwise_all"][2]
    return table


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--processes", action="store_true", help="speed of two processes only")
    args = parser.parse_args()
    kit = args.kit
    scorer = load_scorer(kit)
    print("one thread")
    if args.processes:
        table = measure_processes(kit)
    else:
        table = measure_names(kit, scorer) | measure_identity(kit, scorer)
    for name, value in table.items():
        goal = f"goal {GOALS[name]:g}" if name in GOALS else ""
        print(
            f"{name:45} {value:10.4f}  {goal}" if value < 2 else f"{name:45} {value:10.0f}  {goal}"
        )


if __name__ == "__main__":
    main()
