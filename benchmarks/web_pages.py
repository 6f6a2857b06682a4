"""Measure the two ways of reading web pages beside trafilatura: quality and time, page by page.

    python -m benchmarks.web_pages --kit PATH/eval/cleaning [--folds FOLDER] [--every N]

With `--folds` (written by train_cleaner) each page is cleaned by the model that has not seen its
domain. Times are CPU seconds of one run, the pages in turns, so that a busy machine hits all alike;
ratios are to trafilatura with its own settings.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from resiliparse.extract.html2text import extract_plain_text
from trafilatura import extract

from benchmarks.labelled_texts import FOLDS, fold_of
from extractors.cleaning.decide import clean_with
from extractors.cleaning.scoring.line_model import LineModel, load_model, read_model
from extractors.pages.body import extract_body
from extractors.pages.fast_html import read_html_fast
from extractors.pages.html import read_html
from extractors.records import Page

TURN = 128  # pages that one system reads before the next has its turn; as many as a run cleans
BEGIN = 64  # pages that each system reads before any time is taken
Row = dict
System = Callable[[list[tuple[Row, str]]], list[str]]


def extract_as_default(pages: list[tuple[Row, str]]) -> list[str]:
    """trafilatura as it comes."""
    return [extract(html, url=row["url"]) or "" for row, html in pages]


def extract_alone(pages: list[tuple[Row, str]]) -> list[str]:
    """trafilatura with the settings newsmill gives it (precision)."""
    return [extract_body(html, row["url"]) for row, html in pages]


def extract_with_resiliparse(pages: list[tuple[Row, str]]) -> list[str]:
    """resiliparse's main content."""
    return [extract_plain_text(html, main_content=True) for _, html in pages]


def read_and_clean(reader: Callable[[str, str | None], Page], models: list[LineModel]) -> System:
    """newsmill: a reader, and the line cleaner over a batch of pages."""

    def run(pages: list[tuple[Row, str]]) -> list[str]:
        found: dict[str, str] = {}
        for fold in range(FOLDS) if len(set(map(id, models))) > 1 else [None]:
            chosen = [p for p in pages if fold is None or fold_of(p[0]["domain"]) == fold]
            read = [reader(html, row["url"]) for row, html in chosen]
            texts = clean_with(read, models[fold or 0])
            found |= {row["id"]: t.text for (row, _), t in zip(chosen, texts, strict=True)}
        return [found[row["id"]] for row, _ in pages]

    return run


def measure(pages: list[tuple[Row, str]], systems: dict[str, System], scorer) -> None:
    """One line per system."""
    seconds = dict.fromkeys(systems, 0.0)
    found: dict[str, dict[str, str]] = {name: {} for name in systems}
    for at in range(0, len(pages), TURN):
        turn = pages[at : at + TURN]
        for name, system in systems.items():
            begin = time.process_time()
            texts = system(turn)
            seconds[name] += time.process_time() - begin
            found[name] |= {row["id"]: text for (row, _), text in zip(turn, texts, strict=True)}
    base = seconds["trafilatura"]
    rows = [row for row, _ in pages]
    for name in systems:
        print(
            f"{rows[0]['suite']:13s} {name:16s} {score_pages(rows, found[name], scorer)}  "
            f"{seconds[name] / len(rows) * 1000:6.2f} ms a page  "
            f"{seconds[name] / base:5.2f} of trafilatura's time, {base / seconds[name]:4.1f}x",
            flush=True,
        )


def score_pages(rows: list[Row], found: dict[str, str], scorer) -> str:
    """Precision, recall and F1: of strings where the suite has such, else of shingles."""
    if "with" in rows[0]:
        result = scorer.score_strings(rows, found)
        values = (result["precision"], result["recall"], result["f1"])
    else:
        values = scorer.macro([scorer.doc(r["gold_text"], found[r["id"]]) for r in rows])
    return "P {:.4f}  R {:.4f}  F1 {:.4f}".format(*values)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--folds", type=Path, help="models of train_cleaner --folds")
    parser.add_argument("--every", type=int, default=1, help="read each n-th page only")
    options = parser.parse_args()
    sys.path.insert(0, str(options.kit))
    import evaluate as scorer  # noqa: PLC0415 the kit's own scorer, found beside its data

    models = [load_model()] * FOLDS
    if options.folds:
        models = [read_model(options.folds / f"fold{k}.npz") for k in range(FOLDS)]
    measure_kit(options.kit, models, scorer, options.every)


def measure_kit(kit: Path, models: list[LineModel], scorer, every: int = 1) -> None:
    """All systems on each n-th page of every suite of the kit."""
    systems = {
        "trafilatura": extract_as_default,
        "its precision": extract_alone,
        "resiliparse": extract_with_resiliparse,
        "newsmill": read_and_clean(read_html, models),
        "newsmill --fast": read_and_clean(read_html_fast, models),
    }
    with gzip.open(kit / "html.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    suites = sorted({row["suite"] for row in rows})
    chosen = {suite: [row for row in rows if row["suite"] == suite][::every] for suite in suites}
    begin = [(row, read_page(kit / row["html"])) for row in chosen[suites[-1]][:BEGIN]]
    for system in systems.values():
        system(begin)  # what a process loads once, and takes of memory, is not counted
    for rows in chosen.values():
        measure([(row, read_page(kit / row["html"])) for row in rows], systems, scorer)


def read_page(path: Path) -> str:
    """A packed page of the kit."""
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


if __name__ == "__main__":
    main()
