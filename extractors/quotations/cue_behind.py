"""Who spoke, as the words behind a quotation tell: "...," said X."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.quotations.attributions import Attribution, is_open, nobody
from extractors.quotations.grammar import AUXILIARY
from extractors.quotations.speech_words import Cue, Word, cut_words, find_cues
from extractors.quotations.subjects import Finder, Subject
from extractors.quotations.zones import Zone

NEXT_SENTENCE = re.compile(r"[ \u00a0]*([^\n\"“„«.!?]{3,80})\.(?=\s|$)")
VERB_LAST = frozenset(["tr", "ko", "hi", "ja", "hu", "fa", "bn", "ur", "az"])
FAR_SOURCE = 12  # words between a quotation and "according to"
FEW_AHEAD = 3  # words between a quotation and its verb where no sign leads over
MOST_AT_END, MOST_SUBJECT = 4, 8  # words behind, and before, a verb that closes the sentence
SHORT_LEAD = 2  # words such as auxiliaries, behind which the subject may follow the verb


def look_behind(finder: Finder, zone: Zone, is_partial: bool) -> Attribution | None:
    """The speaker of "...," said X; of "...," X said; of "...," according to X."""
    start, end = zone.span.outer_end, zone.behind
    if start == end:
        return _look_at_next_sentence(finder, zone)
    words = cut_words(finder.text, start, end)
    cues = [c for c in find_cues(words, finder.speech) if c.role not in ("join", "name")]
    if not cues:
        return None
    cue = cues[0]
    ahead = [word for word in words if word.start < cue.start]
    if ahead and finder.is_conjunction(ahead[0]):
        return None
    if cue.role in ("source", "after"):
        is_far = len(ahead) >= (FAR_SOURCE if cue.role == "source" else 1)
        rule = "source" if cue.role == "source" else "cue_behind"
        return None if is_far else Attribution(rule, cue, finder.behind(cue.end, end))
    leads_over = is_open(finder, zone) or finder.speech.language in VERB_LAST
    if not leads_over and (is_partial or len(ahead) > FEW_AHEAD):
        return _look_at_end(finder, zone, cues[-1])
    return Attribution("cue_behind", cue, _find_subject(finder, zone, cue, ahead))


def _find_subject(finder: Finder, zone: Zone, cue: Cue, ahead: Sequence[Word]) -> Subject | None:
    """The subject of the verb: behind it when nothing stands ahead of it, else ahead."""
    start, end = zone.span.outer_end, zone.behind
    clitic = finder.speech.pronoun(finder.text[cue.start : cue.end].lower())
    if clitic:  # dit-il
        return Subject(clitic, cue.start, cue.end)
    if all(word.lower in AUXILIARY for word in ahead):
        subject = finder.behind(cue.end, end)
        if subject is None and zone.before < zone.span.outer_start:
            subject = finder.first(zone.before, zone.span.outer_start)
        return subject or nobody(finder, cue)
    subject = finder.before(start, cue.start)
    if finder.speech.language != "en" and (subject is None or subject.kind == "description"):
        named = finder.behind(cue.end, end) if len(ahead) <= SHORT_LEAD else None
        named = named or finder.first(zone.before, zone.span.outer_start)
        return named if named is not None and named.kind != "description" else subject
    return subject


def _look_at_next_sentence(finder: Finder, zone: Zone) -> Attribution | None:
    """The speaker of: "...." X said. Some set a full stop where a comma belongs."""
    match = NEXT_SENTENCE.match(finder.text, zone.span.outer_end)
    if match is None:
        return None
    words = cut_words(finder.text, match.start(1), match.end(1))
    cues = find_cues(words, finder.speech)
    if len(words) > MOST_SUBJECT or not cues or cues[-1].end != words[-1].end:
        return None
    if cues[-1].role != "say" or len(cues) > 1:
        return None
    subject = finder.before(match.start(1), cues[-1].start)
    is_name = subject is not None and subject.name is not None
    return Attribution("cue_behind", cues[-1], subject) if is_name else None


def _look_at_end(finder: Finder, zone: Zone, cue: Cue) -> Attribution | None:
    """The speaker of: The "..." were gone, X said."""
    text = finder.text
    comma = text.rfind(",", zone.span.outer_end, cue.start)
    if cue.role != "say" or comma < 0:
        return None
    is_end = len(cut_words(text, cue.end, zone.behind)) <= MOST_AT_END
    if not is_end or len(cut_words(text, comma + 1, cue.start)) > MOST_SUBJECT:
        return None
    subject = finder.before(comma + 1, cue.start)
    return Attribution("cue_in_sentence", cue, subject) if subject else None
