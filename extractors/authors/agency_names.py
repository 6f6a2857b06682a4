"""News agencies and wire services, and how texts spell them."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

BETWEEN = re.compile(r"\s*[/,;+&、]\s*|\s+(?:and|und|et|y|e|i|och|og|en|с|и)\s+|\s+[-–—]\s+")
SHORT = 4  # letters of names that are words or names of other things, too: pa, sana, petra
SMALL = frozenset({"dpa", "epd", "kna", "sda", "sid", "afp", "apa"})  # as papers write them


@lru_cache(maxsize=1)
def agencies() -> dict[str, str]:
    """Spellings in lower case -> the name under which an agency is counted."""
    table = (files("extractors") / "data" / "agencies.tsv").read_text(encoding="utf8")
    found = {}
    for line in table.splitlines():
        name, _, others = line.partition("\t")
        found |= dict.fromkeys([_fold(name), *filter(None, others.split("|"))], name)
    return found


def agency_name(text: str) -> str | None:
    """The agency that a text names and nothing else; None for other texts."""
    return agencies().get(_fold(text.strip(" .,;:/()[]")))


def read_agencies(text: str, *, bare: bool = False) -> list[str]:
    """The names, as they are written, in a list of agencies: "dpa/AFP". Others are left out.

    `bare` is for texts without brackets: what is short must be written as agencies are.
    """
    parts = [text] if agency_name(text) else BETWEEN.split(text)
    names = [part.strip(" .,;:") for part in parts]
    return [name for name in names if agency_name(name) and (not bare or is_written_so(name))]


def is_written_so(name: str) -> bool:
    """True for long names with a capital, and short ones in capitals: AFP; dpa is written small."""
    if len(name) > SHORT:
        return not name.islower() or "-" in name
    return name.isupper() or name in SMALL or not (name.islower() or name.istitle())


def _fold(name: str) -> str:
    return name.lower().replace("i̇", "i")
