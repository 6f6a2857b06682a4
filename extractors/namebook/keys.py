"""Keys by which names are compared: one for all spellings, and one for all that sound alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.namebook.cues import NORP_WORDS, PARTICLES, words
from extractors.namebook.forms import show_name

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
    return drop_accents(text.translate(UNSPLIT)).lower()


def drop_accents(text: str) -> str:
    """The text without accents and other marks on letters that Unicode takes apart."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c))


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
