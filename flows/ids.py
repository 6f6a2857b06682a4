"""Ids computed from place and content, never counted: running twice gives the same ones."""

from __future__ import annotations

import hashlib


def digest_id(*parts: str) -> str:
    """A short id computed from what it names: 16 hexadecimal digits of BLAKE2b."""
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()


def source_file_id(path: str) -> str:
    """Id of a file: computed from its path below the corpus."""
    return digest_id("file", path)


def document_id(path: str, place: str = "") -> str:
    """Id of a text: computed from the path of its file and its place in the file."""
    return digest_id(path, place or "0")


def text_sha256(text: str) -> str:
    """SHA-256 of a raw text in UTF-8, in hexadecimal: the same text in another file has it too."""
    return hashlib.sha256(text.encode()).hexdigest()
