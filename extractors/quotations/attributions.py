"""How a quotation and the words that tell its speaker hang together."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.quotations.speech_words import Cue
from extractors.quotations.subjects import Finder, Subject
from extractors.quotations.zones import COMMAS, Zone

RULES = {  # and how sure the speaker is who is named so
    "label": 0.9,  # Name: "..."
    "cue_behind": 0.95,  # "...," said X
    "cue_before": 0.95,  # X said: "..."
    "cue_in_sentence": 0.85,  # X said the "..." were gone
    "source": 0.9,  # according to X
    "same_sentence": 0.85,  # X said "..." and "..."
    "same_paragraph": 0.85,  # "...," said X. "..."
    "sentence_before": 0.7,  # X said that it was over. "..."
    "carried_over": 0.75,  # the paragraph is the quotation, the one before has its speaker
    "continued": 0.9,  # the paragraph takes the quotation up
    "colon": 0.6,  # X was angry: "..."
}
ENDS_OPEN = ",!?…，！？"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that tell who spoke."""

    rule: str  # of RULES
    cue: Cue | None
    subject: Subject | None


def is_open(finder: Finder, zone: Zone) -> bool:
    """True when the sentence goes on behind the quotation as it does where a speaker follows."""
    lead = finder.text[zone.span.outer_end : zone.behind].lstrip()[:1]
    last = finder.text[zone.span.end - 1]
    return last in ENDS_OPEN or (lead != "" and lead in COMMAS + "–—-―")


def nobody(finder: Finder, cue: Cue) -> Subject | None:
    """The subject of a verb that has none: dijo. English has always one."""
    if finder.speech.language == "en":
        return None
    return Subject("dropped", cue.start, cue.end)
