"""The stages of the main job as Prefect tasks: each is one call into a lower floor.

Tasks take the store, not its connection: Prefect may keep what a task was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from flows.planning.making import make_plan
from flows.planning.plan import Plan
from flows.settings import IngestParameters, RunParameters
from flows.settle import Settlement
from flows.shard_stages import clean_stored, stage
from flows.shards.stored import DocumentOutcome
from flows.telling.progress import report_progress
from warehouse import marts
from warehouse.checks import run_checks
from warehouse.forgetting import Burial, forget_documents
from warehouse.identity.corrections import take_corrections
from warehouse.identity.entities import update_entities
from warehouse.load import load_files, load_word_lists, touch_files
from warehouse.outlets.inference import infer_outlets
from warehouse.outlets.names import update_outlet_names
from warehouse.quotation_renewal import renew_quotations
from warehouse.replay import settle_replayed
from warehouse.sameness import update_near_duplicates, update_stories
from warehouse.sameness.fingerprint_renewal import renew_fingerprints
from warehouse.search import update_search
from warehouse.source_memory import SecondLook, update_source_memory
from warehouse.staged_rows import load_staged
from warehouse.storage.store import Store


@stage(name="discover", task_run_name="discover files in {parameters.corpus}")
def discover(store: Store, parameters: IngestParameters) -> Plan:
    """The outcome every file of the corpus is to have; raises OSError when it cannot be listed."""
    report_progress("discover")
    return make_plan(store.connection, parameters)


@stage(name="load", task_run_name="load rows")
def load(
    store: Store, settled: Settlement, staging: Path, run_id: str
) -> tuple[list[str], list[str]]:
    """Rows into the tables; ids of articles that are new or changed, and of those that are gone."""
    report_progress("load")
    load_word_lists(store.connection)
    touch_files(store.connection, settled.touched)
    load_files(store.connection, settled.decided, settled.vanished, settled.rejections, run_id)
    return load_staged(
        store.connection,
        staging,
        settled.replaced_ids,
        run_id,
        changed_file_ids=settled.changed_ids,
        kept_ids=settled.kept_ids,
    )


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


@stage(name="forget", task_run_name="forget documents")
def forget(
    store: Store, document_ids: list[str], burial: Burial
) -> tuple[list[str], Mapping[str, int]]:
    """Rows of these documents out of the tables; ids of those that are gone; files by outcome."""
    report_progress("forget")
    load_word_lists(store.connection)
    return forget_documents(store.connection, document_ids, burial)


@stage(name="remember lines", task_run_name="remember lines of outlets")
def remember_lines(store: Store, changed: list[str], removed: list[str]) -> list[SecondLook]:
    """Documents to clean again, since lines of theirs are now known to recur over their outlet."""
    report_progress("remember lines")
    return update_source_memory(store.connection, changed, removed)


def look_again(
    store: Store, looks: list[SecondLook], parameters: RunParameters, run_id: str, today: date
) -> list[str]:
    """Clean these documents with what is remembered now; ids of all articles the run changed.

    An article stays an article: a document that cannot be cleaned, or that the cleaner would
    refuse since it was stored by an older one, keeps its rows.
    """
    staging = store.staging / f"{run_id}-again"
    chosen = [look.document for look in looks]
    recurring = {look.document.document_id: look.recurring for look in looks}
    outcomes = clean_stored(store, chosen, staging, parameters, run_id, today, recurring)
    done = [outcome.document_id for outcome in outcomes if not outcome.failed]
    return load_staged(store.connection, staging, [], run_id, done)[0]


@stage(name="infer outlets", task_run_name="infer outlets")
def suggest_outlets(store: Store, changed: list[str], removed: list[str]) -> None:
    """Outlets of articles that state none, from the others of their hosts and folders; and which
    names of outlets are one."""
    report_progress("infer outlets")
    infer_outlets(store.connection, changed, removed)
    update_outlet_names(store.connection)


@stage(name="renew fingerprints", task_run_name="renew fingerprints of older versions")
def renew_old_fingerprints(store: Store) -> list[str]:
    """Ids of stored articles whose groups and stories must be found anew: an older version of
    newsmill hashed their words in another way."""
    report_progress("renew fingerprints")
    return renew_fingerprints(store.connection)


@stage(name="group near-duplicates", task_run_name="group near-duplicates")
def group_duplicates(store: Store, changed: list[str], removed: list[str], run_id: str) -> None:
    """Near-duplicates of the changed articles and the groups they touch."""
    report_progress("group near-duplicates")
    update_near_duplicates(store.connection, changed, removed, run_id=run_id)


@stage(name="group stories", task_run_name="group stories")
def group_stories(store: Store, changed: list[str], removed: list[str], run_id: str) -> None:
    """Stories of the changed articles and those they touch."""
    report_progress("group stories")
    update_stories(store.connection, changed, removed, run_id=run_id)


@stage(name="link entities", task_run_name="link entities")
def link_entities(store: Store, changed: list[str], removed: list[str]) -> None:
    """The entities that mentions and speakers stand for, by the evidence and by what people
    decided."""
    report_progress("link entities")
    renewed = renew_quotations(store.connection)
    corrected = take_corrections(store.connection, store.corrections)
    is_other = corrected or renewed > 0
    update_entities(store.connection, changed, removed, is_corrected=is_other)


@stage(name="index words", task_run_name="index words for search")
def index_words(store: Store) -> None:
    """The words of new and changed articles, made searchable."""
    report_progress("index words")
    update_search(store.connection)


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
