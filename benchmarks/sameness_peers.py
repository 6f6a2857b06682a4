"""The same tasks with rensa and datasketch: word 3-grams, MinHash, LSH, union of the pairs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH

PERMUTATIONS = 128
WORD = re.compile(r"\w+")


def list_shingles(text: str) -> set[str]:
    words = WORD.findall(text.lower())
    return {" ".join(words[i : i + 3]) for i in range(max(len(words) - 2, 1))}


def sketch_rensa(text: str) -> RMinHash:
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
    sketch.update(list(list_shingles(text)))
    return sketch


def sketch_datasketch(text: str) -> MinHash:
    sketch = MinHash(num_perm=PERMUTATIONS)
    sketch.update_batch([shingle.encode() for shingle in list_shingles(text)])
    return sketch


def group_rensa(rows: list[dict], threshold: float, bands: int) -> dict[str, int]:
    sketches = [sketch_rensa(row["text"]) for row in rows]
    index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=bands)
    for number, sketch in enumerate(sketches):
        index.insert(number, sketch)
    pairs = (
        (number, other)
        for number, sketch in enumerate(sketches)
        for other in index.query(sketch)
        if other < number and sketch.jaccard(sketches[other]) >= threshold
    )
    return unite([row["id"] for row in rows], pairs)


def group_datasketch(rows: list[dict], threshold: float) -> dict[str, int]:
    sketches = [sketch_datasketch(row["text"]) for row in rows]
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    for number, sketch in enumerate(sketches):
        index.insert(number, sketch)
    pairs = (
        (number, other)
        for number, sketch in enumerate(sketches)
        for other in index.query(sketch)
        if other < number
    )
    return unite([row["id"] for row in rows], pairs)


def unite(ids: list[str], pairs: Iterable[tuple[int, int]]) -> dict[str, int]:
    """Union of all pairs: id -> number of the group."""
    parents = list(range(len(ids)))

    def find(node: int) -> int:
        while parents[node] != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    for first, second in pairs:
        parents[find(first)] = find(second)
    return {name: find(number) for number, name in enumerate(ids)}


QUALITY: dict[str, Callable] = {
    "rensa .35, 64 bands": lambda rows: group_rensa(rows, 0.35, 64),
    "datasketch .7": lambda rows: group_datasketch(rows, 0.7),
    "datasketch .4": lambda rows: group_datasketch(rows, 0.4),
}
SPEED: dict[str, Callable] = {"rensa": sketch_rensa, "datasketch": sketch_datasketch}
