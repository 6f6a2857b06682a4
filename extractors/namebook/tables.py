"""The tables of known names: places, demonyms, organisations, given names, common words.

Sources and licences are in data/SOURCES.md. The tables are read once per process.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

UNCOUNTED = ("ese", "sh", "ch", "ss", "ian's")  # Chinese, British, French, Swiss: no plural in -s


@dataclass(frozen=True, slots=True)
class KnownName:
    """One row of a table, reached by any of its spellings."""

    name: str  # the spelling that stands for the row
    label: str  # PLACE, NORP, ORG
    kind: str  # country, capital, city, region, continent, water, demonym, organisation, ...
    country_code: str | None = None  # ISO 3166-1 alpha-2
    latitude: float | None = None  # degrees
    longitude: float | None = None
    sure: bool = True  # hardly ever the name of anything else

    @property
    def is_firm(self) -> bool:
        """True for a row that may contradict: organisations are often called otherwise."""
        return self.sure and self.kind != "organisation"


@dataclass(frozen=True, slots=True, eq=False)  # there is one; compared and hashed as itself
class NameTables:
    """All tables, ready for look-up by the words as they are written."""

    known: dict[str, KnownName]  # every spelling
    longest: dict[str, tuple[int, ...]]  # first word -> word counts of its spellings, longest first
    given_names: frozenset[str]
    common_words: frozenset[str]  # lower case


def read_rows(name: str) -> list[list[str]]:
    """The rows of one table below data/, each a list of columns, without the header."""
    text = (files("extractors") / "data" / name).read_text(encoding="utf8")
    return [line.split("\t") for line in text.splitlines()[1:] if line]


def read_words(name: str) -> frozenset[str]:
    """The words of one list below data/, one per line."""
    return frozenset((files("extractors") / "data" / name).read_text(encoding="utf8").split())


@lru_cache(maxsize=1)
def load_common_abbreviations() -> frozenset[str]:
    """Abbreviations of common words, as they are written, which are no names: GDP, CCTV, MoU."""
    return read_words("common_abbreviations.txt")


@lru_cache(maxsize=1)
def load_words_abroad() -> frozenset[str]:
    """Names of the tables that are mostly something else in other languages: Bild, Male, Visa."""
    return read_words("words_abroad.txt")


def split_names(cell: str) -> list[str]:
    """The names of one cell, which stand between semicolons."""
    return [name for name in cell.split(";") if name]


def list_demonyms(cell: str) -> list[tuple[str, str]]:
    """(spelling, demonym) of one cell, plurals included: Armenians is a spelling of Armenian."""
    singular = split_names(cell)
    plural = [d for d in singular if not d.endswith((*UNCOUNTED, "men", "s"))]
    return [(d, d) for d in singular] + [(d + "s", d) for d in plural]


def add_cities(known: dict[str, KnownName]) -> None:
    """Cities of GeoNames; written first, so that every other table may overwrite them."""
    for name, code, latitude, longitude, _ in read_rows("cities.tsv"):
        at = float(latitude), float(longitude)
        known[name] = KnownName(name, "PLACE", "city", code, *at, sure=False)


def add_gazetteers(known: dict[str, KnownName]) -> None:
    """Many organisations and places of all countries; one word alone is often something else."""
    rows = [(*row, "organisation", "") for row in read_rows("gazetteer_organisations.tsv")]
    places = read_rows("gazetteer_places.tsv")
    rows += [(name, aliases, kind, people) for name, kind, aliases, people in places]
    for name, aliases, kind, people in rows:
        label = "ORG" if kind == "organisation" else "PLACE"
        for spelling in [name, *split_names(aliases)]:
            known[spelling] = KnownName(name, label, kind, sure=" " in spelling)
        for spelling, demonym in list_demonyms(people):
            known[spelling] = KnownName(demonym, "NORP", "demonym")


def add_regions(known: dict[str, KnownName]) -> None:
    """Regions, waters and states, and the people named after them."""
    for name, kind, aliases, demonyms in read_rows("regions.tsv"):
        for alias in [name, *split_names(aliases)]:
            known[alias] = KnownName(name, "PLACE", kind)
        for spelling, demonym in list_demonyms(demonyms):
            known[spelling] = KnownName(demonym, "NORP", "demonym")


def add_peoples(known: dict[str, KnownName]) -> None:
    """Ethnic and religious groups that no country or region is named after."""
    for name, spellings in read_rows("peoples.tsv"):
        for spelling in [name, *split_names(spellings)]:
            known[spelling] = KnownName(name, "NORP", "demonym")


def add_countries(known: dict[str, KnownName]) -> None:
    """Countries, their capitals and their demonyms."""
    for code, name, aliases, demonyms, capitals in read_rows("countries.tsv"):
        for capital in split_names(capitals):
            at = known.get(capital)
            here = (at.latitude, at.longitude) if at and at.country_code == code else (None, None)
            first = capital.split(",")[0].removesuffix(" D.C.").removesuffix(" DC")
            known[capital] = KnownName(first, "PLACE", "capital", code, *here)
        for alias in [name, *split_names(aliases)]:
            known[alias] = KnownName(name, "PLACE", "country", code)
        for spelling, demonym in list_demonyms(demonyms):
            known[spelling] = KnownName(demonym, "NORP", "demonym", code)


def add_organisations(known: dict[str, KnownName]) -> None:
    """Organisations by their short and long names."""
    for row in read_rows("organisations.tsv"):
        for alias in [row[0], *split_names(row[1] if len(row) > 1 else "")]:
            known[alias] = KnownName(row[0], "ORG", "organisation")


@lru_cache(maxsize=1)
def load_name_tables() -> NameTables:
    """All tables; later ones win where a spelling stands in two."""
    known: dict[str, KnownName] = {}
    order = (
        add_cities,
        add_gazetteers,
        add_peoples,
        add_regions,
        add_organisations,
        add_countries,
    )
    for add in order:
        add(known)
    lengths: dict[str, set[int]] = {}
    for spelling in known:
        words = spelling.split()
        lengths.setdefault(words[0], set()).add(len(words))
    longest = {word: tuple(sorted(counts, reverse=True)) for word, counts in lengths.items()}
    given = read_words("given_names.txt") | read_words("given_names_world.txt")
    return NameTables(known, longest, given, read_words("common_words.txt"))
