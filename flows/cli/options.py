"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from flows.defaults import DEFAULT_CORPUS, DEFAULT_FINDER, DEFAULT_WAREHOUSE

corpus_option = click.option(
    "--corpus",
    type=click.Path(path_type=Path),
    default=DEFAULT_CORPUS,
    show_default=True,
    help="Folder of raw news files, read with all folders in it.",
)
names_option = click.option(
    "--names",
    type=click.Choice(["tagger", "rules"]),
    default=DEFAULT_FINDER,
    show_default=True,
    help="What finds names: the tagger, or rules alone, which are some 20 times quicker.",
)
warehouse_option = click.option(
    "--warehouse",
    type=click.Path(path_type=Path),
    default=DEFAULT_WAREHOUSE,
    show_default=True,
    help="DuckDB file to publish; the pipeline's own state lies in .newsmill/ beside it.",
)
