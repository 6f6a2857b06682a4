"""A record with named fields (a JSON object, a row of a table) as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extractors.html import read_fragment
from extractors.record_fields import NAMES, STATED, field_key
from extractors.records import Metadatum, Page, Rejection

LONGEST_ID = 200
LONGEST_FACT = 2_000
DEEPEST = 3  # lists and things inside each other

Record = Mapping[str, object]


def page_of_record(
    record: Record, form: str, columns: Mapping[str, str], known: tuple[Metadatum, ...] = ()
) -> Page | Rejection:
    """The page a record holds; refused when it has no text.

    `columns` maps fields to the names that this record has for them; they go before NAMES.
    `known`: what its table tells of all records.
    """
    record = lower_names(record)
    _, texts = _find(record, "text", columns)
    text = "\n".join(texts)
    if not text.strip():
        _, pages = _find(record, "html", columns)
        text = read_fragment("\n".join(pages))
    if not text.strip():
        known = ", ".join(list(record)[:12])[:200]
        return Rejection("no_text", f"The record has no text. Its fields are: {known}.")
    metadata = (*state_facts(record, columns, "field"), *known)
    url = next((m.value for m in metadata if m.field == "url"), None)
    return Page(text, form, url=url, metadata=metadata)


def state_facts(
    record: Record, columns: Mapping[str, str], method: str, fields: Iterable[str] = STATED
) -> Iterator[Metadatum]:
    """What the record states, field by field. Its names must be in lower case."""
    for field in fields:
        name, values = _find(record, field, columns)
        for value in values:
            if len(value) <= LONGEST_FACT:
                yield Metadatum(field, " ".join(value.split()), method, source_field=name)


def record_place(record: Record, columns: Mapping[str, str], number: int) -> str:
    """Place of a record: its own id where it has one, else its number from 1."""
    record = lower_names(record)
    for name in (field_key(columns.get("id", "")), *NAMES["id"]):
        value = record.get(name)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()[:LONGEST_ID]
    return f"item {number}"


def lower_names(record: Record) -> dict[str, object]:
    """The record with its names in lower case and without gaps."""
    return {field_key(name): value for name, value in record.items()}


def _find(record: Record, field: str, columns: Mapping[str, str]) -> tuple[str, list[str]]:
    """The first name of the field that holds texts, and the texts."""
    for name in (field_key(columns[field]),) if field in columns else NAMES[field]:
        if name in record and (values := list(_flat_texts(record[name]))):
            return name, values
    return field, []


def _flat_texts(value: object, depth: int = 0) -> Iterator[str]:
    """A text, those of a list, or the name, title or text of a thing."""
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield str(value)
    elif depth < DEEPEST and isinstance(value, list):
        for item in value:
            yield from _flat_texts(item, depth + 1)
    elif depth < DEEPEST and isinstance(value, Mapping):
        for name in ("name", "title", "text", "plain"):
            if name in value:
                yield from _flat_texts(value[name], depth + 1)
                return
