"""A record with named fields (a JSON object, a row of a table) as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extractors.pages.html import read_html
from extractors.readers.cut_texts import take_mark
from extractors.readers.html_page import START as PAGE_START
from extractors.readers.record_markup import read_plain
from extractors.readers.source import PageReader
from extractors.record_fields import NAMES, STATED, field_key
from extractors.records import Metadatum, Page, Rejection, find_value

LONGEST_ID = 200
LONGEST_FACT = 2_000
DEEPEST = 3  # lists and things inside each other
# Inside which Elasticsearch, the Guardian's API and JSON:API have what a record says.
WRAPPERS = ("_source", "fields", "attributes")
# What a thing is called or says: WordPress, Drupal and MongoDB among those who nest.
INNER = ("name", "title", "text", "plain", "rendered", "value", "main", "$date", "$numberLong")

Record = Mapping[str, object]


def page_of_record(
    record: Record,
    form: str,
    columns: Mapping[str, str],
    known: tuple[Metadatum, ...] = (),
    read_page: PageReader = read_html,
) -> Page | Rejection:
    """The page a record holds; refused when it has no text.

    `columns` maps fields to the names that this record has for them; they go before NAMES.
    `known`: what its table tells of all records. `read_page` reads a whole web page; what that
    states is added to what the record does.
    """
    record = lower_names(record)
    metadata = (*state_facts(record, columns, "field"), *known)
    url = find_value(metadata, "url")
    told, cut = _find_body(record, columns)
    metadata += cut
    if PAGE_START.match(told):
        page = read_page(told, url)
        page = replace(page, url=url or page.url, metadata=(*metadata, *page.metadata))
    else:
        page = Page(read_plain(told), form, url=url, metadata=metadata)
    if page.text.strip():
        return page
    names = ", ".join(list(record)[:12])[:200]
    return Rejection("no_text", f"The record has no text. Its fields are: {names}.")


def _find_body(record: Record, columns: Mapping[str, str]) -> tuple[str, tuple[Metadatum, ...]]:
    """The text or page of the record, and what is known to be missing of it."""
    for field in ("text", "html"):
        name, values = _find(record, field, columns)
        if (body := "\n".join(values)).strip():
            return take_mark(body, name)
    return "", ()


def state_facts(
    record: Record, columns: Mapping[str, str], method: str, fields: Iterable[str] = STATED
) -> Iterator[Metadatum]:
    """What the record states, field by field. Its names must be in lower case."""
    for field in fields:
        name, values = _find(record, field, columns)
        for value in values:
            if len(value) <= LONGEST_FACT:
                plain = " ".join(read_plain(value).split())
                yield Metadatum(field, plain, method, source_field=name)


def record_place(record: Record, columns: Mapping[str, str], number: int) -> str:
    """Place of a record: its own id where it has one, else its number from 1."""
    record = lower_names(record)
    for name in (field_key(columns.get("id", "")), *NAMES["id"]):
        value = record.get(name)
        value = value.get("$oid") if isinstance(value, Mapping) else value
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()[:LONGEST_ID]
    return f"item {number}"


def lower_names(record: Record) -> dict[str, object]:
    """The record with its names in lower case and without gaps, and what it wraps."""
    lower = {field_key(name): value for name, value in record.items()}
    for wrapper in WRAPPERS:
        if isinstance(inner := lower.get(wrapper), Mapping):
            own = {name: value for name, value in lower.items() if name != wrapper}
            lower = {field_key(name): value for name, value in inner.items()} | own
    return lower


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
        for name in INNER:
            if name in value:
                yield from _flat_texts(value[name], depth + 1)
                return
