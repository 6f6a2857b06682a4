"""The beginning of a file: what its format is recognised by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from extractors.encodings.decoding import decode
from extractors.readers.limits import HEAD_BYTES
from extractors.records import Rejection

HEAD_CHARACTERS = 20_000


@dataclass(frozen=True)
class Head:
    """The beginning of a file and its name: what a format is recognised by."""

    raw: bytes  # at most HEAD_BYTES
    name: str

    @cached_property
    def ending(self) -> str:
        """Of the name, lower case, with its point; "" when there is none."""
        return PurePosixPath(self.name.lower()).suffix

    @cached_property
    def is_whole(self) -> bool:
        """True when the file has no more bytes."""
        return len(self.raw) < HEAD_BYTES

    @cached_property
    def lines(self) -> bytes:
        """Its whole lines, so that no character is cut in two; all of it when there is but one."""
        return self.raw if self.is_whole else self.raw[: self.raw.rfind(b"\n") + 1] or self.raw

    @cached_property
    def text(self) -> str:
        """Its first characters; "" when the bytes are no text."""
        raw = self.raw if self.is_whole else self.raw[: HEAD_BYTES - 4]
        decoded = decode(raw, html=True)
        return "" if isinstance(decoded, Rejection) else decoded.text[:HEAD_CHARACTERS]
