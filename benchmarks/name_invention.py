"""Invents names from open lists, so that the tagger learns shapes of names rather than names."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.name_patterns import (
    CODAS,
    FIELDS,
    ONSETS,
    PATTERNS,
    PLACE_TAILS,
    SURNAMES,
    VOWELS,
    WORDS,
)
from extractors.namebook.tables import load_name_tables, read_rows


@dataclass(frozen=True, slots=True)
class NameStock:
    """What names are made from."""

    given: list[str]
    surnames: list[str]
    cities: list[str]
    countries: list[str]
    peoples: list[str]

    @classmethod
    def load(cls) -> NameStock:
        """The stock from the tables that ship, in a fixed order."""
        tables = load_name_tables()
        kinds = {k: [] for k in ("city", "country", "demonym")}
        for name, known in sorted(tables.known.items()):
            kinds.get(known.kind, []).append(name)
        world = {row[0] for row in read_rows("given_names_world.txt")}
        surnames = [w for w in SURNAMES.split() if len(w) > 2]
        return cls(
            sorted(tables.given_names | world),
            surnames,
            kinds["city"],
            kinds["country"],
            kinds["demonym"],
        )


def invent_word(chance: random.Random) -> str:
    """A word of two to four syllables that no table holds: only its neighbours tell what it is."""
    count = chance.choice((1, 2, 2, 2, 3))
    parts = [
        chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS) for _ in range(count)
    ]
    return "".join([*parts, chance.choice(("a", "i", "o", "u", "e", ""))]).capitalize()


def invent_given(stock: NameStock, chance: random.Random) -> str:
    """A given name: most often a real one, else an invented one, two with a hyphen, or initials."""
    draw = chance.random()
    if draw < 0.7:
        return chance.choice(stock.given)
    if draw < 0.82:
        return invent_word(chance)
    if draw < 0.9:
        second = chance.choice((str.lower, str.title))(invent_word(chance)[:4])
        return f"{invent_word(chance)[:5]}-{second}"
    letters = [chance.choice("ABCDEGHJKLMNPRSTV") for _ in range(chance.choice((1, 2)))]
    return chance.choice(("".join(letters), ". ".join(letters) + ".", ".".join(letters) + "."))


def invent_person(old: str, stock: NameStock, chance: random.Random) -> str:
    """A name of as many words as the old one."""
    surname = invent_word(chance) if chance.random() < 0.3 else chance.choice(stock.surnames)
    if " " not in old:
        return surname
    middle = [invent_given(stock, chance)] if old.count(" ") > 1 and chance.random() < 0.5 else []
    return " ".join([invent_given(stock, chance), *middle, surname])


def invent_place(stock: NameStock, chance: random.Random) -> str:
    """A city, country or place that no table knows."""
    draw = chance.random()
    if draw < 0.6:
        return chance.choice(stock.cities if chance.random() < 0.7 else stock.countries)
    return invent_word(chance) + (chance.choice(PLACE_TAILS) if chance.random() < 0.4 else "")


def invent_organisation(stock: NameStock, chance: random.Random) -> str:
    """A name after one of the patterns."""
    count = chance.choice((2, 3, 3, 3, 4, 4, 5))
    letters = "".join(chance.choice("ABCDEFGHIKLMNOPRSTUW") for _ in range(count))
    return chance.choice(PATTERNS).format(
        place=chance.choice(stock.cities if chance.random() < 0.6 else stock.countries),
        people=chance.choice(stock.peoples),
        name=invent_word(chance) if chance.random() < 0.4 else chance.choice(stock.surnames),
        letters=letters,
        field=chance.choice(FIELDS),
        word=chance.choice(WORDS),
    )


def make_chooser(stock: NameStock, person: float, place: float, organisation: float):
    """A function for tagger_data.replace_entities; the numbers are chances of replacement."""

    def choose(label: str, old: str, chance: random.Random) -> str | None:
        if label == "PERSON" and chance.random() < person and old[0].isupper():
            return invent_person(old, stock, chance)
        if label == "PLACE" and chance.random() < place and old.istitle():
            return invent_place(stock, chance)
        if label == "ORG" and chance.random() < organisation:
            return invent_organisation(stock, chance)
        return None

    return choose
