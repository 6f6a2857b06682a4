"""The first records of a table or list, looked at together before the first is yielded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from extractors.dates.day_order import FIELD, find_day_order
from extractors.readers.record_page import lower_names, state_facts
from extractors.records import Metadatum

RECORDS, CHARACTERS = 500, 4_000_000  # looked at, at most
DATES = frozenset({"published_at", "updated_at"})


def tell_day_order(
    records: Iterable[object], columns: Mapping[str, str]
) -> tuple[tuple[Metadatum, ...], Iterator[object]]:
    """What the first records tell of the order of their days, as facts about each, and all records.

    What is no record is passed on.
    """
    records = iter(records)
    ahead, fault = _take_first(records)
    days = [row for record in ahead for row in _list_days(record, columns)]
    order = find_day_order(row.value for row in days)
    facts = (Metadatum(FIELD, order, "field", source_field=days[0].source_field),) if order else ()
    return facts, _put_back(ahead, fault, records)


def _take_first(records: Iterator[object]) -> tuple[list[object], Exception | None]:
    """The first records, and the fault that ended them."""
    ahead: list[object] = []
    held = 0
    try:
        for record in islice(records, RECORDS):
            ahead.append(record)
            if isinstance(record, Mapping):
                held += sum(len(value) for value in record.values() if isinstance(value, str))
            if held > CHARACTERS:
                break
    except Exception as error:  # whatever it is, it is raised again at its place
        return ahead, error
    return ahead, None


def _put_back(
    ahead: list[object], fault: Exception | None, records: Iterator[object]
) -> Iterator[object]:
    yield from ahead
    if fault is not None:
        raise fault
    yield from records


def _list_days(record: object, columns: Mapping[str, str]) -> Iterator[Metadatum]:
    if isinstance(record, Mapping):
        yield from state_facts(lower_names(record), columns, "field", DATES)
