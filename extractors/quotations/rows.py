"""Quotations as rows of the table `quotation`, with their places in the raw text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from extractors.names.mention_places import Stretch, find_raw_span
from extractors.records import Quotation


def quotation_rows(
    article_id: str,
    body: str,
    quotations: Iterable[Quotation],
    raw: str = "",
    pieces: Sequence[Stretch] = (),
) -> list[dict[str, object]]:
    """A row for each; `pieces` tell where the lines of the body stand in the raw text."""
    rows = []
    for q in quotations:
        raw_start, raw_end = _find_raw(pieces, body, raw, q)
        rows.append({
            "quotation_id": quotation_id(article_id, q.start),
            "article_id": article_id,
            "start_offset": q.start,
            "end_offset": q.end,
            "raw_start_offset": raw_start,
            "raw_end_offset": raw_end,
            "text": q.text,
            "kind": q.kind,
            "continues": q.continues,
            "speaker": q.speaker,
            "speaker_label": q.speaker_label,
            "speaker_text": q.speaker_text,
            "reference": q.reference,
            "name_start_offset": q.name_start,
            "name_end_offset": q.name_end,
            "cue": q.cue,
            "cue_start_offset": q.cue_start,
            "rule": q.rule,
            "score": q.score,
        })  # fmt: skip
    return rows


def quotation_id(article_id: str, start: int) -> str:
    """Id of a quotation: computed from its article and its place there."""
    return hashlib.blake2b(f"{article_id}\0{start}".encode(), digest_size=8).hexdigest()


def _find_raw(
    pieces: Sequence[Stretch], body: str, raw: str, q: Quotation
) -> tuple[int | None, int | None]:
    """Raw offsets; those of the first and the last character where a line break lies within."""
    if whole := find_raw_span(pieces, body, raw, q.start, q.end):
        return whole
    first = find_raw_span(pieces, body, raw, q.start, q.start + 1)
    last = find_raw_span(pieces, body, raw, q.end - 1, q.end)
    return (first[0], last[1]) if first and last else (None, None)
