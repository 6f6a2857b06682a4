"""Joins units into candidates for names."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.namebook import cues
from extractors.namebook.tables import NameTables
from extractors.names.evidence import LIKELY, Run, is_name, weigh_evidence
from extractors.names.units import AND, BREAK, CAPITAL, KNOWN, OF, PARTICLE, Unit

LONGEST_RUN = 24  # units; longer runs are lists, and the bound keeps time linear in the text
# Organisations are called by what is the people's, the workers' or the women's.
WORDS_THAT_OWN = frozenset(
    ["people", "workers", "women", "children", "men", "farmers", "teachers", "students"]
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that may be a name."""

    start: int
    end: int
    text: str  # its units with blanks between; the caller puts the text itself
    label: str | None  # None: nothing in the sentence tells
    score: float
    soft: bool  # its capitals prove nothing
    chances: tuple[float, ...] = ()  # of the tagger's types, where the tagger found it


def end_of_run(units: list[Unit], at: int) -> int:
    """Index behind the run of name units that starts at `at`, joining words included."""
    end = at + 1
    while end < min(len(units), at + LONGEST_RUN):
        unit = units[end]
        following = units[end + 1] if end + 1 < len(units) else None
        if unit.owned and units[end - 1].text.lower() not in WORDS_THAT_OWN:
            break
        if is_name(unit) and not (unit.glued and unit.soft):
            end += 1
        elif (
            unit.kind == BREAK
            and unit.text == "."
            and is_initial(units[end - 1])
            and (following is not None and is_name(following) and not following.soft)
        ) or (following is not None and joins(units, at, end) and is_name(following)):
            end += 2
        elif unit.kind in (OF, PARTICLE) and joins_two(units, at, end):
            end += 3
        else:
            break
    return end


def is_initial(unit: Unit) -> bool:
    """True for a single capital letter."""
    return len(unit.text) == 1 and unit.text.isupper()


def has_head(units: list[Unit], heads: frozenset[str]) -> bool:
    """True when one of the units is one of the heads."""
    return any(unit.text in heads for unit in units)


def joins(units: list[Unit], first: int, at: int) -> bool:
    """True when the joining word at `at` holds its neighbours together in one name."""
    unit, left, right = units[at], units[first:at], units[at + 1]
    if unit.kind == OF:
        heads = cues.OF_HEADS | cues.PLACE_OF_HEADS if unit.text == "of" else cues.OF_HEADS
        return left[-1].text in heads or (left[-1].kind == CAPITAL and has_head(left, heads))
    if unit.text == "&":
        return left[-1].kind == CAPITAL and right.kind == CAPITAL
    if unit.kind == AND:
        return any(u.kind == OF for u in left) and right.kind == CAPITAL and not right.soft
    if unit.kind == PARTICLE and unit.text != "the":
        return left[-1].kind == CAPITAL and right.kind in (CAPITAL, KNOWN)
    return False


def joins_two(units: list[Unit], first: int, at: int) -> bool:
    """True for 'of the X' behind a head, and 'de la X' between capitals."""
    if at + 2 >= len(units) or not is_name(units[at + 2]) or units[at + 1].kind != PARTICLE:
        return False
    if units[at].kind == OF:
        return units[at + 1].text == "the" and units[at - 1].text in cues.OF_HEADS
    return units[at].text != "the" != units[at + 1].text and units[at - 1].kind == CAPITAL


def strip_soft(run: list[Unit], tables: NameTables) -> list[Unit]:
    """The run without ordinary words at its start whose capital proves nothing."""
    while run and run[0].kind == CAPITAL and run[0].soft and len(run) > 1:
        word = run[0].text.lower()
        if word not in tables.common_words or run[0].text in tables.given_names:
            break
        run = run[1:]
        while run and not is_name(run[0]):
            run = run[1:]
    return run


def split_run(run: list[Unit], tables: NameTables) -> list[list[Unit]]:
    """The names in one run: countries and demonyms in front of a name are names of their own."""
    run = strip_soft(run, tables)
    if not run:
        return []
    organisation = has_head(run[1:], cues.ORG_HEADS) or run[-1].text.isupper()
    if len(run) == 1 or organisation or has_head(run, cues.PLACE_HEADS | cues.OF_HEADS):
        return [run]
    for index, unit in enumerate(run):
        if unit.kind != KNOWN or unit.known is None:
            continue
        given = unit.text.split()[0] in tables.given_names and index == 0
        weak = not unit.known.is_firm and len(run) - index > 1
        if given or (weak and index == 0) or (index and not unit.known.sure):
            continue
        rest = run[index + 1 :]
        while rest and not is_name(rest[0]):
            rest = rest[1:]
        left = run[:index]
        while left and not is_name(left[-1]):
            left = left[:-1]
        parts = split_run(rest, tables) if rest else []
        return ([left] if left else []) + [[unit]] + parts
    return [run]


def judge_run(run: Run, tables: NameTables) -> Candidate:
    """The candidate a run gives, with the label of its best evidence."""
    label, score = weigh_evidence(run, tables)
    units, after = run.units, run.after
    end = units[-1].end
    if label == "PLACE" and after is not None and after.text in cues.PLACE_AFTER_PART:
        end = after.end
    text = " ".join(u.text for u in units)
    return Candidate(units[0].start, end, text, label, score, all(u.soft for u in units))


def find_candidates(units: list[Unit], tables: NameTables) -> list[Candidate]:
    """All candidates of a text in order of their start."""
    found: list[Candidate] = []
    at = 0
    while at < len(units):
        if not is_name(units[at]):
            at += 1
            continue
        end = end_of_run(units, at)
        runs = split_run(units[at:end], tables)
        for run in runs:
            first = units.index(run[0], at, end)
            last = units.index(run[-1], first, end) + 1
            around = [
                units[i] if 0 <= i < len(units) else None
                for i in (first - 1, first - 2, last, last + 1)
            ]
            candidate = widen_ministry(judge_run(Run(run, *around), tables), units, last)
            if candidate.end - candidate.start < 2:
                continue
            found.append(candidate)
        at = end
    return found


def widen_ministry(candidate: Candidate, units: list[Unit], after: int) -> Candidate:
    """'Russian' before 'foreign ministry' is the name of that ministry."""
    if candidate.label != "NORP" or after + 1 >= len(units):
        return candidate
    if units[after].text.lower() in cues.MINISTRY_WORDS and units[after + 1].text == "ministry":
        return replace(candidate, end=units[after + 1].end, label="ORG", score=LIKELY)
    return candidate
