"""What lies in the corpus folder: every file, or the reason why it cannot be taken."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.records import Rejection

CHUNK_BYTES = 1 << 20
IGNORED_ENDINGS = ("~", ".tmp", ".part", ".crdownload", ".swp")  # half-written, by convention
IGNORED_NAMES = {"Thumbs.db", "desktop.ini"}  # left by file managers


@dataclass(frozen=True, slots=True)
class FoundFile:
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


def scan_corpus(corpus: Path) -> Scan:
    """All files below `corpus`, whatever their names; raises OSError when it cannot be listed.

    Links to files inside the corpus are followed; links to folders, links that lead outside and
    things that are not files (sockets, pipes, devices) are refused, each with a reason.
    """
    root = os.fsencode(os.path.realpath(corpus))
    files, ignored = [], 0
    with os.scandir(root):  # a corpus that cannot be listed is an error, not an empty corpus
        pass
    for found in _walk(root, root):
        if found is None:
            ignored += 1
        else:
            files.append(found)
    return Scan(tuple(sorted(files, key=lambda file: file.path)), ignored)


def hash_file(location: bytes) -> str:
    """SHA-256 of the file's bytes, hexadecimal; raises OSError."""
    digest = hashlib.sha256()
    with open(location, "rb", buffering=0) as handle:  # noqa: PTH123 - bytes names, any encoding
        while chunk := handle.read(CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def _walk(root: bytes, folder: bytes) -> Iterator[FoundFile | None]:
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            yield _refused(
                root, here, "unreadable", f"The folder cannot be listed: {error.strerror}."
            )
            continue
        for entry in entries:
            if _is_ignored(entry.name):
                yield None
            elif entry.is_dir(follow_symlinks=False):
                pending.append(entry.path)
            else:
                yield _file(root, entry)


def _file(root: bytes, entry: os.DirEntry[bytes]) -> FoundFile:
    try:
        if entry.is_symlink() and (refused := _refuse_link(root, entry)):
            return refused
        status = entry.stat()
    except OSError as error:
        return _refused(root, entry.path, "unreadable", f"It cannot be opened: {error.strerror}.")
    if not stat.S_ISREG(status.st_mode):
        return _refused(root, entry.path, "not_a_file", "It is a pipe, a socket or a device.")
    return FoundFile(
        printable_path(root, entry.path),
        entry.path,
        status.st_size,
        status.st_mtime_ns,
        status.st_ino,
    )


def _refuse_link(root: bytes, entry: os.DirEntry[bytes]) -> FoundFile | None:
    """The refusal of a link, or None when it leads to a file inside the corpus."""
    try:
        target = os.path.realpath(entry.path, strict=True)
    except OSError as error:
        reason = "The link leads nowhere or in a circle"
        return _refused(root, entry.path, "bad_link", f"{reason}: {error.strerror}.")
    if not target.startswith(root + b"/") and target != root:
        return _refused(
            root, entry.path, "link_outside", "The link leads out of the corpus folder."
        )
    if os.path.isdir(target):  # noqa: PTH112 - bytes names
        detail = "Links to folders are not followed; the files are read where they lie."
        return _refused(root, entry.path, "bad_link", detail)
    return None


def _refused(root: bytes, location: bytes, reason: str, detail: str) -> FoundFile:
    refusal = Rejection(reason, detail)
    return FoundFile(printable_path(root, location), location, refused=refusal)


def printable_path(root: bytes, location: bytes) -> str:
    r"""Path below the corpus as text; bytes that are not UTF-8 appear as \xNN."""
    return location[len(root) + 1 :].decode("utf-8", "backslashreplace")


def _is_ignored(name: bytes) -> bool:
    text = name.decode("utf-8", "replace")
    return text.startswith(".") or text.endswith(IGNORED_ENDINGS) or text in IGNORED_NAMES
