"""Cuts a text into the tokens that the search for names looks at."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.namebook.cues import words

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){1,6}[^\W\d_]\b\.?"  # U.S. or U.S
    r"|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"  # words, O'Neill and Yerevan's among them
    r"|\d+(?:[.,]\d+)*|\n|[^\w\s]|_"
)
POSSESSIVE = ("'s", "’s", "ʼs", "'S", "’S")
ENDS = frozenset(".!?…:;\n•|·*")
QUOTES = frozenset("\"“”«»„‘'([—–")
ABBREVIATIONS = words(
    "Mr Mrs Ms Dr Prof Gen Lt Col Capt Maj Sgt Sen Rep Gov St Mt Adm Brig Cpl Hon Rev Jr Sr"
)


class Token(NamedTuple):
    """A word, number or sign of a text: `text[start:end]`."""

    start: int
    end: int  # the possessive 's is left out
    text: str
    opens: bool  # first word of a sentence, line or quotation: its capital proves nothing
    glued: bool  # no blank between it and the token before
    owned: bool = False  # the word before is a possessive: Iran's


def cut_possessive(word: str) -> str:
    """The word without a possessive ending."""
    return word[:-2] if len(word) > 3 and word.endswith(POSSESSIVE) else word


def ends_sentence(sign: str, before: str) -> bool:
    """True when this sign after that word lets a new sentence begin."""
    if sign == ".":
        return not (before in ABBREVIATIONS or (len(before) == 1 and before.isupper()))
    return sign in ENDS


def begins_item(tokens: list[Token]) -> bool:
    """True when the last token is a dash that begins its line."""
    return tokens[-1].text == "-" and (len(tokens) < 2 or tokens[-2].text == "\n")


def cut_tokens(text: str) -> list[Token]:
    """All tokens of a text in order; blanks are left out, line breaks are tokens."""
    tokens: list[Token] = []
    opens, before, last_end, owned = True, "", -1, False
    for match in TOKEN.finditer(text):
        word, (start, end) = match.group(), match.span()
        glued, was_owned, owned = start == last_end, owned, False
        last_end = end
        if word[0].isalnum():
            if word[-1] in "sS" and (cut := cut_possessive(word)) != word:
                word, end, owned = cut, start + len(cut), True
            tokens.append(Token(start, end, word, opens, glued, was_owned))
            opens = False
        else:
            tokens.append(Token(start, end, word, False, glued, was_owned))
            if not opens:
                opens = ends_sentence(word, before) or word in QUOTES or begins_item(tokens)
        before = word
    return tokens
