"""Quotations of a body with their speakers and the evidence for these."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.quotations.broken_lines import join_broken_lines
from extractors.quotations.dashes import find_dash_spans
from extractors.quotations.kinds import tell_kind
from extractors.quotations.names import ArticleNames
from extractors.quotations.spans import Span, find_spans
from extractors.quotations.speech_words import load_speech_words
from extractors.quotations.subjects import Finder
from extractors.quotations.telling import Told, tell_speakers
from extractors.quotations.zones import Zone, list_zones
from extractors.records import Mention, Quotation


def find_quotations(
    text: str, mentions: Sequence[Mention] = (), language: str | None = None
) -> tuple[Quotation, ...]:
    """The quotations of a body in order; `text[q.start:q.end] == q.text` holds for each.

    `mentions`: names of the article with their full forms; `language`: ISO 639-1. In a language
    without words in data/speech_words.tsv, quotations have no speakers but those before a colon.
    """
    speech = load_speech_words(language)
    joined = join_broken_lines(text)
    spans = find_spans(joined)
    spans = sorted([*spans, *find_dash_spans(joined, speech, spans)])
    if not spans:
        return ()
    finder = Finder(joined, speech, ArticleNames(joined, mentions, speech))
    zones = list_zones(joined, spans)
    kinds = [_tell_kind(joined, zone, speech.language) for zone in zones]
    told = tell_speakers(finder, zones, kinds)
    return tuple(
        _make(text, zone.span, kind, said)
        for zone, kind, said in zip(zones, kinds, told, strict=True)
    )


def _tell_kind(text: str, zone: Zone, language: str) -> str:
    span = zone.span
    ahead = text[zone.before : span.outer_start].rstrip()[-1:]
    behind = text[span.outer_end : zone.behind].lstrip()[:1]
    return tell_kind(text[span.start : span.end], ahead, behind, language)


def _make(text: str, span: Span, kind: str, said: Told) -> Quotation:
    name = said.name
    subject = said.attribution.subject if said.attribution else None
    cue = said.attribution.cue if said.attribution else None
    return Quotation(
        span.start,
        span.end,
        text[span.start : span.end],
        kind,
        span.continues,
        speaker=name.name if name else None,
        speaker_label=name.label if name else None,
        speaker_text=text[subject.start : subject.end] if subject else None,
        name_start=name.start if name else None,
        name_end=name.end if name else None,
        cue=cue.text if cue else None,
        cue_start=cue.start if cue else None,
        rule=said.attribution.rule if said.attribution else None,
        reference=said.reference,
        score=said.score,
    )
