"""Labelled texts for training and measuring the line cleaner, made from the evaluation kit.

Texts of one domain always fall into one fold, in all renderings.
"""

from __future__ import annotations

import gzip
import json
import random
import zlib
from dataclasses import replace
from pathlib import Path

from benchmarks.appeal_texts import mix_foreign, mix_measured, mix_written
from benchmarks.article_bodies import graft_bodies, load_bodies
from benchmarks.guessed_pages import load_guessed
from benchmarks.headline_marks import squeeze
from benchmarks.labelled_texts import LabelledText, from_pairs
from benchmarks.written_pages import load_pages

RENDERINGS = ("region", "full", "res_traf", "res_readability", "res_newspaper", "res_resiliparse")
TRAINED_PAGES = 3  # every third whole page is trained on; the rest tells nothing new
TRAINED_APPEALS = 1600  # of the texts that appeals are measured in
TRAINED_BODIES = 1500  # of articles without furniture; those measured are among them
MEASURED_ONLY = "speed/eww/"  # texts of en-worldwide-newswire, CC BY-NC-SA: for evaluation only


def load_texts(kit: Path) -> dict[str, list[LabelledText]]:
    """Sets to measure, by name; `kit` is the folder with the files text_*.jsonl.gz."""
    sets = {name: load_rendering(kit, name) for name in RENDERINGS}
    sets["cut"] = cut_pages(sets["full"])
    sets["clean"] = load_clean(kit)
    sets["appeals"] = mix_measured(sets["region"])
    sets["written"] = mix_written(sets["region"])
    sets["pages"] = load_pages()
    return sets


def load_training(kit: Path) -> dict[str, list[LabelledText]]:
    """All sets to learn from: those of `load_texts` and what is only for training.

    Texts whose licence allows nothing but measuring are left out.
    """
    sets = load_texts(kit)
    for name in RENDERINGS:
        sets[name] = [_settle_unscored(text) for text in sets[name]]
    sets["appeals"] = sets["appeals"][:TRAINED_APPEALS] + mix_foreign(sets["region"])
    sets["cut"] = cut_pages(sets["full"])
    bodies = load_clean(kit, TRAINED_BODIES)
    sets["clean"] = [t for t in bodies if not t.id.startswith(MEASURED_ONLY)]
    sets["bodies"] = load_bodies()
    sets["grafted"] = graft_bodies(sets["bodies"], sets["region"])
    sets["guessed"] = cut_pages(load_guessed(kit), copies=2, seed=7)
    return sets


def _settle_unscored(text: LabelledText) -> LabelledText:
    """Lines that are not scored, such as captions in the words of the story, are no body either.

    Unless the body holds them; headlines have a column of their own.
    """
    known = squeeze("\n".join((text.gold, *text.titles)))
    lines = text.text.split("\n")
    labels = (
        "0" if label == "?" and line.strip() and squeeze(line) not in known else label
        for line, label in zip(lines, text.labels, strict=True)
    )
    return replace(text, labels="".join(labels))


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
