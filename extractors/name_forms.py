"""Brings names into the forms in which they are compared: cleaned, keyed, spelt by sound."""

from __future__ import annotations

import re
import unicodedata

from extractors.name_cues import FIELDS, LEGAL_SUFFIXES, PARTICLES, TITLES, words

EDGES = " \t\r\n\"'“”‘’«»„()[]{}<>,;:!?*•|/\\-–—_"
POSSESSIVE = re.compile(r"(?:['’ʼ][sS]|(?<=s)['’ʼ])$")
ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
# British and American spelling of words that organisations are named with.
SPELLINGS = (
    (re.compile(r"isation"), "ization"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\bprogramme\b"), "program"),
    (re.compile(r"\btheatre\b"), "theater"),
    (re.compile(r"\bco operation\b"), "cooperation"),
    (re.compile(r" & "), " and "),
)
UNSPLIT = str.maketrans("øłıđØŁĐ", "olidOLD")  # letters that Unicode does not take apart
SMALL = words("of for and the in on to de la du des y &")
# Letters that transliterations of one name write differently; applied in this order.
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"\bm[ou]h?am+[ae]d\b", "mohamed"),
        (r"\bal(?=[ -])|\bel(?=[ -])", "al"),
        (r"[’'ʼ`]", ""),
        (r"\bye", "e"),
        (r"i?yev(?=a?\b)", "iev"),
        (r"(?:iy|yy|ii|ij|yi|ey|ei|ai|ay|y|j)\b", "i"),
        (r"kh|ch(?=[aeiou]?[^aeiou]?v\b)", "h"),
        (r"ph", "f"),
        (r"tsch|tch|cz", "ch"),
        (r"sch|sz", "sh"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"ks|x", "ks"),
        (r"ck|q", "k"),
        (r"dj|dzh", "j"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
    )
)


def fold_letters(text: str) -> str:
    """The text in lower case without accents: Zürich gives zurich."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(UNSPLIT))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def clean_name(text: str) -> str:
    """The name as it is shown: one blank between words, no quotes, article or possessive."""
    name = " ".join(text.split()).strip(EDGES)
    name = POSSESSIVE.sub("", name)
    rest = ARTICLE.sub("", name, count=1) if ARTICLE.match(name) else name
    return rest or name


def strip_titles(name: str) -> str:
    """A person's name without titles: President Vladimir Putin gives Vladimir Putin."""
    parts = name.split()
    while len(parts) > 1 and (parts[0].rstrip(".") in TITLES or parts[0] in FIELDS):
        parts = parts[1:]
    return " ".join(parts)


def strip_legal(name: str) -> str:
    """An organisation's name without its legal form: Apple Inc. gives Apple."""
    parts = name.replace(",", " ").split()
    while len(parts) > 1 and parts[-1].rstrip(".") in LEGAL_SUFFIXES:
        parts = parts[:-1]
    return " ".join(parts)


def show_name(label: str, text: str) -> str:
    """The name in the form in which it stands in tables."""
    name = clean_name(text)
    if label == "PERSON":
        return strip_titles(name)
    return strip_legal(name) if label == "ORG" else name


def key_name(label: str, name: str) -> str:
    """What two spellings share when they differ only in case, accents, points or house style."""
    key = fold_letters(show_name(label, name)).replace(".", "")
    key = re.sub(r"[-‐‑–—_/,]+", " ", key)
    for pattern, spelling in SPELLINGS:
        key = pattern.sub(spelling, key)
    return " ".join(key.split())


def sound_name(key: str) -> str:
    """What transliterations of a key share: aliyev and aliev, sergei and sergey."""
    for pattern, sound in SOUNDS:
        key = pattern.sub(sound, key)
    return key


def name_words(key: str) -> list[str]:
    """The words of a key that are not particles; all of them when nothing else is left."""
    parts = key.split()
    return [w for w in parts if w not in PARTICLES] or parts


def list_initials(name: str) -> str:
    """First letters of the words of a name, small words left out, in lower case."""
    parts = re.split(r"[\s\-–—/]+", name)
    return "".join(fold_letters(w[0]) for w in parts if w and w.lower() not in SMALL)


def is_acronym(name: str) -> bool:
    """True for two to eight letters, most of them capitals, without blanks."""
    letters = name.replace(".", "")
    capitals = sum(c.isupper() for c in letters)
    fits = 2 <= len(letters) <= 8 and letters.isalpha()
    return fits and capitals > 1 and capitals * 2 > len(letters)
