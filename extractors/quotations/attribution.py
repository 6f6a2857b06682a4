"""Who spoke, as the sentence of a quotation tells, or the sentence before it."""

from __future__ import annotations

from extractors.quotations.attributions import Attribution, is_open
from extractors.quotations.cue_before import look_before
from extractors.quotations.cue_behind import look_behind
from extractors.quotations.speech_words import cut_words, find_cues
from extractors.quotations.subjects import Finder
from extractors.quotations.zones import FINAL, Zone


def attribute(finder: Finder, zone: Zone, is_partial: bool) -> Attribution | None:
    """What the sentence of a quotation says about its speaker."""
    ahead = finder.text[zone.before : zone.span.outer_start].rstrip()
    sides = (look_before, look_behind)
    if is_open(finder, zone) and ahead[-1:] not in (":", "："):
        sides = (look_behind, look_before)
    doubtful = None
    for look in sides:
        found = look(finder, zone, is_partial)
        if found is not None and found.subject is not None:
            return found
        doubtful = doubtful or found
    return doubtful


def look_at_sentence(finder: Finder, start: int, end: int) -> Attribution | None:
    """Who speaks in a sentence without a quotation: the subject of its first verb of speaking."""
    words = cut_words(finder.text, start, end)
    cue = next((c for c in find_cues(words, finder.speech) if c.role == "say"), None)
    if cue is None:
        return None
    subject = finder.before(start, cue.start)
    if subject is None or subject.kind not in ("name", "he", "she"):
        return None
    return Attribution("sentence_before", cue, subject)


def stands_alone(finder: Finder, zone: Zone) -> bool:
    """True for a quotation that is its whole sentence."""
    around = finder.text[zone.before : zone.span.outer_start]
    behind = finder.text[zone.span.outer_end : zone.behind]
    is_whole = finder.text[zone.span.end - 1] in FINAL or behind.strip()[:1] in FINAL or not behind
    return is_whole and not any(map(str.isalnum, around + behind))
