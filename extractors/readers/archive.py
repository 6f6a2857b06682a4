"""What archives have in common: members with names, some of which are sidecars of others."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO

from extractors.readers.limits import Unpacked, mb
from extractors.readers.piece import Piece, rejection_of
from extractors.readers.source import Source
from extractors.reasons import Refused
from extractors.records import Rejection
from extractors.sidecars import (
    MOST_SIDECAR_BYTES,
    BrokenSidecar,
    Sidecars,
    is_sidecar,
    parse_sidecar,
)

# Left by file managers: a folder, and files in any.
LEFT_FOLDER, LEFT_FILES = "__MACOSX/", frozenset({"Thumbs.db", "desktop.ini"})
LONGEST_NAME = 4_096  # PATH_MAX of Linux: no file system takes longer ones
MOST_STATED_BYTES = 50_000_000  # of all sidecars of an archive, which are held in memory


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of an archive."""

    name: str
    open: Callable[[], BinaryIO]  # its unpacked bytes
    is_folder: bool = False
    refused: Rejection | None = None


def read_archive(source: Source, list_members: Callable[[], Iterator[Member]]) -> Iterator[Piece]:
    """Pieces of all members in the order of the archive, each at its name.

    The archive is listed twice: a sidecar may stand behind the file that it speaks of.
    """
    sidecars, broken = _read_sidecars(source, list_members())
    for member in list_members():
        if refused := _refuse_name(member.name):
            yield Piece(source.at(member.name[:LONGEST_NAME]), refused)
        elif member.is_folder or _is_left_aside(member.name):
            continue
        elif refused := member.refused or broken.get(member.name):
            yield Piece(source.at(member.name), refused)
        elif member.name not in sidecars.facts:
            yield from _read_member(source, member, sidecars)
    for name in sidecars.unused():
        detail = "No file beside it in the archive has the name it speaks of."
        yield Piece(source.at(name), Rejection("bad_sidecar", detail))


def _read_member(source: Source, member: Member, sidecars: Sidecars) -> Iterator[Piece]:
    try:
        stream = member.open()
    except MemoryError:
        raise
    except Exception as error:  # whatever a library says of a broken member; kept with its detail
        yield Piece(source.at(member.name), rejection_of(error))
        return
    with stream:
        stated = sidecars.facts_about(member.name)
        yield from source.stating(stated).read_member(stream, member.name, member.name)


def _read_sidecars(
    source: Source, members: Iterator[Member]
) -> tuple[Sidecars, dict[str, Rejection]]:
    """The sidecars in the archive, and why others cannot be used, by name."""
    facts, broken, byte_count = {}, {}, 0
    for member in _until_fault(members):
        skipped = member.is_folder or member.refused or _refuse_name(member.name)
        if skipped or not is_sidecar(member.name) or _is_left_aside(member.name):
            continue
        try:
            with member.open() as stream:
                raw = Unpacked(stream, source.account).read(MOST_SIDECAR_BYTES + 1)
            facts[member.name] = parse_sidecar(raw, source.at(member.name))
        except MemoryError:
            raise
        except BrokenSidecar as error:
            broken[member.name] = Rejection("bad_sidecar", str(error))
        except Exception as error:  # as in _read_member
            broken[member.name] = rejection_of(error)
        else:
            byte_count += len(raw)
        if byte_count > MOST_STATED_BYTES:
            raise Refused("too_much_inside", f"More than {mb(MOST_STATED_BYTES)} of sidecars.")
    return Sidecars(facts), broken


def _until_fault(members: Iterator[Member]) -> Iterator[Member]:
    """The members up to where the archive breaks off: told when it is read to that place again."""
    with contextlib.suppress(Refused):
        yield from members


def _refuse_name(name: str) -> Rejection | None:
    if len(name) > LONGEST_NAME:
        return Rejection("unsafe_member", f"Its name has more than {LONGEST_NAME:,} characters.")
    if leads_out(name):
        return Rejection("unsafe_member", "Its name leads out of the archive.")
    return None


def leads_out(name: str) -> bool:
    """True for absolute names and names that climb out of the folder they are unpacked in."""
    windows = PureWindowsPath(name)
    return (
        PurePosixPath(name).is_absolute()
        or bool(windows.drive or windows.root)
        or ".." in windows.parts
    )


def _is_left_aside(name: str) -> bool:
    last = PurePosixPath(name).name
    return name.startswith(LEFT_FOLDER) or last in LEFT_FILES or last.startswith(".")
