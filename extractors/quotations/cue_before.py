"""Who spoke, as the words before a quotation tell: X said: "..."."""

from __future__ import annotations

from extractors.quotations.attributions import Attribution, nobody
from extractors.quotations.speech_words import Cue, cut_words, find_cues
from extractors.quotations.subjects import Finder, Subject
from extractors.quotations.zones import Zone

FARTHEST_CUE = 25  # words between cue and quotation
NEAR_NAMING = 10  # words between "called" and what something was called
LONGEST_LABEL = 6  # words before a colon
NEXT = 3  # words between the cue and a quotation that is its object


def look_before(finder: Finder, zone: Zone, is_partial: bool) -> Attribution | None:
    """The speaker of X said: "..."; of According to X, "..."; of X called it "..."."""
    start, end = zone.before, zone.span.outer_start
    ahead = finder.text[start:end].rstrip()
    if not any(map(str.isalnum, ahead)):
        return None
    words = cut_words(finder.text, start, end)
    cues = [c for c in find_cues(words, finder.speech) if c.role != "after"]
    has_colon = ahead[-1] in ":："
    between = sum(word.start >= cues[-1].end for word in words) if cues else 0
    if not cues or not _reaches(cues[-1], between, is_partial, has_colon):
        if has_colon and not is_partial and zone.is_fresh:
            return _look_at_colon(finder, zone, len(words))
        return None
    cue = cues[-1]
    if cue.role == "source":
        return Attribution("source", cue, finder.behind(cue.end, end))
    is_next = has_colon or (not is_partial and between <= NEXT)
    rule = "cue_before" if is_next else "cue_in_sentence"
    return Attribution(rule, cue, _find_subject(finder, zone, cues))


def _reaches(cue: Cue, between: int, is_partial: bool, has_colon: bool) -> bool:
    """True when the quotation can be what the verb tells."""
    if between > FARTHEST_CUE:
        return False
    return cue.role != "name" or has_colon or (is_partial and between <= NEAR_NAMING)


def _find_subject(finder: Finder, zone: Zone, cues: list[Cue]) -> Subject | None:
    """The subject of the last verb; "saying" has that of the verb before it."""
    start, end, cue = zone.before, zone.span.outer_start, cues[-1]
    if cue.role == "join":
        verb = next((c for c in reversed(cues[:-1]) if c.role in ("say", "name")), None)
        told = finder.before(start, verb.start) if verb else None
        return told or (finder.first(start, cue.start) if zone.is_fresh else None)
    subject = finder.before(start, cue.start)
    if subject is not None and subject.kind != "description":
        return subject
    if cue.role == "name":
        return None
    if finder.speech.language == "en":
        return subject or (finder.behind(cue.end, end) if zone.is_fresh else None)
    named = finder.behind(cue.end, end)
    if named is None and subject is None and zone.is_fresh:
        return nobody(finder, cue)
    return named or subject


def _look_at_colon(finder: Finder, zone: Zone, word_count: int) -> Attribution | None:
    """The speaker of Name: "..."; perhaps that of X was angry: "..."."""
    subject = finder.first(zone.before, zone.span.outer_start)
    if subject is None:
        return None
    rest = finder.text[subject.end : zone.span.outer_start].partition("(")[0]
    is_label = word_count <= LONGEST_LABEL and not any(map(str.isalnum, rest))
    is_label = is_label and subject.name is not None
    return Attribution("label" if is_label else "colon", None, subject)
