"""Who a byline names: persons, organisations, and what is neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Credit:
    """One part of a byline."""

    field: str  # author, author_organisation
    name: str | None  # None when refused
    refused: str | None = None  # no_name, names_outlet


def read_byline(value: str, outlets: Sequence[str] = ()) -> list[Credit]:
    name = " ".join(value.split())
    return [Credit("author", name)]
