"""Words, word pieces, shapes and table marks: what the tagger sees of a text.

Words are cut as BERT's basic tokenizer cuts Latin text (each sign alone); pieces follow the
WordPiece vocabulary of MiniLM-L6 (uncased). Since the vocabulary knows no capitals, each word also
carries its shape and what the name tables say about it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from extractors.tagger.marks import WORD, mark_words

STOPS = frozenset(".!?;:")
LONGEST_WORD = 100  # letters; BERT gives up at the same length
MOST_PIECES = 12  # of one word: the first carries its tag, and no name needs more
LONGEST_CACHE = 200_000  # words remembered with their pieces, about 30 MB
PAD, UNKNOWN, START, END = 0, 100, 101, 102  # ids of the vocabulary's own signs

SHAPE_COUNT = 10


@dataclass(frozen=True, slots=True)
class TaggerWord:
    """One word of a text with everything the tagger looks at."""

    start: int
    end: int
    pieces: tuple[int, ...]  # ids of the vocabulary
    shape: int  # 1 to 9, see shape_of
    mark: int  # below MARK_COUNT, see mark_words
    is_stop: bool = False  # a sign that can end a sentence


@dataclass(slots=True)
class Vocabulary:
    """The word pieces with a memory of the words already cut."""

    ids: dict[str, int]
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The WordPiece vocabulary that ships with the tagger, one piece per line."""
    text = (files("extractors") / "data" / "tagger_vocabulary.txt").read_text(encoding="utf8")
    return Vocabulary({piece: number for number, piece in enumerate(text.split("\n"))})


def fold_word(word: str) -> str:
    """The word in lower case without accents, as the vocabulary spells it."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in plain if unicodedata.category(c) != "Mn")


def cut_pieces(word: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    """Ids of the longest pieces from left to right; UNKNOWN when they do not cover the word.

    A made-up word, an address or a code gives no more than MOST_PIECES.
    """
    known = vocabulary.known.get(word)
    if known is not None:
        return known
    folded = fold_word(word)
    pieces: list[int] = []
    at = 0
    while at < len(folded) <= LONGEST_WORD and len(pieces) < MOST_PIECES:
        for end in range(len(folded), at, -1):
            piece = vocabulary.ids.get(("##" if at else "") + folded[at:end])
            if piece is not None:
                break
        else:
            break
        pieces.append(piece)
        at = end
    whole = at == len(folded) or len(pieces) == MOST_PIECES
    result = tuple(pieces) if pieces and whole else (UNKNOWN,)
    if len(vocabulary.known) < LONGEST_CACHE:
        vocabulary.known[word] = result
    return result


def shape_of(word: str) -> int:
    """1 lower, 2 Title, 3 UPPER, 4 single capital, 5 McName, 6 iName, 7 digits, 8 sign, 9 other."""
    if not word[0].isalnum():
        return 8
    if word.isdigit():
        return 7
    if word.islower():
        return 1
    if word[0].isupper():
        if len(word) == 1:
            return 4
        return 3 if word.isupper() else 2 if word[1:].islower() else 5
    return 6 if any(c.isupper() for c in word) else 9


def cut_words(text: str, offset: int = 0) -> list[TaggerWord]:
    """All words of a text in order; `offset` is where the text begins in a larger one."""
    vocabulary = load_vocabulary()
    found = [(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]
    marks = mark_words([word for _, _, word in found])
    return [
        TaggerWord(
            start + offset,
            end + offset,
            cut_pieces(word, vocabulary),
            shape_of(word),
            mark,
            word in STOPS,
        )
        for (start, end, word), mark in zip(found, marks, strict=True)
    ]
