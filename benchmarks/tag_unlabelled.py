"""Writes training rows for the tagger from news nobody has labelled (self-training).

    python benchmarks/tag_unlabelled.py --texts FILE.jsonl[.gz] ... --out rows.jsonl.gz [--like ID]

The whole extractor (tagger, rules, tables, one label for a name in one article) reads the texts;
the tagger then learns from it what it could not see in a single window. Stretches the extractor is
not sure of are marked DOUBT and count neither way. Texts that share eight words in a row with one
of `--never` are left out, so that no text for measuring comes in.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extractors.namebook.cues import NOT_NAMES
from extractors.names.language import is_english
from extractors.names.mentions import find_article_mentions
from extractors.names.tokens import cut_tokens

SURE = 0.8  # score from which a name is taught
LEAST_WORDS = 60  # of an article: shorter ones have no context
SHARED = 8  # words in a row that make two texts relatives


def read_texts(path: Path) -> Iterator[dict]:
    """The rows of a file of JSON lines."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf8") as lines:
        yield from map(json.loads, lines)


def list_grams(text: str) -> set[int]:
    """Hashes of all runs of SHARED words."""
    words = text.lower().split()
    return {hash(tuple(words[i : i + SHARED])) for i in range(len(words) - SHARED + 1)}


def find_doubts(text: str, sure: list, unsure: list) -> list[tuple[int, int]]:
    """Unsure names, and capitals inside sentences that no sure name covers."""
    taken = {i for m in sure for i in range(m.start, m.end)}
    doubts = [(m.start, m.end) for m in unsure]
    for token in cut_tokens(text):
        free = token.start not in taken and not token.opens
        if free and token.text[0].isupper() and token.text not in NOT_NAMES:
            doubts.append((token.start, token.end))
    return doubts


def label_article(text: str, source: str) -> Iterator[dict]:
    """One row for each line of an article."""
    mentions = find_article_mentions([("body", text)])
    sure = [m for m in mentions if m.score >= SURE]
    spans = [(m.start, m.end, m.label) for m in sure]
    unsure = [m for m in mentions if m.score < SURE]
    spans += [(start, end, "DOUBT") for start, end in find_doubts(text, sure, unsure)]
    for match in re.finditer(r"[^\n]+", text):
        first, last = match.span()
        inside = [s for s in spans if first <= s[0] and s[1] <= last]
        yield {
            "source": source,
            "text": match.group(),
            "annotates": ["PERSON", "ORG", "PLACE", "NORP", "MISC"],
            "entities": [
                {"start": s - first, "end": e - first, "label": label}
                for s, e, label in sorted(set(inside))
            ],
        }


def main() -> None:
    """Read, label, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--never", type=Path, nargs="*", default=[])
    parser.add_argument("--never-id", default="$^", help="ids that are left out, with relatives")
    parser.add_argument("--like", default="", help="only rows whose id matches")
    parser.add_argument("--most", type=int, default=3000, help="articles")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    rows = [r for path in args.texts for r in read_texts(path)]
    banned = {g for path in args.never for r in read_texts(path) for g in list_grams(r["text"])}
    banned |= {g for r in rows if re.match(args.never_id, r["id"]) for g in list_grams(r["text"])}
    seen: set[int] = set()

    def is_fresh(row: dict) -> bool:
        grams = list_grams(row["text"])
        fresh = not grams & banned and len(grams & seen) < len(grams) / 3
        seen.update(grams)
        return fresh

    chosen = (
        r
        for r in rows
        if re.match(args.like, r["id"])
        and len(r["text"].split()) >= LEAST_WORDS
        and is_english(r["text"])
        and is_fresh(r)
    )
    count = 0
    with gzip.open(args.out, "wt", encoding="utf8") as out:
        for row in islice(chosen, args.most):
            count += 1
            for line in label_article(row["text"], "self"):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
    print(f"{count} articles")


if __name__ == "__main__":
    main()
