"""Generate a corpus with known truth: `python benchmarks/make_corpus.py FOLDER --files 10000`.

Writes FOLDER/corpus/ and FOLDER/truth.json. The same seed gives the same bytes. Every file is one
of: an article as pasted text or HTML, a wire copy of another article (edited lightly), a file with
the bytes of another file, or a file that must be refused. The words are made up, so that nothing
is shared but what was planted.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

SYLLABLES = "ba ke li mo nu ra se ti vo za dra ple ski tro gan mer lin dos tal ven por".split()
FILLERS = "the a of in to and for with on by from after before over under during".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
VERBS = "said told reported announced warned explained confirmed added".split()
LEFTOVERS = (  # lines a careless selection with the mouse takes along
    "Share this article", "Advertisement", "Read more", "3 min read", "Sign up for our newsletter",
    "Leave a comment", "Follow us on Facebook",
)  # fmt: skip
REFUSED = {  # reason -> bytes, made different by a number
    "empty": lambda number: b" \n" * (number + 1),
    "binary": lambda number: bytes(range(1, 9)) * (40 + number),
    "damaged": lambda number: gzip.compress(b"Number %d " % number * 50)[:-9],
}


@dataclass
class Truth:
    """What a run over the corpus must find."""

    files: int = 0
    articles: int = 0
    byte_duplicates: int = 0
    rejections: Counter[str] = field(default_factory=Counter)
    copies: dict[str, list[str]] = field(default_factory=dict)  # original -> its wire copies
    same_bytes: dict[str, list[str]] = field(default_factory=dict)  # original -> its byte copies

    def groups(self) -> set[tuple[str, ...]]:
        """Files of each group of wire copies; the first by name stands for those of equal bytes."""
        return {
            tuple(sorted([min([name, *self.same_bytes.get(name, [])]), *copies]))
            for name, copies in self.copies.items()
        }


def make_words(rng: random.Random, count: int) -> list[str]:
    """Made-up words of two to four syllables."""
    return ["".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(count)]


def make_article(rng: random.Random, words: list[str]) -> tuple[str, list[str]]:
    """Title and paragraphs."""
    people = [
        " ".join(w.capitalize() for w in rng.choices(words, k=2)) for _ in range(rng.randint(1, 3))
    ]
    title = make_sentence(rng, words, rng.randint(6, 10)).rstrip(".")
    paragraphs = []
    for _ in range(rng.randint(4, 9)):
        sentences = [
            make_sentence(rng, words, rng.randint(9, 22)) for _ in range(rng.randint(1, 3))
        ]
        sentences.append(
            f"{rng.choice(people)} {rng.choice(VERBS)} on {rng.choice(DAYS)} that "
            + make_sentence(rng, words, rng.randint(8, 14)).lower()
        )
        paragraphs.append(" ".join(sentences))
    return title, paragraphs


def make_sentence(rng: random.Random, words: list[str], length: int) -> str:
    """Made-up words with real small words between them."""
    picked = [rng.choice(FILLERS if rng.random() < 0.35 else words) for _ in range(length)]
    return " ".join(picked).capitalize() + "."


def edit_lightly(rng: random.Random, paragraphs: list[str]) -> list[str]:
    """What a second outlet does to wire copy: drops the end, changes a few words."""
    kept = paragraphs[: max(3, len(paragraphs) - rng.randint(0, 1))]
    edited = []
    for paragraph in kept:
        words = paragraph.split()
        words[rng.randrange(len(words))] = rng.choice(SYLLABLES) + "o"
        edited.append(" ".join(words))
    return edited


def render(rng: random.Random, title: str, paragraphs: list[str], *, html: bool) -> bytes:
    """The article as it is found: text with leftovers of the page, or a page."""
    before, after = rng.sample(LEFTOVERS, 2)
    if html:
        body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        return (
            f"<!DOCTYPE html><html lang='en'><head><title>{title}</title></head><body>"
            f"<nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}</article>"
            f"<footer>{after}</footer></body></html>"
        ).encode()
    return "\n\n".join([title, before, *paragraphs, after]).encode()


def make_corpus(folder: Path, count: int, seed: int) -> Truth:
    """Write `count` files: 80 % articles, 12 % wire copies, 5 % byte copies, 3 % to refuse."""
    rng = random.Random(seed)
    words = make_words(rng, 6000)
    truth, originals = Truth(files=count), []
    for number in range(count):
        name = f"{number % 97:02}/{number:07}"
        kind = rng.random()
        if number < 10 or kind < 0.80:
            title, paragraphs = make_article(rng, words)
            raw = render(rng, title, paragraphs, html=rng.random() < 0.1)
            originals.append((name, title, paragraphs, raw))
            truth.articles += 1
        elif kind < 0.92:
            original, title, paragraphs, _ = rng.choice(originals)
            raw = render(rng, title, edit_lightly(rng, paragraphs), html=False)
            truth.copies.setdefault(original, []).append(name)
            truth.articles += 1
        elif kind < 0.97:
            original, _, _, raw = rng.choice(originals)
            truth.same_bytes.setdefault(original, []).append(name)
            truth.byte_duplicates += 1
        else:
            reason = rng.choice(sorted(REFUSED))
            raw = REFUSED[reason](number)
            truth.rejections[reason] += 1
        path = folder / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return truth


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    truth = make_corpus(options.folder / "corpus", options.files, options.seed)
    told = {**vars(truth), "seed": options.seed}
    (options.folder / "truth.json").write_text(json.dumps(told, indent=1, sort_keys=True))
    print(f"{truth.files:,} files, {truth.articles:,} articles, {dict(truth.rejections)} refused")


if __name__ == "__main__":
    main()
