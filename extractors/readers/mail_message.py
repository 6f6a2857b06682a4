"""One mail message: its text, what its headers state, and what is attached to it."""

from __future__ import annotations

import email
import io
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from extractors.authors.byline_names import is_house
from extractors.encodings.decoding import decode
from extractors.pages.html import read_fragment
from extractors.readers.forwarded import Forwarded, drop_signature, find_forwarded
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.reasons import Refused
from extractors.records import Metadatum, Page, Rejection

MOST_PARTS = 1_000
HEADER = re.compile(rb"([!-9;-~]{1,60}):[ \t]?")  # RFC 5322, section 2.2
KNOWN_HEADERS = frozenset((
    b"from", b"to", b"cc", b"subject", b"date", b"message-id", b"mime-version", b"received",
    b"return-path", b"delivered-to", b"content-type", b"reply-to", b"sender", b"list-id",
    b"list-unsubscribe", b"content-transfer-encoding", b"dkim-signature", b"x-mailer",
))  # fmt: skip
# What mail programs set before the subject of a mail that is answered or passed on.
_PASSED_ON = re.compile(r"^(?:(?:re|aw|sv|antw|fwd?|wg|tr|rv|enc|vb)(?:\[\d+\])?\s*:\s*)+", re.I)
_BETWEEN_DAY_AND_TIME = re.compile(r"\s+(?:at|um|à|a las|alle(?: ore)?|às|om|o|kl\.?)\s+(?=\d)")
_FORWARDED = re.compile(r"^(?:fwd?|wg|tr|rv|enc|doorst|i)\s*:", re.I)  # an answer speaks for itself
NEWSLETTER = ("List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID")
ATTACHED = (".html", ".htm", ".txt", ".pdf", ".docx", ".xlsx", ".rtf", ".zip", ".md", ".csv",
            ".json")  # fmt: skip


def count_headers(raw: bytes) -> int:
    """Known header fields (RFC 5322) of a mail at the beginning of the bytes; 0 for other texts."""
    known = 0
    for line in raw.splitlines()[:200]:
        if not line.strip():
            break
        match = HEADER.match(line)
        if match is None and not line.startswith((b" ", b"\t")):
            return 0
        known += match is not None and match[1].lower() in KNOWN_HEADERS
    return known


def header(message: Message, name: str) -> str:
    """Value of a header as text, decoded (RFC 2047); "" when there is none.

    Bytes that are not encoded as they should be are read as the text of a file is.
    """
    values = (value for key, value in message.raw_items() if key.lower() == name.lower())
    raw = next(values, None)
    if raw is None:
        return ""
    raw = str(raw)
    if not raw.isascii():
        decoded = decode(raw.encode("utf-8", "surrogateescape"))
        raw = raw if isinstance(decoded, Rejection) else decoded.text
    try:
        text = str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError, AssertionError):
        text = str(raw)
    return " ".join(text.encode("utf-8", "replace").decode().split())


def part_text(part: Message, *, html: bool = False) -> str:
    """Text of a part in the charset it states, or the one that its bytes show."""
    raw = part.get_payload(decode=True) or b""
    decoded = decode(raw, html=html, charset=part.get_content_charset() or "")
    return "" if isinstance(decoded, Rejection) else decoded.text


def iterate_parts(message: Message) -> Iterator[Message]:
    """The parts that hold no others, in order; a forwarded message counts as one part."""
    stack, count = [message], 0
    while stack:
        part = stack.pop()
        count += 1
        if count > MOST_PARTS:
            raise Refused("too_much_inside", f"The message has more than {MOST_PARTS:,} parts.")
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list) and part.get_content_type() != "message/rfc822":
            stack += reversed([item for item in inner if isinstance(item, Message)])
        else:
            yield part


def read_message(source: Source, raw: bytes) -> Iterator[Piece]:
    """The message, and what is attached to it, at places of their own."""
    message = email.message_from_bytes(raw)
    parts = list(iterate_parts(message))
    inside = [part for part in parts if _is_attached(part)]
    place = "message" if inside else ""
    yield source.piece(place, lambda: page_of_message(message, parts))
    for number, part in enumerate(inside, 1):
        if part.get_content_type() == "message/rfc822":
            content = b"".join(inner.as_bytes() for inner in part.get_payload())
            yield from source.read_member(io.BytesIO(content), "forwarded.eml", f"part {number}")
        else:
            content, name = part.get_payload(decode=True) or b"", part.get_filename()
            yield from source.read_member(io.BytesIO(content), name, name)


def page_of_message(message: Message, parts: list[Message]) -> Page | Rejection:
    """The text of a message: its HTML when it has one, as newsletters write that first."""
    shown = [part for part in parts if not _is_attached(part)]
    pages = [part for part in shown if part.get_content_type() == "text/html"]
    plain = [part for part in shown if part.get_content_type() == "text/plain"]
    text = "\n".join(read_fragment(part_text(part, html=True)) for part in pages)
    if not text.strip():
        text = "\n".join(part_text(part) for part in plain)
    if not text.strip():
        kinds = ", ".join(dict.fromkeys(part.get_content_type() for part in shown))
        return Rejection("no_text", f"The message has no text, only {kinds or 'headers'}."[:300])
    inner = find_forwarded(text) if _FORWARDED.match(header(message, "Subject")) else None
    facts = _state_facts(message) if inner is None else _state_forwarded(inner)
    if inner is not None:
        text = drop_signature(inner.text, parseaddr(header(message, "From"))[0])
    return Page(text, "mail", metadata=tuple(facts))


def message_place(message: Message, number: int) -> str:
    """The Message-ID, else the number of the message from 1."""
    return header(message, "Message-ID").strip("<> ")[:200] or f"item {number}"


def _state_facts(message: Message) -> Iterator[Metadatum]:
    """Subject, date and sender; the sender of a newsletter is an outlet, another a person."""
    sender = parseaddr(header(message, "From"))[0]
    sent_to_many = any(message.get(name) for name in NEWSLETTER) or is_house(sender)
    yield from _state(
        ("title", "Subject", _PASSED_ON.sub("", header(message, "Subject"))),
        ("published_at", "Date", header(message, "Date")),
        ("outlet" if sent_to_many else "author", "From", sender),
        ("language", "Content-Language", header(message, "Content-Language")),
    )


def _state_forwarded(inner: Forwarded) -> Iterator[Metadatum]:
    """What the message inside says of itself: whoever passed it on did not write it."""
    sender = re.split(r"\s*[<(\[]", inner.sender, maxsplit=1)[0].strip(" \"'")
    yield from _state(
        ("title", "Subject", _PASSED_ON.sub("", inner.subject)),
        ("published_at", "forwarded Date", _BETWEEN_DAY_AND_TIME.sub(" ", inner.sent)),
        ("outlet" if is_house(sender) else "author", "forwarded From", sender),
    )


def _state(*facts: tuple[str, str, str]) -> Iterator[Metadatum]:
    for field, name, value in facts:
        if value and len(value) <= 1000:
            yield Metadatum(field, value, "field", source_field=name)


def _is_attached(part: Message) -> bool:
    if part.get_content_type() == "message/rfc822":
        return True
    name = part.get_filename()
    return isinstance(name, str) and "/" not in name and name.lower().endswith(ATTACHED)
