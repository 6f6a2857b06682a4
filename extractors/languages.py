"""Codes of languages, and the language of a text that states none."""

from __future__ import annotations

import re

CODE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*", re.I)
# ISO 639-2 codes and old codes that pages still use (ISO 639 registration authority's tables).
OTHER_CODES = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it",
    "por": "pt", "rus": "ru", "ukr": "uk", "pol": "pl", "nld": "nl", "dut": "nl", "swe": "sv",
    "nor": "no", "nob": "nb", "dan": "da", "fin": "fi", "tur": "tr", "ara": "ar", "zho": "zh",
    "chi": "zh", "jpn": "ja", "kor": "ko", "hin": "hi", "iw": "he", "in": "id", "ji": "yi",
}  # fmt: skip


def language_code(value: str) -> str | None:
    """ISO 639-1 code of a stated language: "en-GB", "de_DE", "eng"; None for anything else."""
    value = value.strip().lower()
    head = re.split(r"[-_,;]", value, maxsplit=1)[0]
    if head in OTHER_CODES:
        return OTHER_CODES[head]
    match = CODE.fullmatch(value.split(",")[0].strip())
    return match[1].lower() if match else None
