"""What lies in the corpus folder: every file, or the reason why it cannot be taken."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO, NamedTuple

from extractors.records import Rejection

CHUNK_BYTES = 1 << 20
IGNORED_ENDINGS = ("~", ".tmp", ".part", ".crdownload", ".swp")  # half-written, by convention
IGNORED_NAMES = {"Thumbs.db", "desktop.ini"}  # left by file managers


class FoundFile(NamedTuple):  # a fifth of the time of a frozen dataclass, a million times over
    """A directory entry of the corpus; `refused` when it cannot be read as a file."""

    path: str  # below the corpus, forward slashes, printable; the key of source_file
    location: bytes  # what the operating system calls it
    byte_count: int = 0
    modified_ns: int = 0
    inode: int = 0
    refused: Rejection | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """Every entry of the corpus, sorted by path, and how many were left aside."""

    files: tuple[FoundFile, ...]
    ignored_count: int
    sidecar_count: int = 0  # that flows.planning.sidecars took out


def scan_corpus(corpus: Path) -> Scan:
    """All files below `corpus`, whatever their names; raises OSError when it cannot be listed.

    Links to files inside the corpus are followed; links to folders, links that lead outside and
    things that are not files (sockets, pipes, devices) are refused, each with a reason.
    """
    root = os.fsencode(os.path.realpath(corpus))
    files, ignored = [], 0
    with os.scandir(root):  # a corpus that cannot be listed is an error, not an empty corpus
        pass
    for found in _walk(root):
        if found is None:
            ignored += 1
        else:
            files.append(found)
    files.sort(key=itemgetter(0))
    return Scan(tuple(files), ignored)


def hash_file(location: bytes) -> str:
    """SHA-256 of the file's bytes, hexadecimal; raises OSError."""
    with open(location, "rb", buffering=0) as handle:  # noqa: PTH123 - bytes names, any encoding
        return hash_stream(handle)


def hash_stream(stream: BinaryIO) -> str:
    """SHA-256 of the bytes from here to the end, hexadecimal; raises OSError."""
    digest = hashlib.sha256()
    while chunk := stream.read(CHUNK_BYTES):
        digest.update(chunk)
    return digest.hexdigest()


def _walk(root: bytes) -> Iterator[FoundFile | None]:
    """Every file, in no order, and None for each that is left aside."""
    pending = [(root, "")]
    while pending:
        folder, below = pending.pop()
        try:
            with os.scandir(folder) as listed:
                entries = list(listed)
        except OSError as error:
            yield _refused(
                below.rstrip("/"), folder, "unreadable",
                f"The folder cannot be listed: {error.strerror}.",
            )  # fmt: skip
            continue
        for entry in entries:
            name = printable(entry.name)
            if _is_ignored(name):
                yield None
            elif _is_folder(entry):
                pending.append((entry.path, f"{below}{name}/"))
            else:
                yield _file(root, below + name, entry)


def _is_folder(entry: os.DirEntry[bytes]) -> bool:
    """Also False where nobody may know, as in some network folders: `_file` tells why then."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _file(root: bytes, path: str, entry: os.DirEntry[bytes]) -> FoundFile:
    try:
        if entry.is_symlink() and (refused := _refuse_link(root, path, entry)):
            return refused
        status = entry.stat()
    except OSError as error:
        return _refused(path, entry.path, "unreadable", f"It cannot be opened: {error.strerror}.")
    if not stat.S_ISREG(status.st_mode):
        return _refused(path, entry.path, "not_a_file", "It is a pipe, a socket or a device.")
    return FoundFile(path, entry.path, status.st_size, status.st_mtime_ns, status.st_ino)


def _refuse_link(root: bytes, path: str, entry: os.DirEntry[bytes]) -> FoundFile | None:
    """The refusal of a link, or None when it leads to a file inside the corpus."""
    try:
        target = os.path.realpath(entry.path, strict=True)
    except OSError as error:
        reason = "The link leads nowhere or in a circle"
        return _refused(path, entry.path, "bad_link", f"{reason}: {error.strerror}.")
    if not target.startswith(root + b"/") and target != root:
        return _refused(
            path, entry.path, "link_outside", "The link leads out of the corpus folder."
        )
    if os.path.isdir(target):  # noqa: PTH112 - bytes names
        detail = "Links to folders are not followed; the files are read where they lie."
        return _refused(path, entry.path, "bad_link", detail)
    return None


def _refused(path: str, location: bytes, reason: str, detail: str) -> FoundFile:
    return FoundFile(path, location, refused=Rejection(reason, detail))


def printable(name: bytes) -> str:
    r"""A name as text, another one for each name.

    Bytes that are not UTF-8 appear as \xNN, and a backslash before an x as \x5c.
    """
    text = name.decode("utf-8", "backslashreplace")
    if "\\x" in text:
        return name.replace(b"\\x", b"\\x5cx").decode("utf-8", "backslashreplace")
    return text


def _is_ignored(name: str) -> bool:
    return name[0] == "." or name.endswith(IGNORED_ENDINGS) or name in IGNORED_NAMES
