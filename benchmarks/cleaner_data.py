"""Labelled texts for training and measuring the line cleaner, made from the evaluation kit.

Texts of one domain always fall into one fold, in all renderings.
"""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.appeal_texts import mix_measured, mix_written
from benchmarks.guessed_pages import load_guessed
from benchmarks.labelled_texts import LabelledText, fold_of, from_pairs
from extractors.cleaning.appeal_words import AppealWords
from extractors.cleaning.features import Described, describe_sheets
from extractors.cleaning.second_look import look_again
from extractors.cleaning.sheet import read_sheet

RENDERINGS = ("region", "full", "res_traf", "res_readability", "res_newspaper", "res_resiliparse")
# What one line of each set counts in training. The region is closest to what users paste; whole
# pages have many lines that are easy; clean text keeps the model from expecting dirt everywhere.
SET_WEIGHTS = {
    "region": 1.0, "cut": 0.8, "full": 0.4, "res_traf": 1.0, "res_readability": 1.0,
    "res_newspaper": 1.0, "res_resiliparse": 1.0, "clean": 0.5, "appeals": 0.6, "written": 0.2,
    "guessed": 0.5,
}  # fmt: skip
TRAINED_PAGES = 3  # every third whole page is trained on; the rest tells nothing new
APPEAL_WEIGHT = 5.0  # one appeal stands among forty lines of its article, and so
HARD_WEIGHT = 8.0  # does a hard negative, which costs more when it is lost


def load_texts(kit: Path) -> dict[str, list[LabelledText]]:
    """Sets to measure, by name; `kit` is the folder with the files text_*.jsonl.gz."""
    sets = {name: load_rendering(kit, name) for name in RENDERINGS}
    sets["cut"] = cut_pages(sets["full"])
    sets["clean"] = load_clean(kit)
    sets["appeals"] = mix_measured(sets["region"])
    sets["written"] = mix_written(sets["region"])
    return sets


def load_training(kit: Path) -> dict[str, list[LabelledText]]:
    """All sets to learn from: those of `load_texts` and what is only for training."""
    sets = load_texts(kit)
    sets["guessed"] = cut_pages(load_guessed(kit), copies=2, seed=7)
    return sets


def load_rendering(kit: Path, name: str) -> list[LabelledText]:
    """One file of the kit."""
    rows = _read_json_lines(kit / f"text_{name}.jsonl.gz")
    return [
        LabelledText(r["id"], r["domain"], r["lang"], r["raw_text"], r["labels"], r["gold_text"],
                     tuple(r["titles"]))
        for r in rows
    ]  # fmt: skip


def _read_json_lines(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def cut_pages(pages: list[LabelledText], copies: int = 1, seed: int = 1) -> list[LabelledText]:
    """Other careless selections of whole pages, with blank lines as they are, none or many."""
    rng = random.Random(seed)
    found = []
    for page in pages:
        lines = page.text.split("\n")
        body = [i for i, label in enumerate(page.labels) if label == "1"]
        for copy in range(copies if len(body) > 1 else 0):
            above = int(rng.expovariate(1 / (8 if rng.random() < 0.7 else 40)))
            below = int(rng.expovariate(1 / (12 if rng.random() < 0.7 else 60)))
            low, high = max(0, body[0] - above), min(len(lines), body[-1] + 1 + below)
            pairs = list(zip(lines[low:high], page.labels[low:high], strict=True))
            mode = rng.random()
            if mode < 0.45:
                pairs = [p for p in pairs if p[0].strip()]
            if 0.3 <= mode < 0.45:
                pairs = [q for p in pairs for q in (p, ("", "?"))]
            found.append(from_pairs(replace(page, id=f"{page.id}~{copy}"), pairs))
    return found


def load_clean(
    kit: Path, articles: int = 700, wires: int = 150, seed: int = 5
) -> list[LabelledText]:
    """Bodies of articles without furniture, and agency copy with hard line breaks."""
    rows = _read_json_lines(kit.parent / "dedup" / "speed.jsonl.gz")
    rng = random.Random(seed)
    named = [r for r in rows if r["id"].startswith("speed")]
    wire = [r for r in rows if not r["id"].startswith("speed")]
    rng.shuffle(named)
    rng.shuffle(wire)
    found = []
    for row in (r for r in named[:articles] + wire[:wires] if len(r["text"]) >= 300):
        lines = row["text"].split("\n")
        labels = ["1" if line.strip() else "?" for line in lines]
        # Some begin with their headline, which moves into its column: neither right nor wrong.
        headline = len(lines[0].split()) <= 15 and not lines[0].rstrip().endswith((".", '"'))
        labels[0] = "?" if headline else labels[0]
        titles = (lines[0],) if headline else ()
        group = f"clean{zlib.crc32(row['id'].encode()) % 200}"
        found.append(
            LabelledText(row["id"], group, "en", row["text"], "".join(labels), row["text"], titles)
        )
    return found


@dataclass(frozen=True)
class Table:
    """Features of all non-blank lines of a set."""

    features: np.ndarray  # (lines, columns)
    label: np.ndarray  # 1 not body, 0 body, -1 not scored
    words: np.ndarray
    marked: np.ndarray  # true for appeals and hard negatives
    fold: np.ndarray
    names: tuple[str, ...]
    told: tuple[Described, ...]  # the same text by text

    @property
    def sizes(self) -> np.ndarray:
        """Lines of each text."""
        return np.array([len(told.words) for told in self.told])

    def look_again(self, leaving: np.ndarray) -> Table:
        """The table of the second look; `leaving` is what the first said of each line."""
        pairs = zip(self.told, np.split(leaving, np.cumsum(self.sizes)[:-1]), strict=True)
        parts = [look_again(told, part) for told, part in pairs]
        return replace(self, features=np.concatenate([p[0] for p in parts]), names=parts[0][1])


def weigh_lines(name: str, table: Table) -> np.ndarray:
    """What each line of the set `name` counts in training.

    A long line counts more than a short one, but not in proportion to its words.
    """
    marked = np.where(table.marked, np.where(table.label == 0, HARD_WEIGHT, APPEAL_WEIGHT), 1)
    return np.sqrt(1 + table.words) * SET_WEIGHTS[name] * marked


def tabulate(texts: list[LabelledText], appeals: Mapping[int | None, AppealWords]) -> Table:
    """Describe all lines of a set, each text with the appeal words that have not seen its fold."""
    told, label, words, marked, fold = [], [], [], [], []
    for text in texts:
        sheet = read_sheet(text.text)
        if sheet.texts:
            told.append(describe_sheets([sheet], appeals[fold_of(text.domain)]))
        label += [{"0": 1, "1": 0}.get(text.labels[n], -1) for n in sheet.line_nos]
        words += sheet.word_counts
        marked += [bool(text.marks) and text.marks[n] != "" for n in sheet.line_nos]
        fold += [fold_of(text.domain)] * len(sheet.texts)
    return Table(
        np.concatenate([x.features for x in told]),
        np.array(label),
        np.array(words),
        np.array(marked, bool),
        np.array(fold),
        told[0].names,
        tuple(told),
    )
