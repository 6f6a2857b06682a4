"""What `newsmill forget` shows: what would go, what stays, and the tombstones."""

from __future__ import annotations

import json
from dataclasses import dataclass

import click

from flows.cli.printing import as_rows, print_table
from flows.telling.wording import count

SHOWN_FILES = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """Documents to forget, and articles with their texts that stay: rows of the questions
    documents_to_forget and copies_that_stay."""

    rows: list[dict]
    copies: list[dict]

    def told(self, verb: str) -> str:
        """How much goes, in one sentence."""
        lines, names, states = (
            sum(row[column] for row in self.rows)
            for column in ("line_count", "mention_count", "former_state_count")
        )
        files = len({row["path"] for row in self.rows})
        return (
            f"{count(len(self.rows), 'document')} of {count(files, 'file')} {verb}: "
            f"{count(lines, 'line')}, {count(names, 'mention')}, {count(states, 'former state')}"
        )

    def left(self) -> list[str]:
        """What stays all the same, and who has to see to it."""
        lines = []
        if self.copies:
            listed = ", ".join(row["article_id"] for row in self.copies[:SHOWN_FILES])
            more = ", ..." if len(self.copies) > SHOWN_FILES else ""
            told = count(len(self.copies), "copy", "copies")
            lines.append(f"{told} of these texts left (--copies takes them too): {listed}{more}")
        if files := sorted({row["path"] for row in self.rows if row["is_in_corpus"]}):
            more = ", ..." if len(files) > SHOWN_FILES else ""
            told = count(len(files), "file that holds", "files that hold")
            lie = "lies" if len(files) == 1 else "lie"
            listed = ", ".join(files[:SHOWN_FILES])
            lines.append(
                f"{told} them still {lie} in the corpus, for you to delete: {listed}{more}"
            )
        return lines


def show_choice(choice: Choice, *, as_json: bool) -> None:
    """What would go; nothing is changed."""
    if as_json:
        told = {"dry_run": True, "documents": choice.rows, "copies_that_stay": choice.copies}
        click.echo(json.dumps(told, ensure_ascii=False, default=str))
        return
    if not choice.rows:
        click.echo("Nothing stored is meant.")
        return
    columns = ("document_id", "path", "place", "title", "outlet", "published_date")
    heading = ("id", "file", "place", "title", "outlet", "date")
    print_table(heading, as_rows(choice.rows, columns))
    for line in (choice.told("would go"), *choice.left()):
        click.echo(line)


def show_tombstones(rows: list[dict], *, as_json: bool) -> None:
    """What was forgotten, the latest first."""
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, default=str))
        return
    if not rows:
        click.echo("Nothing was forgotten.")
        return
    columns = ("document_id", "forgotten_at", "reason", "with_copies", "path")
    print_table(("id", "forgotten at", "reason", "with copies", "file"), as_rows(rows, columns))
