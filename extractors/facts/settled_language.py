"""The language of an article: as it is stated, or as its text says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.languages import contradicts, detect_language, language_code
from extractors.names.language import is_english
from extractors.records import Metadatum

PAGE_METHODS = frozenset({"json_ld", "meta_tag"})


def settle_language(rows: Sequence[Metadatum], body: str) -> list[Metadatum]:
    """The rows and one for the detected language, if a stated one does not make it needless.

    What a page states in its structure often comes from a template: it is refused when a long
    text is surely in another language.
    """
    stated = [c for row in rows if row.field == "language" and (c := language_code(row.value))]
    if stated[:1] == ["en"] and is_english(body):
        return list(rows)
    detected = detect_language(body)
    if detected is None:
        return list(rows)
    kept = [
        replace(row, refused="contradicts_text") if _is_wrong(row, detected, body) else row
        for row in rows
    ]
    code, score = detected
    return [*kept, Metadatum("language", code, "detected", normal_value=code, score=score)]


def _is_wrong(row: Metadatum, detected: tuple[str, float], body: str) -> bool:
    if row.field != "language" or row.method not in PAGE_METHODS:
        return False
    code = language_code(row.value)
    return code is not None and contradicts(code, detected, body)
