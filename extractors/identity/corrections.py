"""What a person decided about names, applied after all evidence."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.identity.keys import Key, key_entity
from extractors.identity.records import Correction
from extractors.records import LABELS

ACTIONS = ("merge", "split", "rename", "never")
LONGEST_CHAIN = 20  # merges of merges followed; a circle ends here instead of running on


def split_names(
    keys: dict[tuple[str, str], Key], corrections: Sequence[Correction]
) -> dict[tuple[str, str], Key]:
    """The keys with one of its own for each name that a person split off.

    The key is the name as it is written, so that no other spelling can ever share it.
    Raises ValueError for a correction that cannot be carried out.
    """
    apart = dict(keys)
    for correction in corrections:
        check_correction(correction)
        if correction.action == "split":
            name = (correction.label, correction.name)
            apart[name] = (correction.label, "split", correction.name)
    return apart


def correct_targets(
    targets: dict[Key, Key | None],
    evidence: dict[Key, str],
    keys: dict[tuple[str, str], Key],
    corrections: Sequence[Correction],
) -> tuple[dict[Key, Key | None], dict[Key, str]]:
    """Targets and their evidence with merges, splits and refusals in force.

    `keys` are those of split_names.
    """
    targets, evidence = dict(targets), dict(evidence)
    for correction in corrections:
        name = (correction.label, correction.name)
        key = keys.get(name) or key_entity(*name)
        if correction.action == "rename":
            continue
        evidence[key] = "correction"
        if correction.action == "never":
            targets[key] = None
        elif correction.action == "merge":
            full = (correction.label, correction.target or "")
            targets[key] = keys.get(full) or key_entity(*full)
    return {key: follow_targets(key, targets) for key in targets}, evidence


def check_correction(correction: Correction) -> None:
    """Raises ValueError, with one plain sentence, when a correction cannot be carried out."""
    said = f"{correction.action} {correction.name!r}"
    if correction.action not in ACTIONS:
        raise ValueError(f"{said}: action must be one of {', '.join(ACTIONS)}")
    if correction.label not in LABELS:
        raise ValueError(f"{said}: label must be one of {', '.join(LABELS)}")
    if not correction.name.strip():
        raise ValueError(f"{correction.action}: needs a name")
    if correction.action in ("merge", "rename") and not (correction.target or "").strip():
        raise ValueError(f"{said}: needs a target")


def follow_targets(key: Key, targets: dict[Key, Key | None]) -> Key | None:
    """Where a chain of merges ends: the person of a surname, and whom that one was merged into."""
    end: Key | None = key
    for _ in range(LONGEST_CHAIN):
        if end is None or end not in targets or targets[end] == end:
            break
        end = targets[end]
    return end


def rename_entities(
    shown: dict[Key, str],
    ends: dict[tuple[str, str], Key | None],
    corrections: Sequence[Correction],
) -> dict[Key, str]:
    """The shown names with those that a person gave."""
    renamed = dict(shown)
    for correction in corrections:
        key = ends.get((correction.label, correction.name))
        if correction.action == "rename" and key in renamed:
            renamed[key] = correction.target
    return renamed
