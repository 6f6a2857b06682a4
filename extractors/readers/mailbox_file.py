"""A mailbox in mbox format (RFC 4155): messages behind "From " lines, read one by one."""

from __future__ import annotations

import email
import io
import re
from collections.abc import Iterator

from extractors.readers import mail
from extractors.readers.head import Head
from extractors.readers.limits import mb
from extractors.readers.mail_message import count_headers, message_place
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.records import Rejection

FROM_LINE = re.compile(rb"From [^\r\n]{0,200}\d\d:\d\d[^\r\n]{0,100}\r?\n")
LONGEST_LINE = 1 << 20


def sniff(head: Head) -> bool:
    """True for a "From " line with a time, and headers behind it."""
    match = FROM_LINE.match(head.raw)
    return match is not None and count_headers(head.raw[match.end() :]) >= 2


def read(source: Source) -> Iterator[Piece]:
    """Pieces of all messages, each at its Message-ID."""
    limit = source.account.limits.document_bytes
    for number, raw in enumerate(_split_messages(source), 1):
        if len(raw) > limit:
            detail = f"The message has more than {mb(limit)}, the limit of one document."
            yield Piece(source.at(f"item {number}"), Rejection("too_large", detail))
            continue
        # headers alone: a message that cannot be parsed fails in its own reader
        head = email.message_from_bytes(raw.partition(b"\n\n")[0][:LONGEST_LINE])
        place = message_place(head, number)
        yield from source.read_member(io.BytesIO(raw), "message.eml", place, reader=mail)


def _split_messages(source: Source) -> Iterator[bytes]:
    """Bytes of each message, of a long one so many that it is seen to be too long."""
    limit = source.account.limits.document_bytes
    lines: list[bytes] = []
    size, after_blank, is_first = 0, True, True
    while line := source.stream.readline(LONGEST_LINE):
        if after_blank and FROM_LINE.match(line):
            if not is_first:
                yield b"".join(lines)
            lines, size, is_first = [], 0, False
        elif size <= limit:
            plain = line[1:] if re.match(rb">+From ", line) else line
            lines.append(plain.replace(b"\r\n", b"\n"))
            size += len(line)
        after_blank = not line.strip()
    yield b"".join(lines)
