"""What `newsmill replay` shows: lines whose verdict changes, refused files that are read again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import click

from flows.cli.printing import print_table
from flows.replay.retrying import Trial
from flows.telling.wording import count

SHOWN_CHARACTERS = 90  # of a line's text
SHOWN_KINDS = 8  # of changes, in the sum
OLD = (
    "Before newsmill kept what pages say besides the text, {documents} had been read; "
    "`newsmill run --reprocess` reads such files again."
)


@dataclass(slots=True)
class Changes:
    """Lines that get another verdict, and how many documents were looked at."""

    document_count: int
    old_count: int  # documents of the selection that cannot be cleaned from what is stored
    rows: list[dict] = field(default_factory=list)  # as the question line_changes gives them

    def add(self, rows: Iterable[dict]) -> None:
        self.rows += rows

    def kinds(self) -> Counter[str]:
        """How many lines change from what to what."""
        return Counter(f"{_before(row)} -> {_after(row)}" for row in self.rows)


def show_changes(changes: Changes, *, as_json: bool, done: bool) -> None:
    """The changed lines as a table and their sum; `done`: they are changed already."""
    if as_json:
        told = {"dry_run": not done, "documents": changes.document_count}
        told |= {"unreadable_documents": changes.old_count, "changes": changes.rows}
        click.echo(json.dumps(told, ensure_ascii=False, default=str))
        return
    if changes.rows:
        columns = ("file", "line_no", "before", "after", "why", "text")
        print_table(columns, map(_cells, changes.rows))
    click.echo(_sum(changes, done=done))
    if changes.old_count:
        click.echo(OLD.format(documents=count(changes.old_count, "document")))


def show_trials(trials: list[Trial], *, as_json: bool) -> None:
    """What reading the refused files again would give."""
    if as_json:
        rows = [trial._asdict() for trial in trials]
        click.echo(json.dumps({"dry_run": True, "files": rows}, ensure_ascii=False))
        return
    if not trials:
        click.echo("Nothing is refused.")
        return
    rows = ((_name(trial.path, trial.place), *trial[2:]) for trial in trials)
    print_table(("file", "before", "now", "detail"), rows)
    mended = sum(trial.now == "article" for trial in trials)
    click.echo(f"Dry run, nothing was changed: {mended:,} of {len(trials):,} would be taken.")


def _sum(changes: Changes, *, done: bool) -> str:
    looked = count(changes.document_count, "stored document")
    if not changes.document_count:
        return "Nothing to replay: today's cleaner has cleaned every document that is meant."
    verb = "changed" if done else "would change"
    if not changes.rows:
        return (
            f"No line of {looked} {verb}; their verdicts {'are' if done else 'would be'} renewed."
        )
    documents = len({row["document_id"] for row in changes.rows})
    kinds = changes.kinds().most_common()
    listed = ", ".join(f"{lines:,} {kind}" for kind, lines in kinds[:SHOWN_KINDS])
    rest = sum(lines for _, lines in kinds[SHOWN_KINDS:])
    listed += f", {rest:,} other" if rest else ""
    lines = f"{count(len(changes.rows), 'line')} of {count(documents, 'document')}"
    return f"{lines} {verb} ({looked}): {listed}"


def _cells(row: dict) -> list[object]:
    text = row["text"]
    if len(text) > SHOWN_CHARACTERS:
        text = text[: SHOWN_CHARACTERS - 3] + "..."
    return [
        _name(row["path"], row["place"]),
        row["line_no"],
        _before(row),
        _after(row),
        f"{row['rule']} {row['score']:.2f}",
        text,
    ]


def _name(path: str, place: str) -> str:
    """As `newsmill explain` takes it."""
    return f"{path}!/{place}" if place else path


def _before(row: dict) -> str:
    return " ".join(filter(None, (row["former_verdict"], row["former_category"])))


def _after(row: dict) -> str:
    return " ".join(filter(None, (row["verdict"], row["category"])))
