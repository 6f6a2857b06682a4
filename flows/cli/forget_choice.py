"""Which stored documents are meant, when something is to be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from flows.cli.corpus_paths import names_below
from flows.cli.forget_tables import Choice
from flows.cli.reading import reading
from warehouse.questions import ask_named, find_articles


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asks for."""

    targets: tuple[str, ...]
    condition: str | None
    copies: bool
    corpus: Path
    warehouse: Path


def choose(wanted: Wanted) -> Choice:
    """What is stored of what is asked for: where targets and a condition are, what fits both.

    Ends the command where a target means nothing.
    """
    targets = names_below(wanted.targets, wanted.corpus)
    with reading(wanted.warehouse, refused=2) as connection:
        nothing = {"targets": [], "article_ids": [], "copies": False}
        named = ask_named(connection, "documents_to_forget", nothing | {"targets": list(targets)})
        ids = {row["document_id"]: row["targets"] for row in named}
        if wanted.condition:
            fitting = find_articles(connection, wanted.condition)
            ids = {key: ids.get(key, []) for key in fitting if key in ids or not targets}
        values = nothing | {"article_ids": sorted(ids), "copies": wanted.copies}
        rows = [
            row | {"targets": ids.get(row["document_id"], [])}
            for row in ask_named(connection, "documents_to_forget", values)
        ]
        chosen = {"document_ids": [row["document_id"] for row in rows]}
        copies = ask_named(connection, "copies_that_stay", chosen)
    met = {target for row in named for target in row["targets"]}
    if missing := [target for target in targets if target not in met]:
        told = f"no stored document is called {', '.join(missing)}, or several are"
        raise click.UsageError(f"{told}; --list has what was forgotten before")
    return Choice(rows, copies)
