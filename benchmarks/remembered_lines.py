"""Clean texts as a warehouse that holds all of them does: with what it remembers of their outlets.

Each text is taken for a file in a folder of its domain. Which lines recur, and which of these leave
the bodies, is decided by the code and the SQL of the pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import duckdb
import pyarrow as pa

from benchmarks.labelled_texts import LabelledText
from extractors.facts.choosing import choose_facts
from extractors.line_places import find_line_places
from extractors.records import CleanText, Page
from warehouse.lending import registered
from warehouse.source_memory import update_source_memory
from warehouse.storage.memory import open_in_memory

Clean = Callable[[LabelledText, Page], CleanText]


def clean_together(texts: Sequence[LabelledText], clean: Clean) -> list[CleanText]:
    """Each text cleaned alone, and once more if memory takes lines out of its body."""
    pages = [Page(text.text, "text") for text in texts]
    cleaned = [clean(text, page) for text, page in zip(texts, pages, strict=True)]
    for i, lines in recall_lines(texts, cleaned).items():
        cleaned[i] = clean(texts[i], Page(texts[i].text, "text", recurring=lines))
    return cleaned


def recall_lines(
    texts: Sequence[LabelledText], cleaned: Sequence[CleanText]
) -> dict[int, frozenset[int]]:
    """By the place of a text: numbers of its lines that memory takes out."""
    ids = [str(i) for i in range(len(texts))]
    with open_in_memory() as connection:
        _insert(
            connection, "source_file", source_file_id=ids,
            path=[f"{text.domain}/{i}.txt" for i, text in enumerate(texts)],
        )  # fmt: skip
        _insert(
            connection, "document", document_id=ids, source_file_id=ids, place=[""] * len(ids),
            format=["text"] * len(ids), char_count=[len(text.text) for text in texts],
        )  # fmt: skip
        outlets = list(map(_find_outlet, texts, cleaned))
        _insert(connection, "article", article_id=ids, document_id=ids, outlet=outlets)
        told = zip(ids, texts, cleaned, strict=True)
        lines = [(i, text.text, line) for i, text, of_it in told for line in of_it.lines]
        _insert(
            connection, "line",
            document_id=[i for i, _, _ in lines],
            line_no=[line.line_no for _, _, line in lines],
            text=[text[line.start : line.end] for _, text, line in lines],
            rule=[line.rule for _, _, line in lines],
            score=[line.score for _, _, line in lines],
        )  # fmt: skip
        looks = update_source_memory(connection, ids, [])
    return {int(look.document.document_id): look.recurring for look in looks}


def _find_outlet(text: LabelledText, cleaned: CleanText) -> str | None:
    places = find_line_places(text.text, cleaned)
    return choose_facts(cleaned.metadata, date.today(), cleaned.title, cleaned.text, places).outlet


def _insert(connection: duckdb.DuckDBPyConnection, table: str, **columns: list[object]) -> None:
    with registered(connection, {"new_rows": pa.table(columns)}):
        connection.execute(f"INSERT INTO {table} BY NAME FROM new_rows")
