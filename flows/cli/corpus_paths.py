"""Paths that a person types, as the warehouse knows them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def path_below(target: str, corpus: Path) -> str:
    """The path below the corpus when the target is a file in it, else the target."""
    try:
        return Path(target).resolve().relative_to(corpus.resolve()).as_posix()
    except (ValueError, OSError):
        return target


def names_below(targets: Iterable[str], corpus: Path) -> tuple[str, ...]:
    """Targets as the warehouse names them: files and folders that are there by their path below
    the corpus, the corpus itself as the pattern for all; others, such as ids, stay as they are."""
    return tuple(_name(target, corpus) if Path(target).exists() else target for target in targets)


def _name(target: str, corpus: Path) -> str:
    below = path_below(target, corpus)
    return "*" if below == "." else below
