"""Chats of WhatsApp and Telegram, exported or copied: each long message is an article.

[21/11/2026, 10:14] Anna: Bridge closed        WhatsApp on an iPhone, or copied; Telegram copied
21/11/2026, 10:14 - Anna: Bridge closed        WhatsApp on Android
Larn Channel, [21.11.2026 10:14]               Telegram, the message below

Whoever sends a message did not write the article, and the time of sending is not that of its
publication. Only channels of Telegram publish: their messages state outlet and time. Talk between
the articles is no document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.authors.byline_names import is_house
from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.records import Metadatum, Page, Rejection, find_value
from extractors.tokens import count_words

LEAST_WORDS = 20  # of a message that is an article
HEADLINE_WORDS, PROSE_WORDS = 25, 14  # at most of its headline, at least of the line below
HIDDEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # marks of direction in exports
DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.? [^\W\d_]{3,9}\.? \d{4})"
STAMP = rf"{DAY},?(?: at| um| à| a las)?\s\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
SENDER = r"[^:\[\]\n]{1,60}"
IN_BRACKETS = rf"\[(?P<stamp>{STAMP})\] (?P<sender>{SENDER}):(?: |$)(?P<rest>.*)"
BEHIND_DASH = rf"(?P<stamp>{STAMP}) [-–] (?:(?P<sender>{SENDER}): )?(?P<rest>.*)"
ON_TOP = rf"(?P<sender>{SENDER}), \[(?P<stamp>{STAMP})\]:?(?P<rest>)"
FORMS = tuple(re.compile(form) for form in (IN_BRACKETS, BEHIND_DASH, ON_TOP))
DASHED, TOPPED = FORMS[1], FORMS[2]
FORWARDED = re.compile(
    r"\[?\s*(?:forwarded from|weitergeleitet (?:von|aus)|transféré de|reenviado de|inoltrato da|"
    r"encaminhad[oa] de|переслано (?:из|от))\s*:?\s+(?P<name>[^\]]{2,60})\]?",
    re.I,
)
LINK = re.compile(r"https?://\S+")
LEADING_SIGNS = re.compile(r"^[^\w\"'«„“‘¿¡(]+")  # emoji
BOLD = re.compile(r"^([*_~]{1,2})(?=\S)(.+?)(?<=\S)\1$")


class Message(NamedTuple):
    """One message of a chat."""

    sender: str | None  # None for notes of the program itself
    stamp: str  # as the chat writes it
    lines: list[str]
    outlet: str | None = None  # the channel that published it
    facts: tuple[tuple[str, str, str], ...] = ()  # field, value, where it says so: others it states


def sniff(head: Head) -> bool:
    """True for a text that begins with the stamp of a message; without brackets it takes two."""
    lines = [line for line in _list_lines(head.text) if line.strip()]
    form = next((form for form in FORMS if lines and form.fullmatch(lines[0])), None)
    return form is not None and (form is not DASHED or sum(map(_is_dashed, lines)) > 1)


def read(source: Source) -> Iterator[Piece]:
    """A piece for each long message, at its stamp and sender; a refusal where there is none."""
    found = False
    for message in _list_messages(source.read_text().text):
        if message.sender and count_words("\n".join(message.lines)) >= LEAST_WORDS:
            found = True
            place = f"{message.stamp} {message.sender}"
            yield source.piece(place, lambda message=message: page_of(message))
    if not found:
        told = f"The chat has no message of {LEAST_WORDS} words or more."
        yield Piece(source.place, Rejection("no_text", told))


def _list_lines(text: str) -> list[str]:
    return HIDDEN.sub("", text).replace("\u202f", " ").replace("\r\n", "\n").split("\n")


def _is_dashed(line: str) -> bool:
    return DASHED.fullmatch(line) is not None


def _list_messages(text: str) -> Iterator[Message]:
    message = None
    for line in _list_lines(text):
        matches = ((form, form.fullmatch(line.rstrip())) for form in FORMS)
        form, match = next(((f, m) for f, m in matches if m), (None, None))
        if match is not None:
            if message is not None:
                yield message
            lines = [match["rest"]] if match["rest"] else []
            sender = match["sender"]
            outlet = sender if form is TOPPED and is_house(sender) else None
            message = Message(sender, match["stamp"], lines, outlet)
        elif message is not None:
            message.lines.append(line)
    if message is not None:
        yield message


def page_of(message: Message) -> Page:
    """The message without its stars, with what it states of where it was published."""
    lines = [BOLD.sub(r"\2", line.strip()) for line in message.lines]
    outlet = message.outlet
    published = message.stamp if outlet else None
    first = next((i for i, line in enumerate(lines) if line), None)
    if first is not None and (match := FORWARDED.fullmatch(lines[first])):
        outlet, published = match["name"] if is_house(match["name"]) else None, None
        del lines[first]
    links = [line for line in lines if LINK.fullmatch(line)]
    facts = (
        ("title", _headline(lines), "first line"),
        ("outlet", outlet, "sender"),
        ("published_at", published, "sent"),
        ("url", links[0] if len(links) == 1 else None, "link"),
        *message.facts,
    )
    metadata = tuple(
        Metadatum(field, value, "field", source_field=named)
        for field, value, named in facts
        if value
    )
    text = "\n".join(lines).strip("\n")
    return Page(text, "chat", url=find_value(metadata, "url"), metadata=metadata)


def _headline(lines: list[str]) -> str | None:
    """The first line without signs in front when it is no sentence, and a paragraph is below."""
    told = [line for line in lines if line][:2]
    if len(told) < 2 or count_words(told[1]) < PROSE_WORDS or told[0].endswith((".", ":", ",")):
        return None
    headline = LEADING_SIGNS.sub("", told[0])
    return headline if 2 <= count_words(headline) <= HEADLINE_WORDS else None
