"""A chat exported from Telegram as JSON (result.json): each long message is an article.

The layout is that of https://core.telegram.org/import-export. Channels publish: their messages
state outlet and time. In groups somebody passes on what was published elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timezone

from extractors.readers.chat import LEAST_WORDS, Message, page_of
from extractors.readers.head import Head
from extractors.readers.json_file import iterate_list
from extractors.readers.json_lines import parse_object
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.records import Rejection
from extractors.tokens import count_words

KINDS = r"(?:(?:public|private)_(?:channel|supergroup|group)|personal_chat|bot_chat|saved_messages)"
BEGIN = re.compile(
    r'\ufeff?\s*\{(?:\s*"(?:name|type|id)"\s*:\s*(?:"(?:[^"\\]|\\.)*"|-?\d+|null)\s*,)*'
    r'\s*"messages"\s*:\s*\['
)
KIND = re.compile(rf'"type"\s*:\s*"{KINDS}"')


def sniff(head: Head) -> bool:
    """True for an object that begins with the kind of a chat and then holds its messages."""
    match = BEGIN.match(head.text)
    return match is not None and KIND.search(match[0]) is not None


def read(source: Source) -> Iterator[Piece]:
    """A piece for each long message, at its id; a refusal where there is none."""
    chat = _read_chat(source.peek().text)
    found = False
    for value in iterate_list(source, BEGIN):
        message = _read_message(value, chat) if isinstance(value, Mapping) else None
        if message and count_words("\n".join(message.lines)) >= LEAST_WORDS:
            found = True
            yield source.piece(str(value.get("id")), lambda message=message: page_of(message))
    if not found:
        told = f"The chat has no message of {LEAST_WORDS} words or more."
        yield Piece(source.place, Rejection("no_text", told))


def _read_chat(head: str) -> Mapping[str, object]:
    """Name, type and id of the chat."""
    begin = BEGIN.match(head)[0]
    return parse_object(begin.lstrip("\ufeff") + "]}")


def _read_message(value: Mapping[str, object], chat: Mapping[str, object]) -> Message | None:
    """One message; None for what the program itself notes."""
    if value.get("type") != "message":
        return None
    is_channel = str(chat.get("type")).endswith("_channel")
    lines = _join(value.get("text")).split("\n")
    if forwarded := value.get("forwarded_from"):
        lines.insert(0, f"[Forwarded from {forwarded}]")
    edited = _tell_time(value, "edited") if is_channel else None
    stated = (("author", value.get("author"), "author"), ("updated_at", edited, "edited"))
    facts = tuple((field, str(told), name) for field, told, name in stated if told)
    outlet = str(chat["name"]) if is_channel and chat.get("name") else None
    sent = _tell_time(value, "date") or ""
    return Message(str(value.get("from") or ""), sent, lines, outlet, facts)


def _tell_time(value: Mapping[str, object], name: str) -> str | None:
    """ISO 8601: the clock of whoever exported the chat, and its distance from UTC where told."""
    local, seconds = value.get(name), value.get(f"{name}_unixtime")
    try:
        clock = datetime.fromisoformat(str(local))
        offset = clock - datetime.fromtimestamp(int(str(seconds)), UTC).replace(tzinfo=None)
        return clock.replace(tzinfo=timezone(offset)).isoformat()
    except (ValueError, OverflowError, OSError):  # exports before 2021 have no seconds
        return str(local) if local else None


def _join(text: object) -> str:
    """A text, or parts of it of which some are links and the like."""
    if isinstance(text, list):
        return "".join(map(_join, text))
    if isinstance(text, Mapping):
        return str(text.get("text") or "")
    return text if isinstance(text, str) else ""
