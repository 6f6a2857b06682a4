"""What is known about a document before it is cleaned, packed so that it can be stored."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields

from extractors.records import Metadatum, Page

UNSET = {field.name: field.default for field in fields(Metadatum)}


def pack_reading(page: Page, stated: Iterable[Metadatum] = ()) -> str | None:
    """What is known about a page besides its text, as JSON; None when that is nothing.

    Of a web page it is never None: so those are told apart of which 0.1.0 stored nothing. `stated`
    is what sidecars say about its file.
    """
    known = {
        "language": page.language,
        "url": page.url,
        "body_lines": None if page.body_lines is None else sorted(page.body_lines),
        "in_bulk": page.in_bulk or None,
        "metadata": _pack_facts(page.metadata) or None,
        "stated": _pack_facts(stated) or None,
    }
    known = {name: value for name, value in known.items() if value is not None}
    if not known and page.format != "html":
        return None
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def unpack_reading(text: str, form: str, packed: str | None) -> tuple[Page, tuple[Metadatum, ...]]:
    """The page that was packed, and what sidecars state."""
    known = json.loads(packed) if packed else {}
    lines = known.get("body_lines")
    page = Page(
        text,
        form,
        known.get("language"),
        known.get("url"),
        None if lines is None else frozenset(lines),
        _unpack_facts(known.get("metadata", ())),
        known.get("in_bulk", False),
    )
    return page, _unpack_facts(known.get("stated", ()))


def _pack_facts(facts: Iterable[Metadatum]) -> list[dict[str, object]]:
    return [
        {name: value for name in UNSET if (value := getattr(fact, name)) != UNSET[name]}
        for fact in facts
    ]


def _unpack_facts(packed: Iterable[dict[str, object]]) -> tuple[Metadatum, ...]:
    return tuple(Metadatum(**fact) for fact in packed)
