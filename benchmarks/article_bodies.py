"""Article bodies of awkward kinds, alone and between the furniture of real pages.

Tables, schedules, recipes, interviews, speeches and the like look like furniture, and pages that
are labelled hold few of them. `article_bodies.jsonl` has such articles, written for the purpose in
twenty languages: a row has language, genre and text, every line of which is body.
"""

from __future__ import annotations

import json
import random
from itertools import takewhile
from pathlib import Path

from benchmarks.labelled_texts import LabelledText, from_pairs

BODIES = Path(__file__).parent / "article_bodies.jsonl"
FEWEST = 3  # lines of furniture that make a page worth taking
LONGEST_HEADLINE, CLOSING = 15, (".", "!", ":", ",", '"', "”", "»", "“", "。")  # words, last marks
FEW_PAGES = 4  # of a language: then English ones serve too

Pair = tuple[str, str]  # a line and its label


def load_bodies(path: Path = BODIES) -> list[LabelledText]:
    """All articles; each is a domain of its own."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        _label(f"body/{number}", row["language"], row["text"]) for number, row in enumerate(rows)
    ]


def _label(name: str, language: str, text: str) -> LabelledText:
    first, *others = text.split("\n")
    # Some begin with their headline, which moves into its column: neither right nor wrong.
    headline = len(first.split()) <= LONGEST_HEADLINE and not first.endswith(CLOSING)
    labels = "?" if headline else "1"
    labels += "".join("1" if line.strip() else "?" for line in others)
    return LabelledText(name, name, language, text, labels, text, (first,) if headline else ())


def graft_bodies(
    bodies: list[LabelledText], pages: list[LabelledText], copies: int = 2, seed: int = 11
) -> list[LabelledText]:
    """Each body `copies` times between what stands above and below the body of a page.

    The text belongs to the domain of the page, whose headline is left out.
    """
    rng = random.Random(seed)
    furnished = [p for p in pages if len(_above(p)) + len(_below(p)) >= FEWEST]
    english = [p for p in furnished if p.language == "en"]
    found = []
    for body in bodies:
        own = [p for p in furnished if p.language == body.language]
        pool = own if len(own) >= FEW_PAGES else own + english
        for page in rng.sample(pool, copies):
            lines = list(zip(body.text.split("\n"), body.labels, strict=True))
            pairs = [*_above(page), *lines, *reversed(_below(page))]
            found.append(from_pairs(page, pairs))
    return found


def _above(page: LabelledText) -> list[Pair]:
    return _list_furniture(list(zip(page.text.split("\n"), page.labels, strict=True)))


def _below(page: LabelledText) -> list[Pair]:
    """From the last line up."""
    return _list_furniture(list(zip(page.text.split("\n"), page.labels, strict=True))[::-1])


def _list_furniture(pairs: list[Pair]) -> list[Pair]:
    outside = takewhile(lambda pair: pair[1] != "1", pairs)
    return [pair for pair in outside if pair[1] == "0" or not pair[0].strip()]
