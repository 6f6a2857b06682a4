"""ZIP archives: each member is read by its own format; names that lead out of it are refused."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath

from extractors.readers.limits import Refused
from extractors.readers.source import Head, Piece, Source
from extractors.records import Rejection

NOT_DOCUMENTS = ("__MACOSX/", "Thumbs.db", "desktop.ini")  # left by file managers


def sniff(head: Head) -> bool:
    """True for the signature of a local file header (APPNOTE.TXT, 4.3.7) or of an empty archive."""
    return head.raw.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(source: Source) -> Iterator[Piece]:
    """Pieces of all members in the order of the archive, each at its name."""
    try:
        archive = zipfile.ZipFile(source.seekable_stream())
    except zipfile.BadZipFile as error:
        raise Refused("damaged", f"The archive cannot be opened: {error}") from None
    with archive:
        for member in archive.infolist():
            name = member.filename
            if leads_out(name) or not (member.is_dir() or _is_left_aside(name)):
                yield from _read_member(source, archive, member)


def _read_member(
    source: Source, archive: zipfile.ZipFile, member: zipfile.ZipInfo
) -> Iterator[Piece]:
    if refused := _refuse_member(member):
        yield Piece(source.at(member.filename), refused)
        return
    try:
        stream = archive.open(member)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        yield Piece(source.at(member.filename), Rejection("damaged", f"It cannot be read: {error}"))
        return
    with stream:
        yield from source.read_member(stream, member.filename, member.filename)


def _refuse_member(member: zipfile.ZipInfo) -> Rejection | None:
    """Links, encrypted members, and names that are absolute or climb out of the archive."""
    name = member.filename
    if stat.S_ISLNK(member.external_attr >> 16):
        return Rejection("unsafe_member", "It is a link. Put the file itself into the archive.")
    if leads_out(name):
        return Rejection("unsafe_member", "Its name leads out of the archive.")
    if member.flag_bits & 0x1:
        return Rejection("encrypted", "It asks for a password. Unpack it first.")
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
    return name.startswith(NOT_DOCUMENTS) or last in NOT_DOCUMENTS or last.startswith(".")
