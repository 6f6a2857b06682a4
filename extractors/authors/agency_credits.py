"""Which agencies a text comes from, as it says itself: in its dateline, its last words, its notes.

Whose picture stands beside a text says nothing of it: notices of rights count only below the body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from extractors.authors.agency_lines import (
    Named,
    read_alone,
    read_dateline,
    read_rights,
    read_share,
    read_sign_off,
    read_source,
)
from extractors.records import CleanText, Line, Metadatum

OPENING, LAST = 3, 2  # lines of the body in which a dateline and a sign-off may stand
CLOSING = 4  # lines of the body among which notes may stand
BELOW, ABOVE = 6, 6  # lines around the body in which agencies are named
LONGEST = 200  # characters of a line that names a source
Reader = Callable[[str], list[Named]]
# What may be told in a line of the body and around it, and the name of it in `source_field`.
IN_OPENING: tuple[tuple[str, Reader], ...] = (("dateline", read_dateline),)
IN_HEAD: tuple[tuple[str, Reader], ...] = (("source", read_alone), ("share", read_share))
SIGNED: tuple[tuple[str, Reader], ...] = (("sign_off", read_sign_off),)
IN_END: tuple[tuple[str, Reader], ...] = (
    ("source", read_source),
    ("rights", read_rights),
    ("share", read_share),
)
OF_PICTURES = frozenset({"caption", "title", "subtitle"})


def find_agencies(raw: str, cleaned: CleanText) -> list[Metadatum]:
    """One fact for each agency that the text names as where it comes from, at its place.

    `source_field` says how: dateline, sign_off, source, rights or share.
    """
    lines = [line for line in cleaned.lines if raw[line.start : line.end].strip()]
    kept = [i for i, line in enumerate(lines) if line.verdict == "keep"]
    if not kept:
        return []
    first, last = kept[0], kept[-1]
    found = _read(raw, (lines[i] for i in kept[:OPENING]), IN_OPENING)
    found += _read(raw, lines[max(0, first - ABOVE) : first], IN_HEAD)
    found += _read(raw, (lines[i] for i in kept[-LAST:]), SIGNED)
    found += _read(raw, (lines[i] for i in kept[-CLOSING:]), IN_END)
    found += _read(raw, lines[last + 1 : last + 1 + BELOW], SIGNED + IN_END)
    return list({fact.value: fact for fact in reversed(found)}.values())[::-1]


def _read(
    raw: str, lines: Iterable[Line], readers: tuple[tuple[str, Reader], ...]
) -> list[Metadatum]:
    found = []
    for line in lines:
        if line.category in OF_PICTURES:
            continue
        text = raw[line.start : line.end].rstrip()
        for told_in, read in readers:
            if len(text) > LONGEST and read not in (read_dateline, read_sign_off):
                continue
            for start, name in read(text):
                at = line.start + start
                found.append(
                    Metadatum("agency", name, "line", line.line_no, at, at + len(name), told_in)
                )
    return found
