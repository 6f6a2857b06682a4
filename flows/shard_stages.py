"""The stages that work shard by shard: files are read, stored documents are cleaned again.

A task is a shard, never an article: a task costs 10-20 ms. The shards go through a process pool,
and their rows land in the staging folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path

from prefect import Task, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import TaskRun
from prefect.states import State

from extractors.cleaning import CLEANER_VERSION
from flows.defaults import FILES_WITHOUT_POOL
from flows.documents.file_outcome import FileOutcome
from flows.documents.finders import try_finder
from flows.faults import WorkersStopped
from flows.planning.plan import Plan
from flows.replay.rounds import stored_rounds
from flows.settings import IngestParameters, RunParameters
from flows.shards.parts import join_parts
from flows.shards.pool import ShardPool
from flows.shards.shard import Shard
from flows.shards.sharding import count_workers, make_shards
from flows.shards.stored import DocumentOutcome, StoredShard, clean_shard, failed_document
from flows.shards.timed_pool import PoolParameters
from flows.telling.artifacts import shard_progress
from flows.telling.progress import report_progress
from warehouse.replay import ChosenDocument
from warehouse.state import document_marks
from warehouse.storage.store import Store

stage = partial(task, cache_policy=NO_CACHE, persist_result=False, tags=["newsmill"])


def worth_retrying(task: Task, task_run: TaskRun, state: State) -> bool:
    """Whether a shard that failed is tried again: not when the run itself is ending."""
    return not isinstance(state.result(raise_on_failure=False), WorkersStopped)


@stage(
    name="read and clean",
    task_run_name="read and clean shard {shard.name}",
    tags=["newsmill", "shard"],
    retries=2,  # the staging folder may lie on a disk that is away for a moment
    retry_delay_seconds=2,
    retry_condition_fn=worth_retrying,
)
def extract(shard: Shard | StoredShard, pool: ShardPool) -> list:
    """One shard of files, or of stored documents; each gets an outcome, in order."""
    return pool.extract(shard)


clean_again = extract.with_options(
    name="clean again", task_run_name="clean again shard {shard.name}"
)


def read_files(
    store: Store,
    plan: Plan,
    staging: Path,
    parameters: IngestParameters,
    run_id: str,
    today: date,
) -> list[FileOutcome]:
    """Read, clean, fingerprint and find names, in shards; rows land in the staging folder.

    Of files that hold many documents only those are cleaned that are new or have changed.
    """
    known = {} if parameters.reprocess else _list_known(store, plan)
    shards = list(make_shards(plan, staging, parameters, run_id, today, known))
    total = len(plan.having("load"))
    if total:
        try_finder(parameters.names)  # here, so that one that is missing fails before any file
    workers = count_workers(plan, len(shards), parameters.workers)
    outcomes: list[FileOutcome] = []
    report_progress("read and clean", 0, total)
    with ShardPool(PoolParameters(workers)) as pool, shard_progress(total) as progress:
        futures = [(shard, extract.submit(shard, pool)) for shard in shards]
        for shard, future in futures:
            outcomes += future.result()
            if shard.part.number + 1 < shard.part.count:
                continue  # the outcomes of the other parts follow
            if shard.part.count > 1:
                parts = [outcomes.pop() for _ in range(shard.part.count)]
                outcomes.append(join_parts(parts[::-1], shard))
            report_progress("read and clean", len(outcomes), total)
            progress(len(outcomes))
    return outcomes


def _list_known(store: Store, plan: Plan) -> dict[str, frozenset[str]]:
    paths = [file.found.path for file in plan.having("load") if file.is_known]
    return document_marks(store.connection, paths, version("newsmill"), CLEANER_VERSION)


def clean_stored(
    store: Store,
    chosen: list[ChosenDocument],
    staging: Path,
    parameters: RunParameters,
    run_id: str,
    today: date,
    recurring: Mapping[str, frozenset[int]] | None = None,
) -> list[DocumentOutcome]:
    """Clean stored documents again, in shards; rows land in the staging folder.

    `recurring` are the lines that source memory takes out now, by document_id. With them, a
    document that would be refused stays as it was: it is for a replay to say so.
    """
    try_finder(parameters.names)
    workers = 0 if len(chosen) <= FILES_WITHOUT_POOL else parameters.workers
    rounds = stored_rounds(
        store.connection, chosen, staging, run_id, today, parameters.names, recurring
    )
    outcomes: list[DocumentOutcome] = []
    report_progress("clean again", 0, len(chosen))
    with ShardPool(PoolParameters(workers), clean_shard, failed_document) as pool:
        for shards in rounds:
            for future in [clean_again.submit(shard, pool) for shard in shards]:
                outcomes += future.result()
                report_progress("clean again", len(outcomes), len(chosen))
    return outcomes
