"""Files that lie elsewhere than before: which they are, and from which paths ids are computed.

A file that was moved or renamed is read again, as its folder and name may state other facts, and
keeps its ids: for the warehouse it is a changed file whose path is another one. So it is when it
was copied in one run and the original is deleted in a later one: the copy then has its article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from itertools import count

from flows.planning.plan import KnownFile, PlannedFile

Known = Mapping[str, KnownFile]  # by path


def find_moved(files: Iterable[PlannedFile], present: set[str], known: Known) -> dict[str, str]:
    """New files with the bytes of an article whose file is not there: new path -> old path.

    `present`: the paths of the corpus. What is gone since this run goes before what was gone. A
    file with the bytes of another that is there and loaded has not moved: it is its copy.
    """
    new = {f.found.path: f.sha256 for f in files if f.sha256 and f.found.path not in known}
    moved = {}
    loaded = _list_loaded(set(new.values()), known)
    for path, sha256 in sorted(new.items()):
        old = loaded.pop(sha256, [])  # others with these bytes are copies
        if old and present.isdisjoint(old):
            moved[path] = min(old, key=lambda p: (known[p].status == "vanished", p))
    return moved


def find_heirs(
    files: Iterable[PlannedFile], vanished: Iterable[str], known: Known
) -> dict[str, str]:
    """Known files without an article that have the bytes of one whose file has vanished since the
    last run, such as its copies: path -> path of the article. Of several the first by name."""
    bare = {f.found.path: f.sha256 for f in files if f.sha256 and _is_bare(known, f.found.path)}
    heirs, gone = {}, set(vanished)
    loaded = _list_loaded(set(bare.values()), known)
    for path, sha256 in sorted(bare.items()):
        old = loaded.pop(sha256, [])
        is_there = any(known[p].status != "vanished" and p not in gone for p in old)
        if not is_there and (left := gone.intersection(old)):
            heirs[path] = min(left)
    return heirs


def _list_loaded(wanted: Set[str | None], known: Known) -> dict[str, list[str]]:
    """Paths of the files with these bytes that have an article made of them, by hash.

    A file that is refused now has the article of earlier bytes, if any.
    """
    loaded: dict[str, list[str]] = {}
    for path, before in known.items() if wanted else ():
        if before.sha256 in wanted and before.has_document and before.status != "quarantined":
            loaded.setdefault(before.sha256, []).append(path)
    return loaded


def _is_bare(known: Known, path: str) -> bool:
    return path in known and not known[path].has_document


def follow_heirs(known: Known, heirs: Mapping[str, str]) -> Known:
    """The known files when each heir has the place of its article, and the other way round."""
    taken = {copy: _rename(known[article], copy) for copy, article in heirs.items()}
    left = {article: _rename(known[copy], article) for copy, article in heirs.items()}
    return {**known, **taken, **left} if heirs else known


def follow_moved(known: Known, moved: Mapping[str, str]) -> Known:
    """The known files by the paths where they lie now."""
    if not moved:
        return known
    left = set(moved.values())
    there = {new: _rename(known[old], new) for new, old in moved.items()}
    return {path: before for path, before in known.items() if path not in left} | there


def _rename(before: KnownFile, path: str) -> KnownFile:
    id_path = before.id_path or before.path
    return before._replace(path=path, id_path=None if id_path == path else id_path)


def list_id_paths(files: Iterable[PlannedFile], known: Known) -> dict[str, str]:
    """The paths from which ids are computed, of the files whose own path it is not.

    A new file at a path whose ids went with a file that was moved away gets others: path#2.
    """
    other = {path: before.id_path for path, before in known.items() if before.id_path}
    if not other:
        return other
    given = set(other.values())
    new = {file.found.path for file in files if file.found.path not in known}
    for path in sorted(new & given):
        names = (f"{path}#{number}" for number in count(2))
        other[path] = next(n for n in names if n not in given and n not in known and n not in new)
        given.add(other[path])
    return other
