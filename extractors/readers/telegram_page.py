"""A chat exported from Telegram as web pages (messages.html): each long message is an article.

The other form of telegram's export, and what Telegram Desktop offers first. A page tells the name
of the chat, not its kind: where nobody else speaks it is a channel, which publishes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from extractors.pages.tree import load_tree
from extractors.readers.chat import LEAST_WORDS, Message, page_of
from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.records import Rejection
from extractors.tokens import count_words

BEGIN = re.compile(r'<div class="page_wrap"[^>]*>.{0,2000}?class="page_body chat_page"', re.S)
STAMP = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?", re.A)
NUMBER = re.compile(r"message(\d+)", re.A)


def sniff(head: Head) -> bool:
    """True for a page with the frame of such an export."""
    return BEGIN.search(head.text) is not None


def read(source: Source) -> Iterator[Piece]:
    """A piece for each long message, at its id; a refusal where there is none."""
    tree = load_tree(source.read_text().text)
    messages = [] if tree is None else list(_list_messages(tree))
    chat = None if tree is None else _find_text(tree, "page_header")
    is_channel = {message.sender for _, message in messages} == {chat}
    found = False
    for number, message in messages:
        if count_words("\n".join(message.lines)) >= LEAST_WORDS:
            found = True
            told = message._replace(outlet=chat) if is_channel else message
            yield source.piece(number, lambda told=told: page_of(told))
    if not found:
        told = f"The chat has no message of {LEAST_WORDS} words or more."
        yield Piece(source.place, Rejection("no_text", told))


def _list_messages(tree: HtmlElement) -> Iterator[tuple[str, Message]]:
    """Number and content of each message; a joined one has the sender of the one above."""
    sender = ""
    for element in tree.iter("div"):
        number = NUMBER.fullmatch(element.get("id") or "")
        if number is None or not _is_called(element, "default"):
            continue
        passed_on = _find(element, "forwarded")
        own = [name for name in _find_all(element, "from_name") if not _is_inside(name, passed_on)]
        sender = _first_words(own[0]) if own else sender
        text = _find(element, "text")
        lines = [] if text is None else _list_lines(text)
        if passed_on is not None and (name := _find(passed_on, "from_name")) is not None:
            lines.insert(0, f"[Forwarded from {_first_words(name)}]")
        signed = _find_text(element, "signature")
        facts = (("author", signed, "signature"),) if signed else ()
        yield number[1], Message(sender, _tell_time(element), lines, None, facts)


def _tell_time(element: HtmlElement) -> str:
    """ISO 8601, with the distance from UTC where it is told."""
    date = _find(element, "date")
    match = None if date is None else STAMP.match(date.get("title") or "")
    if match is None:
        return ""
    day, month, year, clock, zone = match.groups()
    return f"{year}-{month}-{day}T{clock}{zone or ''}"


def _list_lines(text: HtmlElement) -> list[str]:
    for line_break in text.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return text.text_content().strip().split("\n")


def _find_all(element: HtmlElement, name: str) -> Iterator[HtmlElement]:
    return (inner for inner in element.iter("div") if _is_called(inner, name))


def _find(element: HtmlElement, name: str) -> HtmlElement | None:
    return next(_find_all(element, name), None)


def _find_text(element: HtmlElement, name: str) -> str:
    found = _find(element, name)
    return "" if found is None else " ".join(found.text_content().split())


def _first_words(name: HtmlElement) -> str:
    """The name without what stands in elements of its own: the time, the bot it came by."""
    return " ".join((name.text or "").split())


def _is_called(element: HtmlElement, name: str) -> bool:
    return name in (element.get("class") or "").split()


def _is_inside(element: HtmlElement, outer: HtmlElement | None) -> bool:
    return outer is not None and any(above is outer for above in element.iterancestors("div"))
