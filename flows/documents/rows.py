"""Rows of one document, as they go into the warehouse: the document, its lines, its article."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from extractors.authors.agency_credits import find_agencies
from extractors.cleaning import is_in_doubt
from extractors.copies.fingerprints import fingerprint_row
from extractors.dates.relative import resolve_relative_dates
from extractors.facts.choosing import Facts, choose_facts
from extractors.facts.places import place_value
from extractors.line_places import find_line_places
from extractors.lines import split_lines
from extractors.names.full_names import name_mentions
from extractors.names.mentions import find_rule_mentions
from extractors.pasted.bylines import read_pasted_byline
from extractors.pasted.dates import read_pasted_date
from extractors.pasted.yearless_days import read_yearless_day
from extractors.path_metadata import read_path
from extractors.readers import Piece
from extractors.records import CleanText, Metadatum, Page
from extractors.tokens import count_words
from extractors.versions import QUOTATION_VERSION
from flows.documents.naming import article_texts, document_name_rows
from flows.documents.origin import Origin
from flows.documents.page_packing import pack_reading
from flows.ids import text_sha256

Row = dict[str, object]
FACT_FIELDS = tuple(field.name for field in fields(Metadatum))


@dataclass(slots=True)
class Rows:
    """Rows by table, as they go into the warehouse."""

    tables: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, *rows: Row) -> None:
        self.tables.setdefault(table, []).extend(rows)


def add_document(rows: Rows, page: Page, piece: Piece, cleaned: CleanText, origin: Origin) -> None:
    """Add the rows of `document` and `line`."""
    endings = [piece.ending for piece in split_lines(page.text)]
    rows.add("document", {
        "document_id": origin.document_id,
        "source_file_id": origin.source_file_id,
        "place": origin.place,
        "format": page.format,
        "encoding": piece.encoding,
        "byte_order_mark": piece.byte_order_mark,
        "odd_bytes": [{"char_offset": at, "byte": byte} for at, byte in piece.odd_bytes],
        "raw_sha256": text_sha256(page.text),
        "char_count": len(page.text),
        "line_count": len(cleaned.lines),
        "cleaner_version": cleaned.cleaner_version,
        "reading": pack_reading(page, origin.stated),
        "run_id": origin.run_id,
    })  # fmt: skip
    rows.add("line", *(
        {
            "document_id": origin.document_id,
            "line_no": line.line_no,
            "start_offset": line.start,
            "end_offset": line.end,
            "text": page.text[line.start : line.end],
            "line_ending": ending,
            "verdict": line.verdict,
            "category": line.category,
            "rule": line.rule,
            "score": line.score,
            "review": is_in_doubt(line),
            "cleaner_version": cleaned.cleaner_version,
        }
        for line, ending in zip(cleaned.lines, endings, strict=True)
    ))  # fmt: skip


def add_article(rows: Rows, page: Page, cleaned: CleanText, origin: Origin) -> None:
    """Add the rows of `article`, its facts, its fingerprint, its names and quotations."""
    article_id = origin.document_id
    facts = _find_facts(page, cleaned, origin)
    rows.add("article", {
        "article_id": article_id,
        "document_id": article_id,
        "source_file_id": origin.source_file_id,
        "title": facts.title,
        "subtitle": facts.subtitle,
        "text": cleaned.text,
        "outlet": facts.outlet,
        "author": facts.author,
        "author_organisation": facts.author_organisation,
        "agency": facts.agency,
        "published_at": facts.published.at,
        "published_date": facts.published.day,
        "published_precision": facts.published.column_precision,
        "updated_at": facts.updated.at,
        "updated_date": facts.updated.day,
        "section": facts.section,
        "language": facts.language,
        "url": facts.url or page.url,
        "canonical_url": facts.canonical_url,
        "word_count": count_words(cleaned.text),
        "char_count": len(cleaned.text),
        "cleaner_version": cleaned.cleaner_version,
        "quotation_version": QUOTATION_VERSION,
        "run_id": origin.run_id,
    })  # fmt: skip
    mentioned = ()
    if facts.published.day and facts.language == "en":
        mentioned = resolve_relative_dates(page.text, cleaned.lines, facts.published.day)
    placed = (place_value(item, page.text) for item in (*facts.metadata, *mentioned))
    rows.add("metadatum", *(_metadatum_row(article_id, item) for item in placed))
    title, subtitle, language = facts.title, facts.subtitle, facts.language
    rows.add("fingerprint", fingerprint_article(article_id, title, cleaned.text, language))
    texts = article_texts(title, subtitle, cleaned.text)
    named = document_name_rows(
        article_id, texts, language, origin.finder, page, cleaned, facts.metadata
    )
    for table, found in named.items():
        rows.add(table, *found)


def _find_facts(page: Page, cleaned: CleanText, origin: Origin) -> Facts:
    """The facts about the article, from all that the page, its text, sidecars and its path tell."""
    pasted = [
        *read_pasted_byline(page.text, cleaned, page.metadata),
        *read_pasted_date(page.text, cleaned, page.metadata),
        *find_agencies(page.text, cleaned),
    ]
    told = (*page.metadata, *cleaned.metadata, *pasted)
    found = (*origin.stated, *told, *read_path(origin.inner_path))
    found += tuple(read_yearless_day(page.text, cleaned, found, origin.today))
    places = find_line_places(page.text, cleaned)
    return choose_facts(found, origin.today, cleaned.title, cleaned.text, places)


def fingerprint_article(article_id: str, title: str | None, body: str, language: str | None) -> Row:
    """The row of `fingerprint`: hashes of the body, and the persons that rules find."""
    texts = [("title", title or ""), ("body", body)]
    named = name_mentions(texts, find_rule_mentions(texts, language))
    persons = {m.name or m.text for m in named if m.label == "PERSON"}
    return {**fingerprint_row(article_id, body), "persons": sorted(persons)}


def _metadatum_row(article_id: str, item: Metadatum) -> Row:
    row = {"article_id": article_id} | {name: getattr(item, name) for name in FACT_FIELDS}
    row["start_offset"], row["end_offset"] = row.pop("start"), row.pop("end")
    return row
