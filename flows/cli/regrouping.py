"""The commands that `newsmill story` and `newsmill group` share: merge, split, move, undo, list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from flows.cli.corpus_paths import path_below
from flows.cli.correcting import writing
from flows.cli.options import corpus_option, warehouse_option
from flows.cli.printing import print_csv, print_table
from flows.cli.reading import reading
from warehouse.questions import ask_named
from warehouse.storage.store import transaction

EPILOG = """
\b
Examples:
  newsmill {word} merge 3f9a0c1d 77b2e9a0      the two are one
  newsmill {word} split corpus/a.txt b.txt     these leave their {word}, together
  newsmill {word} move 3f9a0c1d 77b2e9a0       an article goes to another {word}
  newsmill {word} list
  newsmill {word} undo 3                       by its number in the list

A {word} is named by its id, a former id, or one of its articles; an article by its id or file;
the first 6 characters of an id are enough. Corrections take effect at once, are applied after all
evidence, and hold for every later run; where one contradicts an earlier one, the later decides.
They stand in the table sameness_correction.
"""


def regrouping_commands(word: str, subject: str, about: str) -> click.Group:
    """The group of commands `newsmill WORD` for a subject of sameness_correction."""
    commands = click.Group(word, help=about, epilog=EPILOG.format(word=word))

    @commands.command("merge", help=f"The {word} of A and that of B are one.")
    @click.argument("a")
    @click.argument("b")
    @corpus_option
    @warehouse_option
    def merge(a: str, b: str, corpus: Path, warehouse: Path) -> None:
        with _decision(warehouse, corpus, subject) as (rules, desk, find):
            _finish(rules, desk, rules.merge(desk, find(a), find(b)))

    @commands.command(
        "split",
        help=f"The articles leave their {word}, together. If they are like another {word} they go "
        "there, which is told; another split takes them out of it.",
    )
    @click.argument("articles", nargs=-1, required=True)
    @corpus_option
    @warehouse_option
    def split(articles: tuple[str, ...], corpus: Path, warehouse: Path) -> None:
        with _decision(warehouse, corpus, subject) as (rules, desk, find):
            found = [find(name, article=True) for name in articles]
            _finish(rules, desk, rules.split(desk, found))

    @commands.command("move", help=f"ARTICLE leaves its {word} for TARGET.")
    @click.argument("article")
    @click.argument("target")
    @corpus_option
    @warehouse_option
    def move(article: str, target: str, corpus: Path, warehouse: Path) -> None:
        with _decision(warehouse, corpus, subject) as (rules, desk, find):
            _finish(rules, desk, rules.move(desk, find(article, article=True), find(target)))

    @commands.command("undo", help="Take the correction with this NUMBER back.")
    @click.argument("number", type=click.IntRange(1))
    @corpus_option
    @warehouse_option
    def undo(number: int, corpus: Path, warehouse: Path) -> None:
        with _decision(warehouse, corpus, subject) as (rules, desk, _):
            _finish(rules, desk, rules.undo(desk, number))

    @commands.command("list", help="The corrections in force.")
    @warehouse_option
    @click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
    def show(warehouse: Path, as_csv: bool) -> None:
        with reading(warehouse) as connection:
            rows = ask_named(connection, "sameness_corrections", {"subject": subject})
        columns = ("correction_no", "action", "decided_at", "articles", "others")
        cells = ([" ".join(v) if isinstance(v, list) else v for v in row.values()] for row in rows)
        (print_csv if as_csv else print_table)(columns, cells)

    return commands


@contextmanager
def _decision(warehouse: Path, corpus: Path, subject: str) -> Iterator[tuple]:
    """(rules, desk, find) of one decision: the store is locked, and published at the end."""
    from warehouse.regrouping import corrections as rules

    with writing(warehouse) as store, transaction(store.connection):
        desk = rules.Desk(store.connection, subject, datetime.now(UTC).replace(tzinfo=None))

        def find(name: str, article: bool = False) -> object:
            below = path_below(name, corpus)
            return rules.find_one(desk.connection, subject, name, below, article=article)

        yield rules, desk, find


def _finish(rules: object, desk: object, concerned: list[str]) -> None:
    """Put the decision into force and tell where the articles are now."""
    rules.put_into_force(desk.connection, concerned)
    for article_id in concerned:
        found = rules.find_one(desk.connection, desk.subject, article_id, article_id, article=True)
        click.echo(f"{article_id} is in {found.subject_id}")
