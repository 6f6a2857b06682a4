"""Paths that a person types, as the warehouse knows them."""

from __future__ import annotations

from pathlib import Path


def path_below(target: str, corpus: Path) -> str:
    """The path below the corpus when the target is a file in it, else the target."""
    try:
        return Path(target).resolve().relative_to(corpus.resolve()).as_posix()
    except (ValueError, OSError):
        return target
