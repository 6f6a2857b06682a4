"""Brings names into the forms in which they are compared: cleaned, keyed, spelt by sound."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.name_cues import (
    FIELDS,
    LEGAL_SUFFIXES,
    NORP_WORDS,
    ORG_HEADS,
    PARTICLES,
    PLACE_HEADS,
    TITLES,
    words,
)
from extractors.name_tables import load_name_tables

EDGES = " \t\r\n\"'“”‘’«»„()[]{}<>,;:!?*•|/\\-–—_"
POSSESSIVE = re.compile(r"(?:['’ʼ][sS]|(?<=s)['’ʼ])$")
OWNER = re.compile(r"^[^\W\d_][\w.-]*['’ʼ]s (?=[^\W\d_])")  # Indonesia's in front of a place
WITHIN = re.compile(r",\s|\s(?:in|near|on)\s")
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
    (re.compile(r"\bmt\b"), "mount"),
    (re.compile(r"\bst\b"), "saint"),
    (re.compile(r"\bunited states\b|\bu s\b"), "us"),
    (re.compile(r"\bunited kingdom\b|\bu k\b"), "uk"),
    (re.compile(r"\bunited nations\b|\bu n\b"), "un"),
    (re.compile(r" & "), " and "),
)
GENERATIONS = words("jr sr ii iii iv junior senior")
UNSPLIT = str.maketrans("øłıđØŁĐ", "olidOLD")  # letters that Unicode does not take apart
SON = "ben"  # a particle, as in Itamar Ben Gvir, and a given name, as in Ben Smith
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


def strip_lower(name: str) -> str:
    """The name without ordinary words in front: defensive tackle Jamal Williams, at Lake Como."""
    parts = name.split()
    if not any(p[0].isupper() for p in parts):
        return name
    while parts[0].islower() and parts[0] not in PARTICLES and "-" not in parts[0]:
        parts = parts[1:]
    return " ".join(parts)


def strip_place(name: str) -> str:
    """A place without the larger one it lies in: Indonesia's Aceh, Malibu in California."""
    inner = OWNER.sub("", name)
    return WITHIN.split(inner, maxsplit=1)[0].strip(EDGES) or name


@lru_cache(maxsize=200_000)
def show_name(label: str, text: str) -> str:
    """The name in the form in which it stands in tables."""
    name = strip_lower(clean_name(text.split("(", maxsplit=1)[0] or text) or text.strip())
    if label == "PERSON":
        return strip_titles(name)
    if label == "PLACE":
        return strip_place(name)
    return strip_legal(name) if label == "ORG" else name


@lru_cache(maxsize=200_000)
def key_name(label: str, name: str) -> str:
    """What two spellings share when they differ only in case, accents, points or house style."""
    key = fold_letters(show_name(label, name)).replace(".", "")
    key = re.sub(r"[-‐‑–—_/,]+", " ", key)
    for pattern, spelling in SPELLINGS:
        key = pattern.sub(spelling, key)
    key = " ".join(key.split())
    return load_plurals().get(key, key) if label == "NORP" else key


@lru_cache(maxsize=1)
def load_plurals() -> dict[str, str]:
    """Plurals of peoples, parties and faiths whose singular is known too: republicans, tories."""
    singular = {fold_letters(word) for word in NORP_WORDS}
    plurals = {f"{word}s": word for word in singular}
    plurals |= {f"{word[:-1]}ies": word for word in singular if word.endswith("y")}
    return {plural: word for plural, word in plurals.items() if plural in singular}


@lru_cache(maxsize=200_000)
def sound_name(key: str) -> str:
    """What transliterations of a key share: aliyev and aliev, sergei and sergey."""
    for pattern, sound in SOUNDS:
        key = pattern.sub(sound, key)
    return key


def name_words(key: str) -> list[str]:
    """The words of a person's key without particles and Jr; all of them when none is left."""
    parts = key.split()
    if len(parts) > 2 and parts[-1] in GENERATIONS:
        parts = parts[:-1]
    if len(parts) == 2 and parts[0] == SON:
        return parts
    return [w for w in parts if w not in PARTICLES] or parts


def list_initials(name: str) -> str:
    """First letters of the words of a name in lower case, US and the like whole, no small words."""
    parts = re.split(r"[\s\-–—/]+", name)
    letters = [p if p.isupper() and len(p) < 4 else p[:1] for p in parts if p.lower() not in SMALL]
    return fold_letters("".join(letters))


def is_acronym(name: str) -> bool:
    """True for two to eight letters, most of them capitals, without blanks."""
    letters = name.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isalpha()):
        return False
    capitals = sum(map(str.isupper, letters))
    return capitals > 1 and capitals * 2 > len(letters)


def list_short_forms(label: str, name: str) -> list[str]:
    """Shorter forms of an organisation or place: Promises for Promises Treatment Center.

    The name less its heads, and the team without its city: Saints for New Orleans Saints.
    """
    if label not in ("ORG", "PLACE") or " " not in name:
        return []
    heads = ORG_HEADS if label == "ORG" else ORG_HEADS | PLACE_HEADS
    parts, forms = name.split(), []
    while len(parts) > 1 and parts[-1].capitalize() in heads:
        parts = parts[:-1]
        forms.append(" ".join(parts))
    city, _, team = name.rpartition(" ")
    known = load_name_tables().known
    if label == "ORG" and team not in heads and city in known and known[city].label == "PLACE":
        forms.append(team)
    tables = load_name_tables()
    return [f for f in forms if f.lower() not in tables.common_words and f not in known]
