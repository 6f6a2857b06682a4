"""What each job does with the store, from its beginning to what is published.

    discover -> read, clean, fingerprint, find names (in shards) -> load
             -> remember lines of outlets -> clean again what recurs -> infer outlets
             -> duplicate groups -> stories -> entities -> search -> marts -> checks -> publish

Everything after reading happens in one transaction: a run is in the warehouse whole or not at
all. Running twice changes nothing. The flows of flows/ingest.py call these.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from flows import shard_stages, stages
from flows.outcome import (
    finish_row,
    finished_report,
    forget_row,
    nothing_new,
    replay_report,
    replay_row,
    run_row,
    standing_status,
)
from flows.planning.plan import Plan
from flows.replay.rounds import selection
from flows.settings import ForgetParameters, IngestParameters, ReplayParameters, RunParameters
from flows.settle import Row, Settlement, settle_files
from flows.telling.report import RunReport
from warehouse.behind import is_behind
from warehouse.forgetting import Burial
from warehouse.identity.corrections import has_new_corrections
from warehouse.load import load_run
from warehouse.replay import choose_documents
from warehouse.storage.store import Store, transaction


def run_ingest(store: Store, parameters: IngestParameters) -> RunReport:
    """Bring the warehouse up to date with the corpus."""
    started, run_id = _begin()
    with store.connect() as connection:
        plan = stages.discover(store, parameters)
        was_behind = is_behind(connection)
        if plan.has_news or was_behind or has_new_corrections(connection, store.corrections):
            report = _change(store, plan, parameters, run_id, started)
            report = replace(report, was_behind=was_behind)
        else:
            report = nothing_new(connection, plan, run_id, parameters.names)
            store.last_check.touch()
    _end(store)
    return report


def run_replay(store: Store, parameters: ReplayParameters) -> RunReport:
    """Clean stored documents again."""
    started, run_id = _begin()
    with store.connect() as connection:
        chosen = [d for d in choose_documents(connection, selection(parameters)) if d.has_reading]
        staging = store.staging / run_id
        outcomes = shard_stages.clean_stored(
            store, chosen, staging, parameters, run_id, started.date()
        )
        with transaction(connection):
            changed, removed, counts = stages.load_replayed(store, outcomes, staging, run_id)
            run = replay_row(outcomes, counts, run_id, started)
            passed = _bring_up_to_date(store, changed, removed, run, parameters)
        report = replay_report(connection, run, outcomes, passed)
    _end(store)
    return report


def run_forget(store: Store, parameters: ForgetParameters) -> RunReport:
    """Take documents out for good; the files of the warehouse are written anew without them."""
    started, run_id = _begin()
    burial = Burial(run_id, parameters.reason, started.replace(tzinfo=None), parameters.copies)
    ids = parameters.chosen.read_text(encoding="ascii").split()
    with store.connect() as connection:
        store.want_rewriting()
        with transaction(connection):
            removed, counts = stages.forget(store, ids, burial)
            run = forget_row(counts, run_id, started, standing_status(connection))
            passed = _bring_up_to_date(store, [], removed, run, parameters)
        report = replay_report(connection, run, (), passed)
    _end(store)
    return report


def _begin() -> tuple[datetime, str]:
    started = datetime.now(UTC)
    return started, f"{started:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"


def _end(store: Store) -> None:
    store.clear_staging()  # first: the copy may need the room
    if not store.is_published():  # changed, deleted, or left by a run that was killed
        stages.publish(store)


def _change(
    store: Store, plan: Plan, parameters: IngestParameters, run_id: str, started: datetime
) -> RunReport:
    """Read what is new, and bring the store up to date with it in one transaction."""
    staging = store.staging / run_id
    outcomes = shard_stages.read_files(store, plan, staging, parameters, run_id, started.date())
    settled = settle_files(plan, outcomes, run_id)
    run = run_row(settled, run_id, started, parameters, plan)
    with transaction(store.connection):
        passed = _transform(store, settled, staging, run, parameters)
    return finished_report(store.connection, plan, settled, run_id, passed)


def _transform(
    store: Store, settled: Settlement, staging: Path, run: Row, parameters: RunParameters
) -> tuple[str, ...]:
    """The one transaction: rows in, and everything that rests on them."""
    changed, removed = stages.load(store, settled, staging, run["run_id"])
    run = {**run, "status": standing_status(store.connection)}
    return _bring_up_to_date(store, changed, removed, run, parameters)


def _bring_up_to_date(
    store: Store, changed: list[str], removed: list[str], run: Row, parameters: RunParameters
) -> tuple[str, ...]:
    """Recurring lines, outlets, fingerprints, groups, stories, entities, search, marts, checks."""
    if looks := stages.remember_lines(store, changed, removed):
        today = run["started_at"].date()
        changed = stages.look_again(store, looks, parameters, run["run_id"], today)
    stages.suggest_outlets(store, changed, removed)
    hashed = sorted({*changed, *stages.renew_old_fingerprints(store)})
    stages.group_duplicates(store, hashed, removed, run["run_id"])
    stages.group_stories(store, hashed, removed, run["run_id"])
    stages.link_entities(store, changed, removed)
    stages.index_words(store)
    load_run(store.connection, finish_row(run))
    stages.build_marts(store)
    return stages.check(store, run["run_id"])
