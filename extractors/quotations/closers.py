"""Finds the mark that ends a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.quotations.marks import CLOSERS, FINAL, SINGLE, Token

DEEPEST = 8  # quotations in quotations; more are no text, and each would be looked through again
LONGEST = 4_000  # characters: what runs on longer has lost its closing mark


def find_closer(text: str, tokens: Sequence[Token], opener: int) -> int | None:
    """Place in `tokens` of the mark that ends the quotation."""
    first = tokens[opener]
    if first.sign in SINGLE:
        return _find_single_closer(text, tokens, opener)
    closer = _find_own_closer(text, tokens, opener)
    return _find_plain_closer(tokens, opener) if closer is None else closer


def _find_plain_closer(tokens: Sequence[Token], opener: int) -> int | None:
    """A straight mark that ends what a curved one began: “...", where no curved one follows."""
    if tokens[opener].sign != "“":
        return None
    for number in range(opener + 1, len(tokens)):
        token = tokens[number]
        if token.opens or token.sign in CLOSERS["“"] or token.at - tokens[opener].at > LONGEST:
            return None
        if token.sign == '"' and token.closes:
            return number
    return None


def _find_own_closer(text: str, tokens: Sequence[Token], opener: int) -> int | None:
    first = tokens[opener]
    closers, depth = CLOSERS[first.sign], 0
    for number in range(opener + 1, len(tokens)):
        token = tokens[number]
        if token.at - first.at > LONGEST:
            return None
        is_closer = token.sign in closers and token.closes
        if is_closer and not (token.sign == first.sign and token.opens and not token.closes):
            if token.sign in '"”' and _is_inch(text, tokens, number):
                continue
            if depth == 0:
                return number
            depth -= 1
        elif token.sign == first.sign and token.opens:
            if token.sign in '"＂”':
                return None  # another one begins: this one was never closed
            depth += 1
            if depth > DEEPEST:
                return None
    return None


def find_joined(text: str, tokens: Sequence[Token], opener: int) -> int | None:
    """Place of the mark that opens the next paragraph of a quotation, where paragraphs were joined
    to one line: "One. "Two."."""
    first = tokens[opener]
    if first.sign in SINGLE:
        return None
    for number in range(opener + 1, len(tokens)):
        token = tokens[number]
        if token.sign == first.sign and token.opens:
            ahead = text[first.at + 1 : token.at].rstrip()
            is_next = bool(ahead) and ahead[-1] in ".!?…" and not text[token.at + 1].islower()
            return number if is_next and token.at - first.at <= LONGEST else None
        if token.sign in CLOSERS[first.sign] and token.closes:
            return None
    return None


def _is_inch(text: str, tokens: Sequence[Token], number: int) -> bool:
    """True for the mark behind a number when a later one still closes the quotation."""
    token = tokens[number]
    if token.sign != '"' or not text[token.at - 1].isdigit():
        return False
    later = [t for t in tokens[number + 1 : number + 40] if t.sign == '"']
    return len(later) % 2 == 1 and not later[0].opens


def _find_single_closer(text: str, tokens: Sequence[Token], opener: int) -> int | None:
    """As find_closer for marks that are apostrophes, too: one behind punctuation is the surer."""
    first, weak = tokens[opener], None
    for number in range(opener + 1, len(tokens)):
        token = tokens[number]
        if token.at - first.at > LONGEST:
            break
        if token.sign in CLOSERS[first.sign] and token.closes:
            after = text[token.at + 1 : token.at + 2]
            if text[token.at - 1] in FINAL or (after and after in ",.;:!?)"):
                return weak if weak is not None and text[tokens[weak].at - 1] != "s" else number
            weak = number if weak is None else weak
        elif token.opens and token.sign == first.sign:
            break
    return weak
