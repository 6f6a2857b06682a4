"""What can be answered without Prefect: nothing new, and what a run would do."""

from __future__ import annotations

import duckdb

from flows.outcome import nothing_new
from flows.planning.making import make_plan
from flows.settings import IngestParameters
from flows.telling.report import RunReport
from warehouse.behind import is_behind
from warehouse.errors import StoreBusy, StoreRefused
from warehouse.questions import reader
from warehouse.storage.store import Store


def nothing_new_report(parameters: IngestParameters) -> RunReport | None:
    """The report of a run that has nothing to do; None when there is something.

    Raises StoreBusy when another run is writing.
    """
    store = Store(parameters.warehouse)
    if parameters.reprocess or not store.exists():
        return None
    with store.writer(), store.empty_staging():
        with store.connect() as connection:
            plan = make_plan(connection, parameters)
            if plan.has_news or is_behind(connection) or _has_new_corrections(connection, store):
                return None
            report = nothing_new(connection, plan, "", parameters.names)
        if not store.is_published():  # it was deleted, or a run was killed before it could publish
            store.publish()
        store.last_check.touch()
    return report


def _has_new_corrections(connection: duckdb.DuckDBPyConnection, store: Store) -> bool:
    if not store.corrections.is_file():
        return False
    from warehouse.identity.corrections import has_new_corrections  # noqa: PLC0415 - brings pyarrow

    return has_new_corrections(connection, store.corrections)


def planned_counts(parameters: IngestParameters) -> tuple[dict[str, int], bool]:
    """Files by the outcome a run would plan for them, and whether another run is writing.

    While one is, and where nobody may write, the files are held against what was published last.
    Nothing is written. Raises StoreBusy or StoreRefused where that cannot be asked: another version
    made it.
    """
    store = Store(parameters.warehouse)
    if not store.exists():
        return make_plan(None, parameters).counts(), False
    try:
        with store.writer(), store.connect() as connection:
            return make_plan(connection, parameters).counts(), False
    except (StoreBusy, StoreRefused) as error:
        is_busy = isinstance(error, StoreBusy)
        if not store.published.is_file():  # the first run is going on
            return make_plan(None, parameters).counts(), is_busy
        try:
            with reader(store.published) as connection:
                return make_plan(connection, parameters).counts(), is_busy
        except (duckdb.BinderException, duckdb.CatalogException):
            pass
        raise
