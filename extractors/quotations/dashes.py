"""Speech between dashes: a paragraph that begins with a dash, "— ..., — said X."

Only with a verb of speaking behind the second dash: lists and asides begin with dashes, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.quotations.spans import Span
from extractors.quotations.speech_words import SpeechWords, cut_words, find_cues

OPENING = re.compile(r"^[ \t]*([—–―-])[ \u00a0]+(?=\S)", re.M)
CLOSING = re.compile(r"(?<=\S)[ \u00a0][—–―-][ \u00a0]")
VERB_WITHIN = 3  # words behind the second dash
LOOK_AHEAD = 80  # characters in which they stand


def find_dash_spans(text: str, speech: SpeechWords, spans: Sequence[Span]) -> list[Span]:
    """What is said between dashes in paragraphs that hold no quotation marks."""
    if not speech.cues:
        return []
    found = []
    for opening in OPENING.finditer(text):
        line_end = text.find("\n", opening.end())
        line_end = len(text) if line_end < 0 else line_end
        if any(opening.start() <= span.start < line_end for span in spans):
            continue
        for closing in CLOSING.finditer(text, opening.end(), line_end):
            words = cut_words(text, closing.end(), min(line_end, closing.end() + LOOK_AHEAD))
            if any(cue.role == "say" for cue in find_cues(words[:VERB_WITHIN], speech)):
                at = opening.start(1)
                found.append(Span(opening.end(), closing.start(), opening[1], at, closing.start()))
                break
    return found
