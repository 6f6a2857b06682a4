"""Names and quotations of one article as rows, with their places, and what was not read."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.names.finders import guess_language, read_names
from extractors.names.full_names import name_mentions
from extractors.names.mention_places import (
    Place,
    Stretch,
    list_body_pieces,
    list_fact_pieces,
    place_mentions,
)
from extractors.names.metonyms import Metonym, find_metonyms
from extractors.quotations import find_quotations, quotation_rows
from extractors.records import CleanText, Mention, Metadatum, Page
from flows.documents.finders import load_finder

Row = dict[str, object]
Texts = list[tuple[str, str]]


def article_texts(title: str | None, subtitle: str | None, body: str) -> Texts:
    """(field, text) of the three texts in which names are sought, in the order of reading."""
    return [("title", title or ""), ("subtitle", subtitle or ""), ("body", body)]


def name_rows(
    article_id: str, texts: Texts, language: str | None, finder: str
) -> dict[str, list[Row]]:
    """Rows of mention, metonym and unread_article for texts that stand in no document."""
    return _rows(article_id, texts, language, finder, "", {})


def document_name_rows(
    article_id: str,
    texts: Texts,
    language: str | None,
    finder: str,
    page: Page,
    cleaned: CleanText,
    metadata: Iterable[Metadatum],
) -> dict[str, list[Row]]:
    """The same with places in the raw text of the document, and the rows of quotation."""
    chosen = [fact for fact in metadata if fact.is_chosen]
    pieces = {"body": list_body_pieces(cleaned.text, page.text, cleaned.lines)}
    for field, text in texts:
        if field != "body":
            pieces[field] = list_fact_pieces(field, text, chosen)
    return _rows(article_id, texts, language, finder, page.text, pieces, is_document=True)


def given_rows(article_id: str, texts: Texts, mentions: list[Mention]) -> list[Row]:
    """Rows of mentions that somebody else found."""
    named = name_mentions(texts, mentions)
    places = place_mentions(texts, named)
    return [_mention_row(article_id, *pair) for pair in zip(named, places, strict=True)]


def _rows(
    article_id: str,
    texts: Texts,
    language: str | None,
    finder: str,
    raw: str,
    pieces: dict[str, list[Stretch]],
    is_document: bool = False,
) -> dict[str, list[Row]]:
    reading = read_names(load_finder(finder), texts, language)
    named = name_mentions(texts, reading.mentions)
    places = place_mentions(texts, named, raw, pieces)
    unread = [
        {
            "article_id": article_id,
            "finder": finder,
            "language": language,
            "reason": reading.unread,
        }
    ]
    rows = {
        "mention": [_mention_row(article_id, *pair) for pair in zip(named, places, strict=True)],
        "metonym": [_metonym_row(article_id, metonym) for metonym in find_metonyms(texts, named)],
        "unread_article": unread if reading.unread else [],
    }
    if is_document:
        body = texts[-1][1]
        found = find_quotations(body, named, guess_language(texts, language))
        rows["quotation"] = quotation_rows(article_id, body, found, raw, pieces["body"])
    return rows


def _mention_row(article_id: str, mention: Mention, place: Place) -> Row:
    return {
        "article_id": article_id,
        "label": mention.label,
        "text": mention.text,
        "score": mention.score,
        "name": mention.name,
        "field": mention.field,
        "start_offset": mention.start,
        "end_offset": mention.end,
        "section": place.section,
        "sentence_start_offset": place.sentence_start,
        "sentence_end_offset": place.sentence_end,
        "raw_start_offset": place.raw_start,
        "raw_end_offset": place.raw_end,
    }


def _metonym_row(article_id: str, metonym: Metonym) -> Row:
    return {
        "article_id": article_id,
        "field": metonym.field,
        "cue": metonym.cue,
        "stands_for": metonym.stands_for,
        "country_code": metonym.country_code,
        "start_offset": metonym.start,
        "end_offset": metonym.end,
    }
