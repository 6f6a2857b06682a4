"""Codes of languages, and the language a text is written in."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

CODE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*", re.I)
# ISO 639-2 codes and old codes that pages still use (ISO 639 registration authority's tables).
OTHER_CODES = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it",
    "por": "pt", "rus": "ru", "ukr": "uk", "pol": "pl", "nld": "nl", "dut": "nl", "swe": "sv",
    "nor": "no", "nob": "nb", "dan": "da", "fin": "fi", "tur": "tr", "ara": "ar", "zho": "zh",
    "chi": "zh", "jpn": "ja", "kor": "ko", "hin": "hi", "iw": "he", "in": "id", "ji": "yi",
}  # fmt: skip
# Written so alike, or under codes so mixed, that a detector cannot contradict what is stated.
ALIKE = (
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"hr", "sr", "bs", "sh", "sl"}),
    frozenset({"id", "ms"}),
    frozenset({"cs", "sk"}),
    frozenset({"ru", "uk", "be", "bg", "mk"}),
    frozenset({"es", "gl", "ca", "pt", "oc", "an"}),
    frozenset({"hi", "mr", "ne"}),
    frozenset({"fa", "ps", "ur"}),
    frozenset({"az", "tr"}),
    frozenset({"af", "nl"}),
    frozenset({"xh", "zu"}),
    frozenset({"de", "lb"}),
)
FEWEST_LETTERS = 60  # fewer prove nothing; names and loan words decide then
FEWEST_SIGNS = 15  # of a script without upper and lower case, in which a sign says more
SAMPLE = 2_000  # characters that are looked at
LEAST_SCORE = 0.9  # below it the language is unknown
SURE_LETTERS, SURE_SCORE = 400, 0.999  # enough to contradict what a page states


def language_code(value: str) -> str | None:
    """ISO 639-1 code of a stated language: "en-GB", "de_DE", "eng"; None for anything else."""
    value = value.strip().lower()
    head = re.split(r"[-_,;]", value, maxsplit=1)[0]
    if head in OTHER_CODES:
        return OTHER_CODES[head]
    match = CODE.fullmatch(value.split(",")[0].strip())
    return match[1].lower() if match else None


def detect_language(text: str) -> tuple[str, float] | None:
    """ISO 639-1 code of the language a text is written in, and a score; None when not sure.

    By the n-grams of py3langid, which knows 114 languages that have such a code.
    """
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    is_cased = any(c.islower() for c in sample)
    if letters < (FEWEST_LETTERS if is_cased else FEWEST_SIGNS):
        return None
    code, score = _identifier().classify(sample)
    if score < LEAST_SCORE:
        return None
    return code, round(float(score), 4)


def contradicts(stated: str, detected: tuple[str, float] | None, text: str) -> bool:
    """True when a text is surely not in the stated language: templates state the wrong one."""
    if detected is None or detected[0] == stated or detected[1] < SURE_SCORE:
        return False
    if any({stated, detected[0]} <= group for group in ALIKE):
        return False
    return sum(map(str.isalpha, text[:SAMPLE])) >= SURE_LETTERS


@lru_cache(maxsize=1)
def _identifier():
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - takes a second

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Those with a code in ISO 639-1: dialects that it tells apart as well take their scores away.
    identifier.set_languages([code for code in identifier.labels if len(code) == 2])
    # A text takes some hundred rows of the table: in this order each lies in one piece.
    identifier.nb_ptc = np.ascontiguousarray(identifier.nb_ptc)
    return identifier
