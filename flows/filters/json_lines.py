"""JSON lines on standard input to JSON lines on standard output, one for one and in order."""

from __future__ import annotations

import io
import json
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass

from extractors.encodings.well_formed import mend_value
from flows.faults import blame_machine

BATCH_BYTES = 1 << 20  # read at once, as far as it has arrived
QUARANTINED = 3  # exit code: done, but some lines gave an error


@dataclass(frozen=True, slots=True)
class BadLine:
    """An input line that cannot be used, and why."""

    id: object
    error: str


Item = dict[str, object]


def refuse_item(item: Item, error: Exception) -> BadLine:
    """What stands for an item on which a step failed: a fault of its own, not of the machine's.

    Raises MachineFailed.
    """
    blame_machine(error)
    return BadLine(item["id"], f"a step failed on it: {type(error).__name__}: {error}"[:500])


def read_items(
    lines: Iterable[bytes], check: Callable[[Item], str | None]
) -> Iterator[Item | BadLine]:
    """One result per line; `check` gives an error or None. Blank lines at the end do not count."""
    blank = 0
    for line in lines:
        if not line.strip():
            blank += 1
            continue
        for _ in range(blank):
            yield BadLine(None, "not JSON: a blank line")
        blank = 0
        yield _read_item(line, check)


def read_batches(
    stream: io.BufferedIOBase, check: Callable[[Item], str | None]
) -> Iterator[list[Item | BadLine]]:
    """The same in lists of what has arrived: a line that was written need not wait for others."""
    arrived = _Arrived(stream)
    items = read_items(arrived, check)
    batch: list[Item | BadLine] = []
    for item in items:
        batch.append(item)
        if not arrived.lines:
            yield batch
            batch = []
    if batch:
        yield batch


class _Arrived:
    """The lines of a stream, and which of them have arrived and were not yet taken."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream = stream
        self.lines: deque[bytes] = deque()

    def __iter__(self) -> Iterator[bytes]:
        pieces: list[bytes] = []
        while chunk := self._stream.read1(BATCH_BYTES):
            first, *others = chunk.split(b"\n")
            pieces.append(first)
            if others:
                self.lines.extend([b"".join(pieces), *others[:-1]])
                pieces = [others[-1]]
            while self.lines:
                yield self.lines.popleft()
        if rest := b"".join(pieces):
            yield rest


def _read_item(line: bytes, check: Callable[[Item], str | None]) -> Item | BadLine:
    try:
        item = mend_value(json.loads(line))
    except (ValueError, RecursionError) as error:
        return BadLine(None, f"not JSON: {error}")
    if not isinstance(item, dict):
        return BadLine(None, "not a JSON object")
    if "id" not in item or isinstance(item["id"], (dict, list, bool, type(None))):
        return BadLine(item.get("id"), 'needs an "id" (text or number)')
    if error := check(item):
        return BadLine(item["id"], error)
    return item


def wrong_fields(item: Item, kinds: dict[str, type]) -> str | None:
    """An error for the first field that is there with a value of another type, else None."""
    for name, kind in kinds.items():
        if item.get(name) is not None and not isinstance(item[name], kind):
            return f'"{name}" must be {kind.__name__}'
    return None


def write_results(results: Iterable[Item | BadLine]) -> int:
    """Write each result as it comes; the exit code."""
    refused = False
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    for result in results:
        if isinstance(result, BadLine):
            refused = True
        told = asdict(result) if isinstance(result, BadLine) else result
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    return QUARANTINED if refused else 0
