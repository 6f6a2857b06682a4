"""`newsmill explain A B`: why two articles are (not) together."""

from __future__ import annotations

import json
from pathlib import Path

import click

from flows.cli.corpus_paths import path_below
from flows.cli.explain_file import read_loose, tell_target
from flows.cli.reading import end, reading
from flows.telling.wording import visible
from warehouse.questions import ask_named

SHOWN_PASSAGES = 12
SHOWN_FACTS = 12


def explain_two(a: str, b: str, corpus: Path, warehouse: Path, as_json: bool) -> None:
    """Print the evidence on articles A and B; exits with 2 when one is not in the warehouse."""
    from flows.telling.pair import explain_pair

    with reading(warehouse) as connection:
        found = [_find_article(connection, name, corpus) for name in (a, b)]
        told = explain_pair(connection, *found)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, default=str))
    else:
        _show(told)


def _find_article(connection: object, name: str, corpus: Path) -> dict:
    """The one article that the name means; ends the command when there is none."""
    told = tell_target(connection, path_below(name, corpus), name)
    if told.document_id:
        if rows := ask_named(connection, "pair_article", {"article_id": told.document_id}):
            return rows[0]
    elif not (told.held or told.is_ambiguous) and (read := _read_file(name)):
        return read
    why = "is no article of the warehouse"
    if told.is_ambiguous:
        why = "may be several articles"
    elif told.held:
        why = f"holds several documents: `newsmill explain {name}` lists them"
    end(f"{name} {why}.", 2)


def _read_file(name: str) -> dict | None:
    """A file in no warehouse as a row of pair_article; None when it holds no one article."""
    from extractors.cleaning import clean
    from extractors.records import Rejection
    from flows.documents.rows import fingerprint_article

    read = read_loose(name)
    page = read[1].get(read[0]) if read else None
    if page is None or isinstance(page, Rejection):
        return None
    cleaned = clean(page)
    row = fingerprint_article("", cleaned.title, cleaned.text, page.language)
    unknown = ("outlet", "published_date", "duplicate_group_id", "canonical_article_id", "story_id")
    known = {"path": name, "title": cleaned.title, "text": cleaned.text, **row, "article_id": None}
    names = ("article_id", "path", "title", "text", *unknown, "text_key", "persons")
    return {name: known.get(name) for name in names}


def _show(told: dict) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    head = Table("", "A", "B", box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name, value in told["a"].items():
        head.add_row(name, *(Text(_tell(v)) for v in (value, told["b"][name])))
    console.print(head)
    text, story = told["text"], told["story"]
    console.print(Text(f"\nText: {text['why']}", style="bold"))
    console.print(
        f"containment {text['containment_a']:.3f} / {text['containment_b']:.3f}, without common "
        f"passages {text['rare_containment_a']:.3f} / {text['rare_containment_b']:.3f}, "
        f"Jaccard {text['jaccard']:.3f}, facts {text['agreeing_slots']} agree, "
        f"{text['conflicting_slots']} differ"
    )
    _show_sides("shared passages", text["passages"], SHOWN_PASSAGES, console)
    for name in ("shared_facts", "similar_facts", "differing_facts"):
        rows = [
            {side: f"{f['before']} [{f[side]}] {f['after']}".strip() for side in "ab"}
            for f in text[name]
        ]
        _show_sides(name.replace("_", " "), rows, SHOWN_FACTS, console)
    console.print(Text(f"\nStory: {story['why']}", style="bold"))
    if story["edge"]:
        console.print(", ".join(f"{k} {_tell(v)}" for k, v in story["edge"].items()))
    for name in ("shared_persons", "shared_words"):
        console.print(
            Text(visible(f"{name.replace('_', ' ')}: {', '.join(story[name]) or 'none'}"))
        )
    _show_sides("shared quotations", story["shared_quotations"], SHOWN_PASSAGES, console)
    for row in told["corrections"]:
        console.print(
            Text(f"correction {row['correction_no']}: {row['action']} ({row['subject']})")
        )


def _show_sides(title: str, rows: list[dict], limit: int, console: object) -> None:
    """Two columns, the longest rows first cut off at `limit`."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    if not rows:
        return
    more = f" ({limit} of {len(rows)})" if len(rows) > limit else ""
    table = Table(
        f"{title}{more}: A", "B", box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True
    )
    if len(rows) > limit and "words" in rows[0]:
        rows = sorted(rows, key=lambda row: -row["words"])
    for row in rows[:limit]:
        table.add_row(Text(visible(row["a"])), Text(visible(row["b"])))
    console.print()
    console.print(table)


def _tell(value: object) -> str:
    if value is None:
        return "unknown"
    return f"{value:.3f}" if isinstance(value, float) else visible(str(value))
