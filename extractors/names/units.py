"""Groups tokens into units: known names, capitalised words, titles, joining words, breaks."""

from __future__ import annotations

from typing import NamedTuple

from extractors.namebook import cues
from extractors.namebook.tables import KnownName, NameTables, load_common_abbreviations
from extractors.names.tokens import Token

KNOWN, CAPITAL, TITLE, PARTICLE, OF, AND, BREAK = (
    "known",
    "capital",
    "title",
    "particle",
    "of",
    "and",
    "break",
)
LONGEST_NAME = 16  # tokens: of a known name, or of words with hyphens between them
SOFT_SHARE = 0.6  # of the longer words of a line: above it the capitals are those of a headline
# Words in lower case that can stand in a name or in front of one; others only end it.
JOINING = frozenset({"of", "for", "and", "the"})
TELLING = cues.TITLES | cues.FIELDS | cues.PARTICLES | JOINING


class Unit(NamedTuple):
    """One or more tokens that are looked at together."""

    kind: str
    start: int
    end: int
    text: str
    soft: bool  # its capital proves nothing: start of a sentence, headline, line in capitals
    glued: bool  # follows the unit before without a blank
    known: KnownName | None = None
    owned: bool = False  # behind a possessive: what Iran's is not part of the name Iran


def find_headlines(tokens: list[Token]) -> list[bool]:
    """For each token whether its line writes most words with a capital and ends without a point."""
    marks: list[bool] = []
    line: list[Token] = []
    for token in [*tokens, None]:
        if token is not None:
            line.append(token)
        if token is None or token.text == "\n":
            marks.extend([is_headline(line)] * len(line))
            line = []
    return marks


def is_headline(line: list[Token]) -> bool:
    """True when the capitals of a line are those of a headline."""
    signs = [t.text for t in line if t.text != "\n"]
    if not signs or signs[-1] == ".":
        return False
    long_words = [word for word in signs if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long_words)
    return len(long_words) > 3 and capital > SOFT_SHARE * len(long_words)


def match_known(tokens: list[Token], at: int, tables: NameTables) -> int:
    """How many tokens from `at` on, which begin no line, spell a known name; 0 when none does."""
    behind = min(at + LONGEST_NAME, len(tokens))
    word, end = read_word(tokens, at, behind)
    counts = tables.longest.get(word)
    if counts:
        words, ends = [word], [end]
        while len(words) < counts[0] and ends[-1] < behind and tokens[ends[-1]].text != "\n":
            following, stop = read_word(tokens, ends[-1], behind)
            words.append(following)
            ends.append(stop)
        for count in counts:
            if count <= len(words) and " ".join(words[:count]) in tables.known:
                return ends[count - 1] - at
    return 1 if end - at > 1 and tokens[at].text in tables.known else 0


def read_word(tokens: list[Token], at: int, behind: int) -> tuple[str, int]:
    """The token at `at` with all that follow it without a blank, and the index behind them."""
    word, end = tokens[at].text, at + 1
    while end < behind and tokens[end].glued and tokens[end].text != "\n":
        word += tokens[end].text
        end += 1
    return word, end


def spell(tokens: list[Token]) -> str:
    """The tokens as one string, with a blank where the text has one or more."""
    return "".join(t.text if t.glued or i == 0 else " " + t.text for i, t in enumerate(tokens))


def join_hyphens(tokens: list[Token], at: int, tables: NameTables) -> int:
    """How many tokens from `at` on form one word with hyphens, like Nagorno-Karabakh, al-Assad."""
    end, behind = at + 1, min(at + LONGEST_NAME, len(tokens))
    while end + 1 < behind and tokens[end].text in "-‐‑" and tokens[end].glued:
        following = tokens[end + 1]
        if not following.glued or not following.text[0].isalpha():
            break
        separate = tokens[end - 1].text in tables.known or following.text in tables.known
        short = following.text.islower() and len(following.text) < 4
        if separate or not (following.text[0].isupper() or short):
            break
        end += 2
    return end - at if tokens[end - 1].text[0].isupper() else 1


def is_title(word: str, following: str) -> bool:
    """True for a title; Foreign is one before Minister, not before Ministry."""
    if word in cues.FIELDS:
        return following in cues.OFFICES
    return word in cues.TITLES and following not in cues.ORG_HEADS - cues.TITLES


def name_kind(word: str, soft: bool, following: str) -> str:
    """The kind of a single word that is in no table of names."""
    if is_title(word, following):
        return TITLE
    if not word[0].isupper():
        if word in ("of", "for"):
            return OF
        if word == "and":
            return AND
        return PARTICLE if word in cues.PARTICLES or word == "the" else BREAK
    quiet = word.capitalize() if word.isupper() and soft else word
    if word in load_common_abbreviations() or {word, quiet} & cues.NOT_NAMES:
        return BREAK
    return CAPITAL


def ends_name(word: str, tables: NameTables) -> bool:
    """True for a word in lower case that, with nothing glued to it, is in no name: most are."""
    return word.islower() and word not in TELLING and word not in tables.longest


def group_units(tokens: list[Token], tables: NameTables) -> list[Unit]:
    """The units of a text in order."""
    headlines = find_headlines(tokens)
    units: list[Unit] = []
    at, behind = 0, len(tokens)
    while at < behind:
        token = tokens[at]
        soft = token.opens or headlines[at]
        if ends_name(token.text, tables) and not (at + 1 < behind and tokens[at + 1].glued):
            start, end, text = token.start, token.end, token.text
            units.append(Unit(BREAK, start, end, text, soft, token.glued, None, token.owned))
            at += 1
            continue
        count, known = 1, None
        following = tokens[at + 1].text if at + 1 < behind else ""
        if not token.text[0].isalpha() or (token.glued and tokens[at - 1].text[0].isdigit()):
            kind = AND if token.text == "&" else BREAK
        else:
            count = match_known(tokens, at, tables)
            known = tables.known.get(spell(tokens[at : at + count])) if count else None
            if known is not None:
                kind = KNOWN
            else:
                joins = token.text[0].isupper() or token.text in cues.PARTICLES
                count = join_hyphens(tokens, at, tables) if joins else 1
                kind = CAPITAL if count > 1 else name_kind(token.text, soft, following)
        last = tokens[at + count - 1]
        text = token.text if count == 1 else spell(tokens[at : at + count])
        units.append(Unit(kind, token.start, last.end, text, soft, token.glued, known, token.owned))
        at += count
    return units
