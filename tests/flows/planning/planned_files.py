"""Files that were found and files that are known, and what becomes of them."""

from flows.planning.deciding import plan_run
from flows.planning.plan import KnownFile
from flows.planning.scan import FoundFile, Scan


def found(path, content="x", modified=1):
    return FoundFile(path, content.encode(), len(content), modified, 7)


def known(path, content="x", status="loaded", modified=1, duplicate_of=None, document=True):
    return KnownFile(
        path, status, f"hash of {content}", len(content), modified, 7, duplicate_of, document
    )


def plan(files, knowns=(), **options):
    hashes = lambda location: "hash of " + location.decode()  # noqa: E731
    table = {file.path: file for file in knowns}
    return plan_run(Scan(tuple(files), 0), table, hash_of=hashes, **options)


def outcome(files, knowns=(), **options):
    return {f.found.path: f.outcome for f in plan(files, knowns, **options).files}
