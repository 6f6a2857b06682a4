"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from flows.defaults import DEFAULT_CORPUS, DEFAULT_FINDER, DEFAULT_MAX_MB, DEFAULT_WAREHOUSE

corpus_option = click.option(
    "--corpus",
    type=click.Path(path_type=Path),
    default=DEFAULT_CORPUS,
    show_default=True,
    help="Folder of raw news files, read with all folders in it.",
)
workers_option = click.option(
    "--workers", type=click.IntRange(1, 256), help="Processes; default: one per processor."
)
max_mb_option = click.option(
    "--max-mb",
    type=float,
    default=DEFAULT_MAX_MB,
    show_default=True,
    help="Largest document, in megabytes.",
)
names_option = click.option(
    "--names",
    metavar="FINDER",
    default=DEFAULT_FINDER,
    show_default=True,
    help="What finds names: tagger, rules (some ten times quicker, finds fewer), spacy:MODEL, "
    "gliner:MODEL or python:MODULE:FUNCTION.",
)
fast_option = click.option(
    "--fast",
    is_flag=True,
    help="Read web pages in bulk: several times as quick, a little less exact; "
    "needs pip install 'newsmill[fast]'.",
)
warehouse_option = click.option(
    "--warehouse",
    type=click.Path(path_type=Path),
    default=DEFAULT_WAREHOUSE,
    show_default=True,
    help="The warehouse, a DuckDB file; the state of its runs lies in .newsmill/ beside it.",
)


def run_options(command: Callable) -> Callable:
    """What a run is told, whoever starts it: where, how much, and with which finder of names."""
    for option in (fast_option, names_option, max_mb_option, workers_option, warehouse_option):
        command = option(command)
    return corpus_option(command)
