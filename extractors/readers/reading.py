"""A file's bytes to its pieces: format, limits and faults are looked after here for all readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

from extractors.encodings.well_formed import mend_page
from extractors.pages.html import read_html
from extractors.parts import ELSEWHERE, WHOLE, Part
from extractors.readers.formats import find_format
from extractors.readers.limits import LIMITS, Account, Limits
from extractors.readers.piece import Piece, rejection_of
from extractors.readers.source import PageReader, Source
from extractors.reasons import Refused
from extractors.records import Page, Rejection

MOST_LINES = 200_000  # a long book has 20,000; a million short lines cost 1.7 GB to clean
BLANK = "\ufeff\0\u00a0\u200b\u2028\u2029 \t\r\n\f\v"


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that is being read."""

    format: str | None  # name of its outermost format; None when it is none that can be read
    pieces: Iterator[Piece]  # at least one, each place once; read from the stream as they are asked


def read_pieces(
    stream: BinaryIO,
    name: str,
    byte_count: int,
    *,
    limits: Limits = LIMITS,
    columns: Mapping[str, str] | None = None,
    read_html: PageReader = read_html,
    part: Part = WHOLE,
) -> Reading:
    """The documents of one file, in order.

    `stream` must be seekable and at its beginning; `byte_count` is its length; `columns` maps
    fields to the names that the records of this file have for them; `read_html` reads web pages,
    wherever they lie. Of the pieces that `part` does not hold there is the place only: they are
    ELSEWHERE. Raises only what reading the stream raises (OSError).
    """
    account = Account(limits, byte_count, part)
    source = Source(stream, name, account, _read_source, columns=columns or {}, read_html=read_html)
    found = find_format(source.peek())
    form = None if isinstance(found, Rejection) else found.name
    return Reading(form, _with_own_places(_hand_out(_read_source(source), account)))


def _hand_out(pieces: Iterator[Piece], account: Account) -> Iterator[Piece]:
    """The pieces of the part; of the others the place. At least one piece."""
    is_empty = True
    for piece in pieces:
        is_empty, is_wanted = False, account.wants_next()
        if is_wanted and piece.found is ELSEWHERE:
            raise RuntimeError(f"{piece.place}: made ahead of its turn, its part cannot be told")
        account.piece_count += 1
        yield piece if is_wanted else replace(piece, found=ELSEWHERE)
    if is_empty:
        empty = Rejection("empty", "The file holds no document.")
        yield Piece("", empty if account.wants_next() else ELSEWHERE)


def _read_source(source: Source) -> Iterator[Piece]:
    """Pieces of a source; what breaks off leaves a last piece that says so."""
    last = None
    try:
        for piece in _read_format(source):
            if source.depth == 0:
                source.account.add_member()
            last = piece.place
            yield _settle_page(piece)
        return
    except (MemoryError, OSError) as error:
        if isinstance(error, MemoryError) or error.errno is not None:
            raise  # of the disk; packed streams that are broken raise OSError without a number
        rejection = rejection_of(error)
    except Exception as error:  # any fault of a parser on hostile input; kept with its detail
        rejection = rejection_of(error)
    place = source.place if last is None else source.at("rest")
    yield Piece(place, rejection)


def _read_format(source: Source) -> Iterator[Piece]:
    limit = source.account.limits.depth
    if source.depth > limit:
        raise Refused("nested_too_deep", f"More than {limit} formats are packed into each other.")
    found = source.reader or find_format(source.peek())
    if isinstance(found, Rejection):
        yield Piece(source.place, found)
    else:
        yield from found.read(source)


def _settle_page(piece: Piece) -> Piece:
    """The piece, refused when its text holds nothing, or more lines than an article can have.

    What a page states comes from JSON, YAML and others, which can hold halves of characters.
    """
    if not isinstance(piece.found, Page):
        return piece
    text = piece.found.text
    if not text.strip(BLANK):
        return replace(piece, found=Rejection("empty", "It holds nothing but white space."))
    count = text.count("\n") + text.count("\r")
    if count > MOST_LINES:
        detail = f"{count:,} lines; the limit is {MOST_LINES:,}."
        return replace(piece, found=Rejection("too_large", detail))
    page = mend_page(piece.found)
    return piece if page is piece.found else replace(piece, found=page)


def _with_own_places(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces with a number behind places that occur again, one that no other has."""
    given: dict[int, int] = {}  # hash of a place -> the last number behind it
    for piece in pieces:
        place = stated = piece.place.encode("utf-8", "replace").decode("utf-8")
        number = given.get(hash(stated), 0)
        while hash(place) in given:
            number += 1
            place = f"{stated} ({number})"
        given[hash(place)] = 1
        given[hash(stated)] = max(number, 1)
        yield replace(piece, place=place) if place != piece.place else piece
