"""Adapters for finders of names that do not ship: spaCy, GLiNER, a function of the user's own."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from itertools import pairwise

from extractors.names.finders import NameFinder, Texts, make_mentions
from extractors.records import LABELS, Mention

GLINER_LABELS = (  # asked for in words that name what our labels mean
    "person", "organization", "location", "nationality, religious or political group", "event",
)  # fmt: skip
GLINER_CHARACTERS = 1200  # GLiNER reads some 384 words at once and cuts the rest off
LEAST_SCORE = 0.5  # of a GLiNER span


class FinderError(ValueError):
    """The finder cannot be used; the message says how to mend that."""


def load_spacy(choice: str, model: str) -> NameFinder:
    """A spaCy pipeline: whatever sets doc.ents. It reads the language it was made for."""
    import spacy  # noqa: PLC0415  heavy, and an extra

    try:
        pipeline = spacy.load(model)
    except OSError as error:
        raise FinderError(
            f"--names {choice}: spaCy has no pipeline {model!r}; install it with "
            f"python -m spacy download {model}"
        ) from error
    return adapt_spacy(choice, pipeline)


def adapt_spacy(choice: str, pipeline: Callable) -> NameFinder:
    """A finder from a loaded spaCy pipeline. Long texts go in by paragraphs."""

    def find(texts: Texts, language: str | None) -> Sequence[Mention]:
        parts = [
            (number, start, text[start:end])
            for number, (_, text) in enumerate(texts)
            for start, end in cut_parts(text, pipeline.max_length)
        ]
        docs = pipeline.pipe(part for _, _, part in parts)
        return make_mentions(texts, (
            (number, start + ent.start_char, start + ent.end_char, ent.label_, 1.0)
            for (number, start, _), doc in zip(parts, docs, strict=True)
            for ent in doc.ents
        ))  # fmt: skip

    languages = None if pipeline.lang == "xx" else frozenset({pipeline.lang})
    return NameFinder(choice, find, languages)


def load_gliner(choice: str, model: str) -> NameFinder:
    """A GLiNER model, downloaded on its first use unless MODEL is a folder."""
    from gliner import GLiNER  # noqa: PLC0415  heavy, and an extra

    try:
        return adapt_gliner(choice, GLiNER.from_pretrained(model))
    except (OSError, ValueError) as error:
        raise FinderError(f"--names {choice}: GLiNER cannot load {model!r}: {error}") from error


def adapt_gliner(choice: str, model: object) -> NameFinder:
    """A finder from a loaded GLiNER model; it is taken to read every language it is given."""

    def find(texts: Texts, language: str | None) -> Sequence[Mention]:
        spans = []
        for number, (_, text) in enumerate(texts):
            for start, end in cut_parts(text, GLINER_CHARACTERS):
                found = model.predict_entities(
                    text[start:end], list(GLINER_LABELS), threshold=LEAST_SCORE
                )
                spans += [
                    (number, start + e["start"], start + e["end"], e["label"], e["score"])
                    for e in found
                ]
        return make_mentions(texts, spans)

    return NameFinder(choice, find, None)


def load_function(choice: str, address: str) -> NameFinder:
    """A function of the user's own; its attribute `languages`, if any, names what it reads."""
    module, _, name = address.rpartition(":")
    try:
        function = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise FinderError(f"--names {choice}: {error}") from error
    except Exception as error:  # whatever a user's module may raise
        raise FinderError(f"--names {choice}: {module} cannot be imported: {error!r}") from error
    if not callable(function):
        raise FinderError(f"--names {choice}: {name} is no function but {type(function).__name__}")
    languages = getattr(function, "languages", None)

    def find(texts: Texts, language: str | None) -> Sequence[Mention]:
        return tuple(check_mentions(texts, tuple(function(texts, language)), choice))

    return NameFinder(choice, find, frozenset(languages) if languages else None)


def check_mentions(texts: Texts, mentions: Sequence[Mention], choice: str) -> Sequence[Mention]:
    """The mentions of a function; raises FinderError for what is none or stands elsewhere."""
    by_field = dict(texts)
    for m in mentions:
        if not isinstance(m, Mention) or m.label not in LABELS or m.field not in by_field:
            raise FinderError(f"{choice} must give Mention records of {', '.join(LABELS)}: {m!r}")
        if not m.text or by_field[m.field][m.start : m.end] != m.text:
            raise FinderError(f"{choice}: {m.text!r} does not stand at {m.start}-{m.end}")
    order = [field for field, _ in texts]
    ordered = sorted(mentions, key=lambda m: (order.index(m.field), m.start))
    for a, b in pairwise(ordered):
        if a.field == b.field and b.start < a.end:
            raise FinderError(f"{choice}: {a.text!r} and {b.text!r} overlap")
    return ordered


def cut_parts(text: str, longest: int) -> list[tuple[int, int]]:
    """(start, end) of paragraphs joined as far as they fit; longer ones are cut at a blank."""
    parts, at = [], 0
    while at < len(text):
        end = min(at + longest, len(text))
        if end < len(text):
            line, blank = text.rfind("\n", at + 1, end), text.rfind(" ", at + longest // 2, end)
            end = next((cut + 1 for cut in (line, blank) if cut > at), end)
        parts.append((at, end))
        at = end
    return parts
