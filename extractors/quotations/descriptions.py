"""Speakers without a name: the words that a text has for them."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.quotations.grammar import DETERMINERS, STOPS, THAT
from extractors.quotations.speech_words import SpeechWords, Word

MOST_WORDS = 8  # for somebody unnamed
WITHOUT_CAPITALS = frozenset(["ar", "he", "fa"])


def describe_before(text: str, speech: SpeechWords, words: Sequence[Word]) -> Sequence[Word]:
    """The words in front of a verb that stand for somebody, from the last sign or article on; none
    when they are a clause of their own."""
    first = len(words) - 1
    while first > 0 and len(words) - first < MOST_WORDS:
        gap = text[words[first - 1].end : words[first].start]
        is_inner = words[first - 1].lower in speech.having("of")  # of the republic
        if gap.strip(" .\n") or (words[first].lower in DETERMINERS and not is_inner):
            break
        first -= 1
    if any(word.lower in THAT or speech.pronoun(word.lower) for word in words[first:]):
        return ()
    return _somebody(speech, words[first:])


def describe_behind(
    text: str, speech: SpeechWords, words: Sequence[Word], clause: int
) -> Sequence[Word]:
    """The words behind a verb that stand for somebody, up to the next sign or preposition of place
    or time; `clause`: where the clause ends."""
    last = 0
    for number, word in enumerate(words[:MOST_WORDS]):
        if number and text[words[number - 1].end : word.start].strip(" .\n"):
            break
        if word.start >= clause or (number and word.lower in STOPS):
            break
        last = number
    if words[0].start >= clause or words[0].lower in THAT:
        return ()
    return _somebody(speech, words[: last + 1])


def _somebody(speech: SpeechWords, words: Sequence[Word]) -> Sequence[Word]:
    """The words; outside English only when one of them says that they mean somebody."""
    telling = DETERMINERS | speech.having("role")
    if speech.language in WITHOUT_CAPITALS | {"en"}:
        return words
    return words if any(word.lower in telling for word in words) else []
