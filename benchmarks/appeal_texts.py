"""Appeals, and news about the same things, set between the paragraphs of real bodies.

There are two sets, both written in the manner of real outlets: tests/gold/appeals has a floor in
the tests; written_appeals.tsv is larger, in three dozen languages, and harder, with plain news in
the languages that pages are few of. No five words in a row stand in both. Each appeal belongs to a
fold and is measured by the model that has not seen it.
"""

from __future__ import annotations

import random
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import NamedTuple

from benchmarks.labelled_texts import FOLDS, LabelledText, fold_of, from_pairs

MEASURED = Path(__file__).parents[1] / "tests" / "gold" / "appeals" / "appeals.tsv"
WRITTEN = Path(__file__).parent / "written_appeals.tsv"
NEAR = 4  # lines, every second of which may be blank
FEW_PAGES = 6  # of a language: then made ones or English ones serve too
MADE_PAGES = 8  # of a language and fold


class Appeal(NamedTuple):
    """An appeal; hard negatives have the category none, and plain news has news."""

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


def mix_measured(pages: list[LabelledText], count: int = 6400, seed: int = 3) -> list[LabelledText]:
    """Bodies with appeals of the measured set, each only in articles of its own fold."""
    return _mix(_add_made(pages, seed), load_appeals(), "appeals", count, seed)


def mix_foreign(pages: list[LabelledText], count: int = 800, seed: int = 5) -> list[LabelledText]:
    """The same in English articles, as outlets of two languages have them: to learn from."""
    languages = Counter(page.language for page in pages)
    foreign = [appeal for appeal in load_appeals() if languages[appeal.language] < FEW_PAGES]
    english = [page for page in pages if page.language == "en"]
    return _mix(english, foreign, "foreign", count, seed)


def mix_written(pages: list[LabelledText], total: int = 6300, seed: int = 9) -> list[LabelledText]:
    """Bodies with appeals drawn from the larger set; only what is close to these is labelled.

    The other lines stand in other sets too, and would tell that pages are cleaner than they are.
    """
    written = load_appeals(WRITTEN)
    drawn = random.Random(seed).sample(written, len(written))
    shown = [appeal for appeal in drawn if appeal.category != "news"]
    pages = _add_made(pages, seed)
    return [_label_near(text) for text in _mix(pages, shown, "written", total, seed)]


def _add_made(pages: list[LabelledText], seed: int) -> list[LabelledText]:
    """The pages, and made ones in the languages they are few of."""
    written = load_appeals(WRITTEN)
    few = {appeal.language for appeal in written}
    for language, of_it in Counter(page.language for page in pages).items():
        if of_it >= FEW_PAGES:
            few.discard(language)
    return pages + _make_pages([a for a in written if a.language in few], seed)


def _make_pages(written: list[Appeal], seed: int) -> list[LabelledText]:
    """Bodies of plain news set side by side, for the languages that pages are few of."""
    rng = random.Random(seed)
    news: dict[tuple[str, int], list[str]] = {}
    for appeal in written:
        if appeal.category == "news":
            news.setdefault((appeal.language, appeal.fold), []).append(appeal.text)
    made = []
    for (language, fold), texts in news.items():
        domain = next(d for k in count() if fold_of(d := f"{language}{k}") == fold)
        for number in range(MADE_PAGES):
            body = "\n".join(rng.sample(texts, min(len(texts), rng.randint(5, 9))))
            name = f"news/{domain}/{number}"
            made.append(LabelledText(name, domain, language, body, "", gold=body))
    return made


def _label_near(text: LabelledText) -> LabelledText:
    marked = [number for number, mark in enumerate(text.marks) if mark]
    first, last = marked[0] - NEAR, marked[-1] + NEAR
    near = (first <= number <= last for number in range(len(text.labels)))
    labels = "".join(x if own else "?" for x, own in zip(text.labels, near, strict=True))
    return replace(text, labels=labels)


def _mix(
    pages: list[LabelledText], appeals: list[Appeal], name: str, total: int, seed: int
) -> list[LabelledText]:
    """Each appeal in turn in an article of its own language and fold."""
    rng = random.Random(seed)
    by_language: dict[str, list[LabelledText]] = {}
    for page in pages:
        by_language.setdefault(page.language, []).append(page)
    alike_by: dict[tuple, list[Appeal]] = {}
    for appeal in appeals:
        alike_by.setdefault((*appeal[:2], appeal.fold), []).append(appeal)
    found = []
    for number in range(total):
        appeal = appeals[number % len(appeals)]
        own = by_language.get(appeal.language, [])
        pool = own if len(own) >= FEW_PAGES else own + by_language["en"]
        pool = [p for p in pool if p.gold.count("\n") > 3 and fold_of(p.domain) == appeal.fold]
        alike = alike_by[(*appeal[:2], appeal.fold)]
        if pool:
            others = [a for a in alike if a != appeal]
            mixed = _mix_one(rng, rng.choice(pool), appeal, others)
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
