"""ZIP archives: each member is read by its own format."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from functools import partial

from extractors.readers.archive import Member, read_archive
from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.reasons import Refused
from extractors.records import Rejection


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
        yield from read_archive(source, partial(_list_members, archive))


def _list_members(archive: zipfile.ZipFile) -> Iterator[Member]:
    for info in archive.infolist():
        open_it = partial(archive.open, info)
        yield Member(info.filename, open_it, info.is_dir(), _refuse_member(info))


def _refuse_member(info: zipfile.ZipInfo) -> Rejection | None:
    """Links and encrypted members."""
    if stat.S_ISLNK(info.external_attr >> 16):
        return Rejection("unsafe_member", "It is a link. Put the file itself into the archive.")
    if info.flag_bits & 0x1:
        return Rejection("encrypted", "It asks for a password. Unpack it first.")
    return None
