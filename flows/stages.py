"""The stages of the main job as Prefect tasks: each is one call into a lower floor.

Tasks take the store, not its connection: Prefect may keep what a task was given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.artifacts import shard_progress
from flows.defaults import (
    FILES_PER_SHARD,
    FILES_WITHOUT_POOL,
    HARMLESS_BYTES,
    HARMLESS_ENDINGS,
)
from flows.finders import load_finder
from flows.plan import Plan, PlannedFile
from flows.planning import make_plan
from flows.pool import PoolParameters, ShardPool
from flows.progress import report_progress
from flows.replaying import stored_rounds
from flows.settings import IngestParameters, RunParameters
from flows.settle import Settlement
from flows.shards import FileOutcome, Shard, ShardFile
from flows.stored import DocumentOutcome, StoredShard, clean_shard, failed_document
from warehouse import marts
from warehouse.checks import run_checks
from warehouse.corrections import take_corrections
from warehouse.identity import update_entities
from warehouse.load import load_files, load_staged, load_word_lists, touch_files
from warehouse.replay import ChosenDocument, settle_replayed
from warehouse.sameness import update_near_duplicates, update_stories
from warehouse.search import update_search
from warehouse.source_memory import SecondLook, update_source_memory
from warehouse.store import Store

stage = partial(task, cache_policy=NO_CACHE, persist_result=False, tags=["newsmill"])


@stage(name="discover", task_run_name="discover files in {parameters.corpus}")
def discover(store: Store, parameters: IngestParameters) -> Plan:
    """The outcome every file of the corpus is to have; raises OSError when it cannot be listed."""
    report_progress("discover")
    return make_plan(store.connection, parameters)


def read_files(
    plan: Plan, staging: Path, parameters: IngestParameters, run_id: str, today: date
) -> list[FileOutcome]:
    """Read, clean, fingerprint and find names, in shards; rows land in the staging folder."""
    shards = list(make_shards(plan, staging, parameters, run_id, today))
    total = len(plan.having("load"))
    if total:
        load_finder(parameters.names)  # here, so that one that is missing fails before any file
    harmless = total <= FILES_WITHOUT_POOL and all(is_harmless(f) for f in plan.having("load"))
    workers = 0 if harmless else min(parameters.workers, len(shards))
    outcomes: list[FileOutcome] = []
    report_progress("read and clean", 0, total)
    with ShardPool(PoolParameters(workers)) as pool, shard_progress(total) as progress:
        futures = [extract.submit(shard, pool) for shard in shards]
        for future in futures:
            outcomes += future.result()
            report_progress("read and clean", len(outcomes), total)
            progress(len(outcomes))
    return outcomes


@stage(
    name="read and clean",
    task_run_name="read and clean shard {shard.name}",
    tags=["newsmill", "shard"],
    retries=2,  # the staging folder may lie on a disk that is away for a moment
    retry_delay_seconds=2,
)
def extract(shard: Shard, pool: ShardPool) -> list[FileOutcome]:
    """One shard of files; each file gets an outcome."""
    return pool.extract(shard)


def is_harmless(file: PlannedFile) -> bool:
    """True for a small text by its name: reading it can neither hang nor fill the memory."""
    found = file.found
    return found.byte_count <= HARMLESS_BYTES and found.path.lower().endswith(HARMLESS_ENDINGS)


def make_shards(
    plan: Plan, staging: Path, parameters: IngestParameters, run_id: str, today: date
) -> Iterator[Shard]:
    """The files to read, cut so that every worker has work and no shard grows past its size."""
    files = [
        ShardFile(f.found.path, f.found.location, f.sha256, f.stated.metadata if f.stated else ())
        for f in plan.having("load")
    ]
    size = FILES_PER_SHARD
    if len(files) > FILES_WITHOUT_POOL:
        size = min(size, -(-len(files) // parameters.workers))
    for number, start in enumerate(range(0, len(files), size), 1):
        shard = tuple(files[start : start + size])
        max_bytes, names, fast = int(parameters.max_mb * 1e6), parameters.names, parameters.fast
        yield Shard(f"{number:05}", shard, staging, run_id, today, max_bytes, names, fast)


@stage(name="load", task_run_name="load rows")
def load(
    store: Store, settled: Settlement, staging: Path, run_id: str
) -> tuple[list[str], list[str]]:
    """Rows into the tables; ids of articles that are new or changed, and of those that are gone."""
    report_progress("load")
    load_word_lists(store.connection)
    touch_files(store.connection, settled.touched)
    load_files(store.connection, settled.decided, settled.vanished_ids, settled.rejections, run_id)
    return load_staged(store.connection, staging, settled.replaced_ids, run_id)


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

    `recurring` are the lines that source memory takes out now, by document_id.
    """
    load_finder(parameters.names)
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


@stage(
    name="clean again",
    task_run_name="clean again shard {shard.name}",
    tags=["newsmill", "shard"],
    retries=2,  # the staging folder may lie on a disk that is away for a moment
    retry_delay_seconds=2,
)
def clean_again(shard: StoredShard, pool: ShardPool) -> list[DocumentOutcome]:
    """One shard of stored documents; each gets an outcome."""
    return pool.extract(shard)


@stage(name="load", task_run_name="load rows cleaned again")
def load_replayed(
    store: Store, outcomes: list[DocumentOutcome], staging: Path, run_id: str
) -> tuple[list[str], list[str], Mapping[str, int]]:
    """Rows into the tables; ids of articles that are changed and gone; files by outcome."""
    report_progress("load")
    load_word_lists(store.connection)
    done = [outcome for outcome in outcomes if not outcome.failed]
    ids = [outcome.document_id for outcome in done]
    changed, removed = load_staged(store.connection, staging, [], run_id, ids)
    rows = [outcome.row() for outcome in done]
    return changed, removed, settle_replayed(store.connection, rows, run_id)


@stage(name="remember lines", task_run_name="remember lines of outlets")
def remember_lines(store: Store, changed: list[str], removed: list[str]) -> list[SecondLook]:
    """Documents to clean again, since lines of theirs are now known to recur over their outlet."""
    report_progress("remember lines")
    return update_source_memory(store.connection, changed, removed)


def look_again(
    store: Store, looks: list[SecondLook], parameters: RunParameters, run_id: str, today: date
) -> list[str]:
    """Clean these documents with what is remembered now; ids of all articles the run changed."""
    staging = store.staging / f"{run_id}-again"
    chosen = [look.document for look in looks]
    recurring = {look.document.document_id: look.recurring for look in looks}
    outcomes = clean_stored(store, chosen, staging, parameters, run_id, today, recurring)
    done = [outcome.document_id for outcome in outcomes if not outcome.failed]
    return load_staged(store.connection, staging, [], run_id, done)[0]


@stage(name="group near-duplicates", task_run_name="group near-duplicates")
def group_duplicates(store: Store, changed: list[str], removed: list[str], run_id: str) -> object:
    """Near-duplicates of the changed articles and the groups they touch."""
    report_progress("group near-duplicates")
    return update_near_duplicates(store.connection, changed, removed, run_id=run_id)


@stage(name="group stories", task_run_name="group stories")
def group_stories(store: Store, changed: list[str], removed: list[str], run_id: str) -> object:
    """Stories of the changed articles and those they touch."""
    report_progress("group stories")
    return update_stories(store.connection, changed, removed, run_id=run_id)


@stage(name="link entities", task_run_name="link entities")
def link_entities(store: Store, changed: list[str], removed: list[str]) -> object:
    """The entities that the mentions stand for, by the evidence and by what people decided."""
    report_progress("link entities")
    corrected = take_corrections(store.connection, store.corrections)
    return update_entities(store.connection, changed, removed, is_corrected=corrected)


@stage(name="index words", task_run_name="index words for search")
def index_words(store: Store) -> object:
    """The words of new and changed articles, made searchable."""
    report_progress("index words")
    return update_search(store.connection)


@stage(name="build marts", task_run_name="build marts")
def build_marts(store: Store) -> tuple[str, ...]:
    """Names of the marts, brought up to date with the tables."""
    report_progress("build marts")
    return marts.build_marts(store.connection)


@stage(name="check", task_run_name="check")
def check(store: Store, run_id: str) -> tuple[str, ...]:
    """Names of the data checks that passed; raises CheckFailed."""
    report_progress("check")
    return run_checks(store.connection, run_id)


@stage(
    name="publish",
    task_run_name="publish {store.published.name}",
    retries=3,  # a network disk may be away for a moment
    retry_delay_seconds=2,
)
def publish(store: Store) -> None:
    """Replace the file that analysts open by a copy of the working store."""
    report_progress("publish")
    store.publish()
