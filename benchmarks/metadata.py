"""Measure dates and authors of pages beside trafilatura, htmldate and newspaper4k, in one run, and
those that newsmill reads in texts pasted from them, which the others do not read.

    python -m benchmarks.metadata --kit PATH/eval/cleaning [--show dates|authors]

Every tool gets the bytes of the page and nothing else. Needs newspaper4k beside newsmill's own
packages. The gold of the newsarticles suite was taken from pages by a machine: some of its days
stand nowhere on the page (2023 instead of the year that is shown), others are those of an update.
So dates are scored twice: on all gold, and on the pages where the gold day stands on the page and
is not only its date of update. The first line counts them. Of texts only those count in which the
day, or every author, stands; the text of a whole page holds the days of other articles, too.
"""

from __future__ import annotations

import argparse
import logging
from collections import Counter
from pathlib import Path

from benchmarks.dated_pages import GoldPage, load_pages, load_texts
from benchmarks.metadata_tools import TOOLS, Answer, ask_of_text


def show_dates(tool: str, pages: list[GoldPage], answers: dict[str, Answer]) -> None:
    """One row: given, right of given, wrong of all, unknown."""
    on_page = [page for page in pages if page.day_stands == "on the page"]
    dated = sum(page.day is not None for page in pages)
    for label, chosen in (
        *((suite, [p for p in pages if p.suite == suite]) for suite in suites(pages)),
        ("all", pages),
        *([("day on page", on_page)] if len(on_page) < dated else []),
    ):
        of_pages = Counter(judge_day(page, answers[page.id]) for page in chosen if page.day)
        total, given = of_pages.total(), of_pages["right"] + of_pages["wrong"]
        print(
            f"dates    {tool:12s} {label:15s} {total:4d} pages  given {given / total:.3f}  "
            f"right of given {of_pages['right'] / max(given, 1):.4f}  "
            f"wrong {of_pages['wrong'] / total:.4f}  unknown {of_pages['unknown'] / total:.4f}",
            flush=True,
        )


def judge_day(page: GoldPage, answer: Answer) -> str:
    if not answer.days:
        return "unknown"
    return "right" if page.day in answer.days else "wrong"


def show_authors(tool: str, pages: list[GoldPage], answers: dict[str, Answer]) -> None:
    """One row: precision and recall of exact sets, by page."""
    for label in (*suites(pages), "all"):
        chosen = [p for p in pages if p.authors and label in (p.suite, "all")]
        given = sum(bool(answers[p.id].authors) for p in chosen)
        right = sum(answers[p.id].authors == p.authors for p in chosen)
        precision, recall = right / max(given, 1), right / len(chosen)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(
            f"authors  {tool:12s} {label:15s} {len(chosen):4d} pages  P {precision:.4f}  "
            f"R {recall:.4f}  F1 {f1:.4f}",
            flush=True,
        )


def suites(pages: list[GoldPage]) -> list[str]:
    return sorted({page.suite for page in pages})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--show", choices=("dates", "authors"), help="newsmill's faults")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    pages = list(load_pages(options.kit))
    answers = {
        tool: {page.id: ask(page.html) for page in pages}
        for tool, ask in TOOLS.items()
        if not options.show or tool == "newsmill"
    }
    stand = Counter(page.day_stands for page in pages if page.day)
    told = ", ".join(f"{count} {how}" for how, count in stand.most_common())
    print(f"gold     {stand.total()} pages with a day, which stands: {told}", flush=True)
    for tool, of_tool in answers.items():
        show_dates(tool, pages, of_tool)
    for tool, of_tool in answers.items():
        if tool != "htmldate":
            show_authors(tool, pages, of_tool)
    texts = list(load_texts(options.kit))
    read = {page.id: ask_of_text(page.html) for page in texts}
    show_dates("newsmill", texts, read)
    show_authors("newsmill", texts, read)
    for page in [*pages, *texts] if options.show else ():
        answer = (answers["newsmill"] | read)[page.id]
        if options.show == "dates" and page.day and judge_day(page, answer) != "right":
            print(page.id, "gold", page.day, page.day_stands, "found", *sorted(answer.days))
        if options.show == "authors" and page.authors and answer.authors != page.authors:
            print(page.id, "gold", sorted(page.authors), "found", sorted(answer.authors))


if __name__ == "__main__":
    main()
