"""How what a pattern matches can begin: it rules most lines out before the pattern is tried.

Only what the tables of labels use of regular expressions is understood; from anything else on,
whatever follows may follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

HEAD_CHARS = 3  # characters of a beginning that are told
DIGIT = "0"  # stands for all digits
_DIGITS = str.maketrans("123456789", DIGIT * 9)
_PLAIN = re.compile(r"[^\\.^$*+?{}\[\]|()]|\\[.()\[\]|+*?$^ds]")
_ANY = re.compile(r"\\.|\[.[^\]]*\]|.", re.DOTALL)
_SET = re.compile(r"\[(-?[^\\^\]-]+-?)\]")
_QUANTIFIER = re.compile(r"([?*+]|\{(\d*),?\d*\})[?+]?")
_STRUCTURE = re.compile(r"\\.|\[.[^\]]*\]|[(|)]", re.DOTALL)  # escapes and sets hide signs
_LOOK = ("(?=", "(?!", "(?<=", "(?<!")
_DEEPER = {"(": 1, ")": -1}
_Head = tuple[str, bool]  # a beginning, and whether the pattern may go on behind it


def list_heads(pattern: str) -> frozenset[str]:
    """Beginnings, of HEAD_CHARS characters or fewer, of all that `pattern` may match.

    Every text that it matches as a whole begins with one of them, once `fold_head` has made all
    digits alike; it has no blanks but spaces. A pattern that may begin with any character has the
    empty beginning.
    """
    return frozenset(head for head, _ in _head_choices(pattern))


def fold_head(text: str) -> str:
    """The beginning of a text, as it stands among those of patterns."""
    head = text[:HEAD_CHARS]
    if head.isascii():
        return head.translate(_DIGITS)
    return head if head.isalpha() else "".join(DIGIT if c.isdecimal() else c for c in head)


def list_open_choices(pattern: str) -> list[str]:
    """The choices of a pattern that may begin with any character."""
    choices = _split(pattern)
    if len(choices) > 1:
        return [found for choice in choices for found in list_open_choices(choice)]
    if pattern.startswith("(?:") and _find_close(pattern, 0) == len(pattern):
        return list_open_choices(pattern[3:-1])
    return [pattern] if "" in list_heads(pattern) else []


def needs_digit(pattern: str) -> bool:
    """True when all that `pattern` matches holds a digit, as far as can be told."""
    return all(
        any(_is_digit(atom) for atom, optional, _ in _cut_atoms(choice) if not optional)
        for choice in _split(pattern)
    )


def _is_digit(atom: str) -> bool:
    return atom == r"\d" or (atom.startswith("(?:") and needs_digit(atom[3:-1]))


def _head_choices(pattern: str) -> set[_Head]:
    return {head for choice in _split(pattern) for head in _head_sequence(choice)}


def _head_sequence(choice: str) -> set[_Head]:
    """Beginnings of a pattern without choices at its top."""
    heads: set[_Head] = {("", True)}
    for atom, optional, repeated in _cut_atoms(choice):
        if not any(goes_on for _, goes_on in heads):
            break
        begins = _head_atom(atom)
        longer = set()
        for head, goes_on in heads:
            for tail, tail_goes_on in begins if goes_on else {("", False)}:
                joined = (head + tail)[:HEAD_CHARS]
                whole = len(joined) < HEAD_CHARS and tail_goes_on and not (repeated and tail)
                longer.add((joined, goes_on and whole))
        heads = longer | heads if optional else longer
    return heads


def _cut_atoms(choice: str) -> Iterator[tuple[str, bool, bool]]:
    """The pieces of a sequence; may they be missing, may they come again?"""
    at = 0
    while at < len(choice):
        end = _find_close(choice, at) if choice[at] == "(" else _ANY.match(choice, at).end()
        quantifier = _QUANTIFIER.match(choice, end) if end < len(choice) else None
        fewest = quantifier[2] or quantifier[1][:1] if quantifier else "1"
        optional = fewest in ("?", "*", "0", "{")
        yield choice[at:end], optional, quantifier is not None and fewest != "?"
        at = quantifier.end() if quantifier else end


def _head_atom(atom: str) -> set[_Head]:
    if members := _SET.fullmatch(atom):
        return {(_fold(char), True) for char in members[1]}
    if atom[0] == "(":
        return _head_group(atom)
    return {(_fold(atom), True)} if _PLAIN.fullmatch(atom) else {("", False)}


def _fold(char: str) -> str:
    if char == "\\s":
        return " "
    return DIGIT if char == "\\d" or char.isdecimal() else char[-1]


def _head_group(group: str) -> set[_Head]:
    if group.startswith(_LOOK):
        return {("", True)}
    if not group.startswith("(?:"):
        return {("", False)}
    return _head_choices(group[3:-1])


def _split(pattern: str) -> list[str]:
    """The choices at the top of a pattern."""
    cuts, depth = [-1], 0
    for sign in _STRUCTURE.finditer(pattern):
        depth += _DEEPER.get(sign[0], 0)
        if sign[0] == "|" and not depth:
            cuts.append(sign.start())
    return [pattern[a + 1 : b] for a, b in zip(cuts, [*cuts[1:], len(pattern)], strict=True)]


def _find_close(pattern: str, at: int) -> int:
    """The place behind the group that begins at `at`."""
    depth = 0
    for sign in _STRUCTURE.finditer(pattern, at):
        depth += _DEEPER.get(sign[0], 0)
        if not depth:
            return sign.end()
    raise ValueError(f"no bracket closes the one at {at} of {pattern}")
