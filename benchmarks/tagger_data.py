"""Training rows for the name tagger: labels of many sources brought to one convention.

The convention: persons without titles, countries are PLACE, demonyms NORP, no leading article.
Where a source does not mark a label, its words may be O or that label, and the loss allows both.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

from extractors.namebook import cues
from extractors.namebook.tables import load_name_tables
from extractors.tagger.decode import LABELS

__all__ = ["LABELS", "Row", "change_case", "read_more_rows", "read_rows", "replace_entities"]

SHARE_ALIKE = (
    "uner-ewt",
    "re3d-Wikipedia",
)  # CC BY-SA: weights trained on it could not ship freely
HELD_BACK = ("gum-wikinews",)  # measures identity end to end
LOWER_TITLES = cues.words(
    "president prime minister secretary chancellor king queen pope mr mrs former"
)
LEADING = re.compile(r"(?:the|The|a|A|an|An)\s+")


@dataclass(frozen=True, slots=True)
class Row:
    """A text with its entities as (start, end, label), and the labels that O may hide."""

    source: str
    text: str
    entities: tuple[tuple[int, int, str], ...]  # label DOUBT: nobody knows, do not teach it
    hidden: tuple[str, ...]  # labels the source does not mark, or not always


def strip_titles(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a person without the titles in front."""
    while True:
        match = re.match(r"([\w’'-]+)\.?\s+", text[start:end])
        word = match.group(1) if match else ""
        is_title = word in cues.TITLES or word in cues.FIELDS or word.lower() in LOWER_TITLES
        if not match or not (is_title or word == "of"):
            return start, end
        start += match.end()


def strip_tail(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of an organisation without a possessive or an office behind it."""
    pattern = (
        r"(?:['’]s|\s+(?:[Ss]ecretary-[Gg]eneral|[Cc]hief|[Ss]pokes\w+|[Pp]resident|Commissioner))$"
    )
    match = re.search(pattern, text[start:end])
    return (start, start + match.start()) if match else (start, end)


def harmonise_entity(text: str, entity: dict) -> tuple[int, int, str] | None:
    """One entity in the convention; None when nothing is left of it."""
    start, end, label = entity["start"], entity["end"], entity["label"]
    article = LEADING.match(text[start:end])
    start += article.end() if article else 0
    if label == "PERSON":
        start, end = strip_titles(text, start, end)
    elif label == "ORG":
        start, end = strip_tail(text, start, end)
    known = load_name_tables().known.get(text[start:end])
    if known and known.kind in ("country", "demonym") and label != "PERSON":
        label = known.label
    elif text[start:end] in cues.NORP_WORDS and label in ("MISC", "ORG", "PLACE"):
        label = "NORP"
    return (start, end, label) if start < end else None


def harmonise_row(row: dict) -> Row:
    """One row in the convention."""
    found = [harmonise_entity(row["text"], e) for e in row["entities"]]
    hidden = {"NORP", "MISC"} - set(row["annotates"])
    hidden |= {"MISC"} if row["source"] == "gmb" else {"NORP"}
    return Row(row["source"], row["text"], tuple(e for e in found if e), tuple(sorted(hidden)))


def read_more_rows(path: Path) -> list[Row]:
    """Rows that benchmarks/tag_unlabelled.py made: in the convention already."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Row(
            r["source"],
            r["text"],
            tuple((e["start"], e["end"], e["label"]) for e in r["entities"]),
            (),
        )
        for r in rows
    ]


def read_rows(kit: Path, leave_out: tuple[str, ...] = ()) -> list[Row]:
    """All rows that may train weights that ship."""
    skip = (*SHARE_ALIKE, *HELD_BACK, *leave_out)
    with gzip.open(kit / "open.jsonl.gz", "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    keep = [r for r in rows if not r["source"].startswith(skip)]
    return [
        harmonise_row(r)
        for r in keep
        if not (r["source"] == "btc" and re.search("[@#]|http", r["text"]))
    ]


def replace_entities(row: Row, choose, chance: random.Random) -> Row:
    """The row with some names replaced by what `choose(label, old, chance)` gives (or None)."""
    parts, entities, at, length = [], [], 0, 0
    for start, end, label in sorted(row.entities):
        if start < at:
            return row
        new = choose(label, row.text[start:end], chance) or row.text[start:end]
        parts += [row.text[at:start], new]
        begin = length + start - at
        length = begin + len(new)
        entities.append((begin, length, label))
        at = end
    return Row(row.source, "".join(parts) + row.text[at:], tuple(entities), row.hidden)


def change_case(row: Row, chance: random.Random) -> Row:
    """Now and then the row as a headline writes it."""
    draw = chance.random()
    if draw < 0.04:
        text = re.sub(r"\b[^\W\d_]{4,}", lambda m: m.group()[0].upper() + m.group()[1:], row.text)
    elif draw < 0.055:
        text = row.text.upper()
    else:
        return row
    return Row(row.source, text, row.entities, row.hidden) if len(text) == len(row.text) else row
