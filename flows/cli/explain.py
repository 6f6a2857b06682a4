"""`newsmill explain`: a text with its removed lines struck out, and why; or why two are alike."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.corpus_paths import path_below
from flows.cli.explain_file import list_loose, read_loose, tell_target
from flows.cli.explain_pair import explain_two
from flows.cli.options import corpus_option, warehouse_option
from flows.cli.reading import end
from flows.telling.wording import count, visible
from warehouse.errors import WarehouseError, WarehouseMissing
from warehouse.questions import ask_named, reader

STYLES = {"drop": "red strike", "move": "cyan"}
MARKS = {"drop": "-", "move": ">", "keep": " "}


@click.command(
    "explain",
    epilog="""
\b
Examples:
  newsmill explain corpus/some-article.txt
  newsmill explain 3f9a0c1d2b4e5f60         an article_id, or the start of one
  newsmill explain draft.html               a file that is in no warehouse
  newsmill explain 3f9a0c1d corpus/b.txt    why the two are (not) one text or one story
  newsmill explain 'news.zip!/a/b.html'     one document of a file that holds many

Lines marked "-" were left out, lines marked ">" went into a metadata column.
""",
)
@click.argument("target")
@click.argument("other", required=False)
@corpus_option
@warehouse_option
@click.option("--json", "as_json", is_flag=True, help="With OTHER: print one JSON object.")
def command(target: str, other: str | None, corpus: Path, warehouse: Path, as_json: bool) -> None:
    """Print TARGET (a file or an article_id) with the reason for every line taken out.

    With OTHER: why TARGET and OTHER are, or are not, the same text and the same story.
    """
    if other is not None:
        explain_two(target, other, corpus, warehouse, as_json)
        return
    if as_json:
        raise click.UsageError("--json needs two articles.")
    try:
        found = _from_warehouse(target, corpus, warehouse)
    except WarehouseError as error:
        end(error, 1)
    if found is None or isinstance(found, str):  # a refused file may have been mended since
        now = _from_file(target)
        found = now if found is None or isinstance(now, tuple | list) else found
    if found is None:
        end(f"{target} is neither in the warehouse nor a file that can be read.", 2)
    if isinstance(found, str):
        end(found, 3)
    if isinstance(found, list):
        click.echo(visible("\n".join(found)))
    else:
        _show(*found)


def _from_warehouse(
    target: str, corpus: Path, warehouse: Path
) -> tuple[list[str], list] | list[str] | str | None:
    """Heading and lines of a document the warehouse knows; lines that list the documents of a file
    of many; a sentence when it was refused."""
    try:
        with reader(warehouse) as connection:
            told = tell_target(connection, path_below(target, corpus), target)
            if told.is_forgotten:
                end(told.refused, 3)
            if told.document_id is None:
                return list(told.held) or told.refused
            document = {"document_id": told.document_id}
            facts = ask_named(connection, "document_facts", document)[0]
            known = ask_named(connection, "document_evidence", document)
            evidence = {row["fact"]: row["evidence"] for row in known}
            heading = [told.note] if told.note else []
            heading += _heading(facts, evidence)
            return heading, ask_named(connection, "document_lines", document)
    except WarehouseMissing:
        return None


def _from_file(target: str) -> tuple[list[str], list] | list[str] | str | None:
    """Heading and lines of a file that is cleaned here and now; lines that list the documents of a
    file of many; a sentence when it is refused."""
    from extractors.cleaning import clean
    from extractors.records import Rejection

    read = read_loose(target)
    if read is None:
        return None
    place, pieces = read
    if place not in pieces:
        return None if place else list_loose(target, pieces)
    page = pieces[place]
    if isinstance(page, Rejection):
        return f"{target} is refused: {page.reason}. {page.detail}"
    cleaned = clean(page)
    lines = [
        {
            "text": page.text[line.start : line.end],
            "verdict": line.verdict,
            "category": line.category,
            "rule": line.rule,
            "score": line.score,
        }
        for line in cleaned.lines
    ]
    note = f"{target} (not in the warehouse; cleaned now by {cleaned.cleaner_version})"
    return [note, f"title: {cleaned.title}"], lines


def _heading(facts: dict, evidence: dict[str, str]) -> list[str]:
    """What is known of the document, each fact with how it is known."""
    known = ("article_id", "title", "outlet", "author", "published_date", "story_id")
    path = facts["path"] + (f"!/{facts['place']}" if facts["place"] else "")
    heading = [f"{path} (cleaned by {facts['cleaner_version']})"]
    if facts["inferred_outlet"] is not None:
        known = ("article_id", "title", "outlet", "inferred_outlet", *known[3:])
    if facts["agency"] is not None:
        known = (*known[:-2], "agency", *known[-2:])
    for name in known:
        value = "unknown" if facts[name] is None else facts[name]
        heading.append(f"{name}: {value}" + (f" ({evidence[name]})" if name in evidence else ""))
    if facts["copies"] and facts["copies"] > 1:
        heading.append(f"one of {facts['copies']} copies: group {facts['duplicate_group_id']}")
    if facts["refused"]:
        heading.append(f"refused: {facts['refused']}. {facts['detail']}")
    return heading


def _show(heading: list[str], lines: list[dict]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in heading:
        console.print(Text(visible(line), style="dim"))
    console.print()
    for line in lines:
        text = Text(f"{MARKS[line['verdict']]} ")
        text.append(visible(line["text"]), style=STYLES.get(line["verdict"], ""))
        if line["verdict"] != "keep":
            text.append(f"   [{line['category']}: {line['rule']}, {line['score']:.2f}]", "dim")
        console.print(text)
    left = sum(line["verdict"] == "drop" for line in lines)
    moved = sum(line["verdict"] == "move" for line in lines)
    console.print()
    summary = f"{count(len(lines), 'line')}: {left} left out, {moved} moved into columns"
    console.print(Text(summary, style="dim"))
