"""What a batch of generated articles costs, by the size of what is there."""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path

import numpy as np
from sameness_database import load_rows, open_database

from warehouse.sameness import update_near_duplicates, update_stories

VOCABULARY = 60_000
COPY_SHARE = 0.1  # articles that are cut from an earlier one of their batch


def make_articles(count: int, first: int, seed: int) -> list[dict]:
    """Articles of 60 to 300 words drawn by Zipf's law."""
    chosen = np.random.default_rng(seed)
    words = np.array([f"w{number:x}" for number in range(VOCABULARY)], dtype=object)
    shares = np.arange(1, VOCABULARY + 1) ** -0.9
    lengths = chosen.integers(60, 300, count)
    drawn = words[chosen.choice(VOCABULARY, int(lengths.sum()), p=shares / shares.sum())]
    texts = np.split(drawn, np.cumsum(lengths)[:-1])
    for number in range(1, count):
        if chosen.random() < COPY_SHARE:
            original = texts[int(chosen.integers(0, number))]
            texts[number] = original[: int(len(original) * chosen.uniform(0.6, 1))]
    return [
        {"id": f"a{first + number:08}", "text": " ".join(text)} for number, text in enumerate(texts)
    ]


def measure_growth(batches: list[int]) -> None:
    print("growth: articles there, new, CPU s for groups and for stories, peak MB of the process")
    with tempfile.TemporaryDirectory() as folder:
        connection = open_database(Path(folder) / "growth.duckdb")
        there = 0
        for number, size in enumerate(batches):
            rows = make_articles(size, there, number)
            names = [row["id"] for row in rows]
            connection.execute("BEGIN")
            load_rows(connection, rows, mentions=False)
            began = time.process_time()
            update_near_duplicates(connection, names, [])
            grouped = time.process_time()
            update_stories(connection, names, [])
            ended = time.process_time()
            connection.execute("COMMIT")
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(
                f"  {there:9,} {size:9,} {grouped - began:8.1f} {ended - grouped:8.1f} {peak:6}",
                flush=True,
            )
            there += size
