"""A corpus of containers, loaded."""

from datetime import date

from flows.planning.deciding import plan_run
from flows.planning.plan import KnownFile
from flows.planning.scan import scan_corpus
from flows.planning.sidecars import read_sidecars
from flows.settle import settle_files
from flows.shards.shard import Shard, ShardFile
from flows.shards.shard_reading import extract_shard
from warehouse.checks import run_checks
from warehouse.load import load_files
from warehouse.sameness import update_near_duplicates, update_stories
from warehouse.staged_rows import load_staged
from warehouse.state import known_files

TODAY = date(2026, 1, 1)


def load_corpus(connection, corpus, run_id="r1", work=extract_shard):
    """What a run does with the files, without Prefect and entities."""
    known = {row[0]: KnownFile._make(row) for row in known_files(connection)}
    scan, stated = read_sidecars(scan_corpus(corpus))
    plan = plan_run(scan, known, stated=stated)
    files = tuple(
        ShardFile(f.found.path, f.found.location, f.sha256, f.stated.metadata if f.stated else ())
        for f in plan.having("load")
    )
    staging = corpus.parent / "staging" / run_id
    outcomes = work(Shard("1", files, staging, run_id, TODAY, 20_000_000, "rules"))
    settled = settle_files(plan, outcomes, run_id)
    load_files(connection, settled.decided, settled.vanished, settled.rejections, run_id)
    changed, removed = load_staged(
        connection,
        staging,
        settled.replaced_ids,
        run_id,
        changed_file_ids=settled.changed_ids,
        kept_ids=settled.kept_ids,
    )
    update_near_duplicates(connection, changed, removed, run_id=run_id)
    update_stories(connection, changed, removed, run_id=run_id)
    run_checks(connection, run_id)
    return settled


def ask(connection, sql):
    return connection.execute(sql).fetchall()
