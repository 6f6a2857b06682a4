"""Where in a part of a byline the names end and a role or an outlet begins.

Anna Novak, political correspondent        Anna Novak Larn Courier-Post
"""

from __future__ import annotations

import re

from extractors.authors.byline_names import is_likely_person
from extractors.authors.byline_parts import CONNECTOR, MONTHS
from extractors.authors.byline_words import ORGANISATIONS, ROLES, STAFF
from extractors.namebook.tables import load_name_tables

LONGEST_ROLE = 5  # words


def split_role(part: str) -> tuple[list[str], bool]:
    """(names of a part without what stands behind them, whether that is a role or an outlet)."""
    words = part.split()
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:  # a name and the text of its picture
        words = words[:half]
    for i, word in enumerate(words):
        if word.endswith(",") and _is_role(words[i + 1 :]):
            return _list_names(" ".join(words[: i + 1])), True
    behind = [*words[1:], ""]
    ends = (i for i, word in enumerate(words) if _ends_name(word, behind[i]))
    end = next(ends, len(words))
    if end < len(words):
        common = load_name_tables().common_words
        # Anna Novak Travel News Reporter
        while end > 2 and words[end - 1][0].isupper() and words[end - 1].lower() in common:
            end -= 1
    elif end > 3 and any(map(_is_organisation, words)):  # Anna Novak Larn Courier-Post
        end = 3 if len(words[1].strip(".")) == 1 else 2
    return _list_names(" ".join(words[:end])), end < len(words)


def _is_role(words: list[str]) -> bool:
    """True for a role in small letters: political correspondent, health and science editor."""
    is_small = 0 < len(words) <= LONGEST_ROLE and words[0].islower()
    return is_small and any(word.strip(".,;()").lower() in ROLES for word in words)


def _is_organisation(word: str) -> bool:
    return any(piece.lower() in ORGANISATIONS for piece in re.split(r"[^\w]+", word))


def _ends_name(word: str, behind: str) -> bool:
    bare = word.strip(".,;()").lower()
    if bare in ROLES | STAFF or not word[0].isalpha() or word == "The":
        return True
    # May and Jan are names, too
    return MONTHS.fullmatch(word.strip(".,")) is not None and not behind[:1].isupper()


def _list_names(part: str) -> list[str]:
    """Persons of a part in which nothing else stands."""
    names = [name.strip(" ,;") for name in CONNECTOR.split(part.strip(" ,;")) if name.strip(" ,;")]
    return names if names and all(map(is_likely_person, names)) else []
