"""The facts about one article, chosen from everything that was found about it."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.records import Metadatum

# What a page says in its own structure goes before what a line seems to say, and that before
# what an extractor guessed from the layout.
METHODS = ("json_ld", "meta_tag", "line", "heading", "trafilatura")


def best_metadatum(metadata: Iterable[Metadatum], field: str) -> Metadatum | None:
    """The most trustworthy value of a field, the first one found among equals."""
    found = [item for item in metadata if item.field == field and item.value.strip()]
    return min(found, key=lambda item: _rank(item.method), default=None)


def best_value(metadata: Iterable[Metadatum], field: str) -> str | None:
    """Its value, or None when nothing was found."""
    found = best_metadatum(metadata, field)
    return found.value.strip() if found else None


def join_authors(metadata: Iterable[Metadatum]) -> str | None:
    """All authors of the most trustworthy method, in order, joined by "; "."""
    best = best_metadatum(metadata := tuple(metadata), "author")
    if best is None:
        return None
    names = [m.value.strip() for m in metadata if m.field == "author" and m.method == best.method]
    return "; ".join(dict.fromkeys(names))


def _rank(method: str) -> int:
    return METHODS.index(method) if method in METHODS else len(METHODS)
