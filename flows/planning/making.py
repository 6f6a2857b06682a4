"""The plan of a run from what lies in the corpus and what the warehouse knows."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

import duckdb

from flows.planning.deciding import plan_run
from flows.planning.plan import KnownFile, Plan
from flows.planning.scan import Scan, scan_corpus
from flows.planning.sidecars import Stated, read_sidecars
from flows.settings import IngestParameters
from warehouse.state import known_files, read_marks, refused_paths


def make_plan(connection: duckdb.DuckDBPyConnection | None, parameters: IngestParameters) -> Plan:
    """The outcome every file is to have; raises OSError when the corpus cannot be listed.

    Without a connection nothing is known yet.
    """
    rows = known_files(connection) if connection else ()
    known = {row[0]: KnownFile._make(row) for row in rows}
    scan, stated = read_sidecars(scan_corpus(parameters.corpus))
    if parameters.rejected and connection:
        plan = plan_rejected(scan, known, stated, refused_paths(connection))
    else:
        plan = plan_run(scan, known, stated=stated, reprocess=parameters.reprocess)
    return replace(plan, forgotten=read_marks(connection)) if connection else plan


def plan_rejected(
    scan: Scan, known: Mapping[str, KnownFile], stated: Mapping[str, Stated], refused: Set[str]
) -> Plan:
    """The plan for files that were refused, wholly or in part, and for no others.

    What is new or has changed besides them is left to the next run, and so is one with articles
    that is gone, as a copy may have to take them over. A refused file whose bytes are now those of
    a loaded one is its copy.
    """
    files = tuple(
        found
        for found in scan.files
        if found.path in refused or (found.path in known and known[found.path].looks_like(found))
    )
    looked_at = refused | {found.path for found in files}
    forgotten = {  # without a hash a file counts as new
        path: file._replace(sha256=None) if path in refused else file
        for path, file in known.items()
        if path in looked_at
    }
    plan = plan_run(Scan(files, 0), forgotten, stated=stated)
    return Plan(
        tuple(file for file in plan.files if file.found.path in refused),
        tuple(p for p in plan.vanished if p in refused and not known[p].has_document),
        ignored_count=0,
        id_paths=plan.id_paths,
    )
