"""The ruling about one line, before it becomes a row of the ledger."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ruling:
    """Why a line leaves the body."""

    verdict: str  # drop or move
    category: str  # a name of extractors.categories.CATEGORIES
    rule: str
    score: float  # how sure, 0..1
