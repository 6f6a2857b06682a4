"""Rules that say what a run of units may be, each with how much it proves.

A rule looks at the run and its neighbours and gives (label, score) or None; the best score wins,
the earlier rule among equals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from extractors.namebook import cues
from extractors.namebook.tables import NameTables
from extractors.names.units import CAPITAL, KNOWN, OF, TITLE, Unit

SURE, LIKELY, WEAK, GUESS = 0.95, 0.8, 0.6, 0.4  # how much an evidence proves, by its kind
LONGEST_PERSON = 4  # words


@dataclass(frozen=True, slots=True)
class Run:
    """Units that may be one name, with the units around them."""

    units: list[Unit]
    before: Unit | None
    before2: Unit | None
    after: Unit | None
    after2: Unit | None


Evidence = tuple[str, float] | None
Rule = Callable[[Run, NameTables], Evidence]


def is_name(unit: Unit) -> bool:
    """True for units that can stand inside a name by themselves."""
    return unit.kind in (CAPITAL, KNOWN)


def text_of(unit: Unit | None) -> str:
    """The unit's text, empty where there is none."""
    return unit.text if unit is not None else ""


def by_table(run: Run, tables: NameTables) -> Evidence:
    """A known name proves its label; a city or a word that is much else proves little."""
    known = run.units[0].known
    if len(run.units) > 1 or known is None:
        return None
    if not known.sure:
        doubtful = run.units[0].soft or run.units[0].text in tables.given_names
        return known.label, GUESS if doubtful else LIKELY
    return known.label, SURE


def by_people(run: Run, tables: NameTables) -> Evidence:
    """Religious, political and ethnic groups."""
    single = len(run.units) == 1 and run.units[0].text in cues.NORP_WORDS
    return ("NORP", LIKELY) if single else None


def by_given_name(run: Run, tables: NameTables) -> Evidence:
    """A given name and something behind it that is no head of an organisation."""
    if len(run.units) < 2 or run.units[-1].text in cues.ORG_HEADS:
        return None
    return ("PERSON", LIKELY) if run.units[0].text in tables.given_names else None


def by_place_of(run: Run, tables: NameTables) -> Evidence:
    """Republic of ..., Gulf of ..."""
    first = run.units[0].text in cues.PLACE_OF_HEADS
    return ("PLACE", LIKELY) if first and any(u.kind == OF for u in run.units) else None


def by_organisation_head(run: Run, tables: NameTables) -> Evidence:
    """... Party, Ministry of ..."""
    if len(run.units) < 2:
        return None
    of_head = any(a.text in cues.OF_HEADS and b.kind == OF for a, b in pairwise(run.units))
    return ("ORG", LIKELY) if of_head or run.units[-1].text in cues.ORG_HEADS else None


def by_place_head(run: Run, tables: NameTables) -> Evidence:
    """... River, Mount ..."""
    if len(run.units) < 2:
        return None
    head = run.units[-1].text in cues.PLACE_HEADS or run.units[0].text in cues.PLACE_FIRST
    return ("PLACE", LIKELY) if head else None


def by_acronym(run: Run, tables: NameTables) -> Evidence:
    """Two to six letters with more than one capital."""
    text, soft = run.units[0].text, run.units[0].soft
    if len(run.units) > 1 or not 2 <= len(text) <= 6 or sum(c.isupper() for c in text) < 2:
        return None
    return None if soft and text.lower() in tables.common_words else ("ORG", WEAK)


def by_title(run: Run, tables: NameTables) -> Evidence:
    """Mr, President and the like in front."""
    title = run.before2 if text_of(run.before) == "." else run.before
    personal = title is not None and title.kind == TITLE and title.text in cues.PERSONAL_TITLES
    return ("PERSON", SURE) if personal else None


def by_role(run: Run, tables: NameTables) -> Evidence:
    """spokeswoman, official, striker and the like in front."""
    return ("PERSON", LIKELY) if text_of(run.before) in cues.ROLES else None


def by_place_word(run: Run, tables: NameTables) -> Evidence:
    """region, corridor, city and the like behind."""
    behind = run.after is not None and run.after.text in cues.PLACE_AFTER and not run.after.glued
    return ("PLACE", LIKELY) if behind else None


def by_speech(run: Run, tables: NameTables) -> Evidence:
    """A verb of speech behind or in front."""
    if len(run.units) >= LONGEST_PERSON:
        return None
    if text_of(run.after) in cues.SPEECH_VERBS:
        return "PERSON", WEAK if len(run.units) > 1 else GUESS
    return ("PERSON", GUESS) if text_of(run.before) in cues.SPEECH_VERBS else None


def by_age(run: Run, tables: NameTables) -> Evidence:
    """', 34' behind the name."""
    digits = text_of(run.after2)
    age = text_of(run.after) == "," and digits.isdigit() and len(digits) == 2
    return ("PERSON", LIKELY) if age else None


def by_preposition(run: Run, tables: NameTables) -> Evidence:
    """in, near, from and the like in front; 'city of' and 'outskirts of'."""
    before = text_of(run.before)
    if before == "of" and text_of(run.before2) in cues.BEFORE_OF:
        return "PLACE", WEAK
    if before in cues.PLACE_BEFORE and not run.units[0].soft:
        return "PLACE", WEAK if len(run.units) == 1 else GUESS
    return None


def by_length(run: Run, tables: NameTables) -> Evidence:
    """Two to four capitalised words that are no ordinary words: most often a person."""
    names = [u for u in run.units if is_name(u)]
    ordinary = any(
        u.text.lower() in tables.common_words and u.text not in tables.given_names for u in names
    )
    return ("PERSON", GUESS) if not ordinary and 2 <= len(names) <= LONGEST_PERSON else None


RULES: tuple[Rule, ...] = (
    by_table,
    by_people,
    by_given_name,
    by_place_of,
    by_organisation_head,
    by_place_head,
    by_acronym,
    by_title,
    by_role,
    by_place_word,
    by_age,
    by_speech,
    by_preposition,
    by_length,
)


def weigh_evidence(run: Run, tables: NameTables) -> tuple[str | None, float]:
    """Label and score of the best evidence for a run; (None, 0.0) when there is none."""
    best: tuple[str | None, float] = (None, 0.0)
    for rule in RULES:
        evidence = rule(run, tables)
        if evidence is not None and evidence[1] > best[1]:
            best = evidence
            if best[1] >= SURE:
                break  # no rule can prove more
    return best
