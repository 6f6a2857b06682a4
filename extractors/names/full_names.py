"""Gives each mention of an article the fullest form of its name inside that article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.namebook.cues import PLACE_AFTER_PART
from extractors.namebook.forms import show_name
from extractors.namebook.keys import SON, key_name, name_words
from extractors.namebook.short_forms import is_acronym, list_initials, list_short_forms
from extractors.records import Mention

WIDEST_BRACKET = 3  # characters between a long form and the acronym in brackets: ' ('
Texts = Sequence[tuple[str, str]]
Names = dict[tuple[str, str], str]  # (label, shown name) -> fullest form


def name_mentions(texts: Texts, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with `name` set, in the order given; texts are (field, text) of one article.

    A short name takes the full one when the article names exactly one thing it can stand for;
    otherwise it keeps its own form.
    """
    shown = Counter((m.label, show_name(m.label, m.text)) for m in mentions)
    full: Names = {}
    full.update(name_acronyms(texts, mentions, shown))
    full.update(name_persons(shown))
    full.update(name_organisations(shown, full))
    full.update(name_places(shown))
    return tuple(
        replace(m, name=follow(full, m.label, show_name(m.label, m.text))) for m in mentions
    )


def follow(full: Names, label: str, name: str) -> str:
    """The end of the chain of fuller forms; at most two steps (acronym, then its long form)."""
    name = full.get((label, name), name)
    return full.get((label, name), name)


def only_one(names: set[str], label: str) -> str | None:
    """The longest of the names when all are spellings of one, else None."""
    if not names or len({key_name(label, n) for n in names}) > 1:
        return None
    return max(sorted(names), key=len)


def name_persons(shown: Counter) -> Names:
    """Surnames, and first and last name without the middle, to the one full name that fits."""
    keys = {n: name_words(key_name("PERSON", n)) for label, n in sorted(shown) if label == "PERSON"}
    by_last: dict[str, set[str]] = defaultdict(set)
    by_first: dict[str, set[str]] = defaultdict(set)
    for name, words in keys.items():
        if len(words) > 1:
            by_last[words[-1]].add(name)
            by_first[words[0]].add(name)
    full: Names = {}
    for name, words in keys.items():
        if len(words) == 1:
            fuller = only_fullest(by_last[words[0]]) or only_fullest(by_first[words[0]])
        else:
            fuller = only_fullest({n for n in by_last[words[-1]] if fits_within(words, keys[n])})
        if fuller is None or len(keys[fuller]) <= len(words):
            fuller = only_fullest({n for n in by_last[words[-1]] if is_son(name, n)})
        if fuller is not None:
            full["PERSON", name] = fuller
    return full


def is_son(name: str, full: str) -> bool:
    """True for Ben Gvir and Itamar Ben Gvir."""
    key = key_name("PERSON", name)
    return key.startswith(f"{SON} ") and key_name("PERSON", full).split(" ", 1)[1:] == [key]


def only_fullest(names: set[str]) -> str | None:
    """The fullest of the names when all others fit within it, else None: two are two persons."""
    if not names:
        return None
    words = {n: name_words(key_name("PERSON", n)) for n in names}
    fullest = max(sorted(names), key=lambda n: (len(words[n]), len(n)))
    return fullest if all(fits_within(words[n], words[fullest]) for n in names) else None


def fits_within(short: list[str], long: list[str]) -> bool:
    """True when first and last words agree (or the first is an initial) and the middle is part."""
    if short[-1] != long[-1] or len(short) > len(long):
        return False
    first = short[0] == long[0] or (len(short[0]) == 1 and long[0].startswith(short[0]))
    return first and set(short[1:-1]) <= set(long[1:-1])


def name_acronyms(texts: Texts, mentions: Sequence[Mention], shown: Counter) -> Names:
    """Acronyms to their long forms: by brackets behind the long form, else by initials."""
    full = read_brackets(texts, mentions)
    by_initials: dict[str, set[str]] = defaultdict(set)
    for label, name in sorted(shown):
        if label == "ORG" and " " in name:
            by_initials[list_initials(name)].add(name)
    for label, name in sorted(shown):
        if label == "ORG" and is_acronym(name) and (label, name) not in full:
            long = only_one(by_initials[key_name("ORG", name)], "ORG")
            if long is not None:
                full[label, name] = long
    return full


def read_brackets(texts: Texts, mentions: Sequence[Mention]) -> Names:
    """'Long Form (LF)': the same letters, in whatever order a slip of the pen gave them."""
    by_field = dict(texts)
    full: Names = {}
    ordered = sorted(mentions, key=lambda m: (m.field, m.start))
    for long, short in pairwise(ordered):
        gap = by_field.get(long.field, "")[long.end : short.start]
        near = long.field == short.field and len(gap) <= WIDEST_BRACKET and gap.strip() == "("
        name = show_name(long.label, long.text)
        if near and is_acronym(short.text) and letters_agree(short.text, name):
            full[short.label, show_name(short.label, short.text)] = name
    return full


def letters_agree(acronym: str, name: str) -> bool:
    """True when the acronym has the initials of the name, in any order, one letter more or less."""
    have, want = Counter(key_name("ORG", acronym)), Counter(list_initials(name))
    extra, missing = sum((have - want).values()), sum((want - have).values())
    return extra <= 1 and missing <= 1 < sum(want.values())


def name_organisations(shown: Counter, taken: Names) -> Names:
    """Short forms of organisations and places with heads, as list_short_forms gives them."""
    by_short: dict[tuple[str, str], set[str]] = defaultdict(set)
    for label, name in sorted(shown):
        for short in list_short_forms(label, name):
            by_short[label, key_name(label, short)].add(name)
    full: Names = {}
    for label, name in sorted(shown):
        long = only_one(by_short[label, key_name(label, name)], label)
        if long is not None and long != name and (label, name) not in taken:
            full[label, name] = long
    return full


def name_places(shown: Counter) -> Names:
    """'Karabakh' to 'Nagorno-Karabakh', 'Lachin' to 'Lachin corridor'."""
    by_short: dict[str, set[str]] = defaultdict(set)
    for label, name in sorted(shown):
        words = name.split()
        if label == "PLACE" and len(words) == 1 and "-" in name:
            by_short[key_name("PLACE", name.rsplit("-", 1)[1])].add(name)
        elif label == "PLACE" and len(words) == 2 and words[1] in PLACE_AFTER_PART:
            by_short[key_name("PLACE", words[0])].add(name)
    full: Names = {}
    for label, name in sorted(shown):
        long = only_one(by_short[key_name("PLACE", name)], "PLACE") if label == "PLACE" else None
        if long is not None:
            full[label, name] = long
    return full
