"""Whose name stands in a byline: a person's, an agency's, that of the outlet itself."""

from __future__ import annotations

import re

from extractors.authors.byline_words import HOUSES, ORGANISATIONS, PAPERS, PARTICLES, ROLES, STAFF
from extractors.namebook.keys import drop_accents
from extractors.namebook.tables import load_name_tables

MOST_WORDS = 4  # of a name that no structure calls one
HOUSE_WORDS = ORGANISATIONS | PAPERS | HOUSES


def is_person_name(name: str) -> bool:
    """True for two to six capitalised words with particles, or two to five signs without case.

    One word alone may be a user name, a place or a brand.
    """
    if re.search(r"[\d_@#:!?%=…<>{}\\]", name):
        return False
    tokens = name.split()
    if not any(c.isupper() or c.islower() for c in name):  # Chinese, Korean, Arabic, Hindi, ...
        letters = sum(c.isalpha() for c in name)
        return 2 <= letters <= 5 or (len(tokens) in (2, 3, 4) and letters <= 40)
    capital = [t for t in tokens if t[0].isupper() or (len(t) > 2 and t[1] in "'’")]
    plain = [t for t in tokens if t not in capital]
    has_word = any(sum(c.isalpha() for c in token) >= 2 for token in capital)
    return (
        has_word
        and len(capital) >= 2
        and len(tokens) <= 6
        and all(t.lower() in PARTICLES for t in plain)
    )


def is_likely_person(name: str) -> bool:
    """True for what looks like a person's name and holds no word of another use; Latin, Cyrillic
    and Greek names only. A known given name goes with any surname: Rick Brook.
    """
    tables = load_name_tables()
    tokens = name.split()
    words = [word.lower().strip(".,") for token in tokens for word in token.split("-")]
    if not is_person_name(name) or name in tables.known or name.endswith(("'s", "’s")):
        return False
    if name.isupper():  # as some papers set bylines; most lines in capitals are labels
        return (
            len(tokens) < MOST_WORDS
            and has_given_name(name.title())
            and is_likely_person(name.title())
        )
    if len(tokens) > MOST_WORDS or name.lower() == name.upper():
        return False
    if set(words) & (ROLES | STAFF | ORGANISATIONS):
        return False
    if has_given_name(name):
        return len(words) == 2 or words[-1] not in tables.common_words
    acronym = any(token.isupper() and len(token) > 1 and "." not in token for token in tokens)
    capital = [token for token in tokens if token[0].isupper()]
    other = any(t in tables.known or t.lower() in tables.common_words for t in capital)
    return words[0] not in PARTICLES and not acronym and not other and not is_paper(name)


def has_given_name(name: str) -> bool:
    """True for names that begin with a known given name, with its accents or without them."""
    first = re.split(r"[\s-]", name, maxsplit=1)[0]
    return not {first, drop_accents(first)}.isdisjoint(load_name_tables().given_names)


def is_house(name: str) -> bool:
    """True for a sender's name that is no person's, no user name and no number: Larn Morning Brief.

    One with words of a house is one whatever it begins with; others with few words may be names
    that are not known.
    """
    words = re.findall(r"[^\W\d_]+", name.lower())
    if name.startswith("+") or "@" in name:
        return False
    if not HOUSE_WORDS.isdisjoint(words) or (len(words) == 1 and name.isupper()):
        return True
    return len(words) > 2 and not has_given_name(name) and not is_likely_person(name)


def is_paper(name: str) -> bool:
    """True for names of newspapers that look like persons: Larn Courier, Diario del Larn."""
    words = name.lower().split()
    return not PAPERS.isdisjoint((words[0], words[-1])) and not has_given_name(name)


def is_outlet(name: str, own: set[str]) -> bool:
    """True for the outlet's name, also with a word behind its acronym (MDR Thüringen)."""
    first = name.split(" ", 1)[0]
    short = len(name.split()) <= MOST_WORDS
    acronym = first if short and len(first) > 1 and first.isupper() and " " in name else ""
    return bool((outlet_keys(name) | ({acronym.lower()} - {""})) & own)


def outlet_keys(outlet: str) -> set[str]:
    """Spellings under which an outlet is the same: without article, ending of its domain, signs."""
    text = re.sub(r"^https?://|/.*$", "", outlet.strip().lower()).removeprefix("www.")
    named = re.sub(r"^(?:the|die|der|das|le|la|el|il|báo)\s+", "", text)
    bare = re.sub(r"\.(?:com|net|org|info|news|tv|co\.\w\w|[a-z]{2,3})(?:\.[a-z]{2})?$", "", text)
    keys = {re.sub(r"\W+", "", key) for key in (text, named, bare, bare.rsplit(".", 1)[-1])}
    return {key for key in keys if key}
