"""The key of a name: what all names of one entity share before any evidence is weighed."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from extractors.namebook.forms import show_name
from extractors.namebook.keys import fold_letters, key_name, name_words, sound_name
from extractors.namebook.known import find_known

Key = tuple[str, str, str]  # label, kind (table, sound, name), value
ID_LENGTH = 16  # hexadecimal digits: one collision expected in five billion entities
CACHED_NAMES = 200_000  # each is asked for several times, in one pass and in the next
LEAST_PART = 4  # letters of a part of a longer name, for the same reason
LEAST_SOUND = 5  # letters of a single word that may be compared by sound: shorter ones collide


@lru_cache(maxsize=CACHED_NAMES)
def key_entity(label: str, name: str) -> Key:
    """The key of a name, by the tables, by sound for persons, by spelling for the rest."""
    if label in ("PLACE", "ORG", "NORP"):
        known = find_known(label, show_name(label, name))
        if known is not None:
            return label, "table", known.name
    key = key_name(label, name)
    if label != "PERSON":
        return label, "name", key or fold_letters(name)
    words = name_words(key)
    if len(words) == 1 and len(key) < LEAST_SOUND:
        return label, "sound", key
    return (
        label,
        "sound",
        " ".join(sound_name(w) if len(w) >= LEAST_PART else w for w in words) or key,
    )


def key_surname(key: Key) -> Key:
    """The key of the surname of a full name's key."""
    return key[0], key[1], key[2].rsplit(" ", 1)[-1]


@lru_cache(maxsize=CACHED_NAMES)
def mint_id(key: Key) -> str:
    """The id of the entity that a key stands for."""
    digest = hashlib.sha256("|".join(key).encode("utf8")).hexdigest()
    return digest[:ID_LENGTH]
