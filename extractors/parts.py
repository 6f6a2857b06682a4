"""Files with many documents, read by several at a time: each goes through all and makes a part."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.records import Rejection

BLOCK_DOCUMENTS = 64  # in a row; they are cleaned together
ELSEWHERE = Rejection("elsewhere", "Another part holds it.")  # never leaves the run


@dataclass(frozen=True, slots=True)
class Part:
    """Which documents of a file are made: every `count`th block of them, from block `number` on."""

    number: int = 0
    count: int = 1

    def holds(self, index: int) -> bool:
        """True for the document that is the `index`th of the file, from 0 on."""
        return index // BLOCK_DOCUMENTS % self.count == self.number


WHOLE = Part()
