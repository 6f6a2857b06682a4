"""Appeals, and news about the same things, set between the paragraphs of real bodies.

There are two sets, both written in the manner of real outlets: tests/gold/appeals measures, and is
trained on only in the folds that are not measured; written_appeals.tsv is for training alone. No
five words in a row stand in both.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from benchmarks.labelled_texts import FOLDS, LabelledText, fold_of, from_pairs

MEASURED = Path(__file__).parents[1] / "tests" / "gold" / "appeals" / "appeals.tsv"
WRITTEN = Path(__file__).parent / "written_appeals.tsv"
FEW_PAGES = 6  # of a language: then English ones serve too


class Appeal(NamedTuple):
    """An appeal; the category of hard negatives is none."""

    language: str
    category: str
    text: str

    @property
    def fold(self) -> int:
        """Fold in which it is measured."""
        return zlib.crc32(self.text.encode()) % FOLDS


def load_appeals(path: Path = MEASURED) -> list[Appeal]:
    """All appeals of one set."""
    rows = path.read_text(encoding="utf-8").splitlines()[1:]
    return [Appeal(*row.split("\t")) for row in rows]


def mix_measured(pages: list[LabelledText], count: int = 1600, seed: int = 3) -> list[LabelledText]:
    """Bodies with appeals of the measured set, each only in articles of its own fold."""
    return _mix(pages, load_appeals(), "appeals", count, seed, by_fold=True)


def mix_written(pages: list[LabelledText], count: int = 1500, seed: int = 9) -> list[LabelledText]:
    """Bodies with appeals of the set for training."""
    return _mix(pages, load_appeals(WRITTEN), "written", count, seed, by_fold=False)


def _mix(
    pages: list[LabelledText],
    appeals: list[Appeal],
    name: str,
    count: int,
    seed: int,
    by_fold: bool,
) -> list[LabelledText]:
    """Each appeal in turn in an article of its own language."""
    rng = random.Random(seed)
    by_language: dict[str, list[LabelledText]] = {}
    for page in pages:
        by_language.setdefault(page.language, []).append(page)
    found = []
    for number in range(count):
        appeal = appeals[number % len(appeals)]
        own = by_language.get(appeal.language, [])
        pool = own if len(own) >= FEW_PAGES else own + by_language["en"]
        pool = [p for p in pool if p.gold.count("\n") > 3]
        alike = [a for a in appeals if a[:2] == appeal[:2] and a != appeal]
        if by_fold:
            pool = [p for p in pool if fold_of(p.domain) == appeal.fold]
            alike = [a for a in alike if a.fold == appeal.fold]
        if pool:
            mixed = _mix_one(rng, rng.choice(pool), appeal, alike)
            found.append(replace(mixed, id=f"{name}/{number}"))
    return found


def _mix_one(
    rng: random.Random, page: LabelledText, appeal: Appeal, alike: Sequence[Appeal]
) -> LabelledText:
    triples = [(p.strip(), "1", "") for p in page.gold.split("\n") if p.strip()][:40]
    place, size = rng.random(), len(triples)
    inside = rng.randrange(1, size) if size > 1 else size
    if appeal.category == "none":
        triples.insert(inside, (appeal.text, "1", "hard"))
    else:
        others = list(alike)
        rng.shuffle(others)
        block = [appeal, *others[: rng.choice((0, 0, 0, 1, 2))]]
        at = size if place < 0.4 else 0 if place < 0.5 else 1 if place < 0.55 else inside
        triples[at:at] = [(a.text, "0", "appeal") for a in block]
    if page.titles and rng.random() < 0.7:
        triples.insert(0, (page.titles[0], "?", ""))
    if rng.random() < 0.6:
        triples = [t for triple in triples for t in (triple, ("", "?", ""))]
    return from_pairs(page, [t[:2] for t in triples], [t[2] for t in triples])
