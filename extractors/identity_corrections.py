"""What a person decided about names, applied after all evidence."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.identity_keys import Key, key_entity
from extractors.identity_records import Correction

ACTIONS = ("merge", "split", "rename", "never")
LONGEST_CHAIN = 20  # merges of merges followed; a circle ends here instead of running on


def correct_targets(
    targets: dict[Key, Key | None],
    evidence: dict[Key, str],
    keys: dict[tuple[str, str], Key],
    corrections: Sequence[Correction],
) -> tuple[dict[Key, Key | None], dict[Key, str]]:
    """Targets and their evidence with merges, splits and refusals in force.

    Raises ValueError for an action that does not exist or a merge or rename without a target.
    """
    targets, evidence = dict(targets), dict(evidence)
    for correction in corrections:
        check_correction(correction)
        if correction.action == "rename":
            continue
        key = keys.get((correction.label, correction.name)) or key_entity(
            correction.label, correction.name
        )
        evidence[key] = "correction"
        if correction.action == "never":
            targets[key] = None
        elif correction.action == "split":
            targets.pop(key, None)
        else:
            full = (correction.label, correction.target)
            targets[key] = keys.get(full) or key_entity(*full)
    return {key: follow_targets(key, targets) for key in targets}, evidence


def check_correction(correction: Correction) -> None:
    """Raises ValueError when a correction cannot be carried out."""
    if correction.action not in ACTIONS:
        raise ValueError(f"correction {correction}: action must be one of {', '.join(ACTIONS)}")
    if correction.action in ("merge", "rename") and not correction.target:
        raise ValueError(f"correction {correction}: {correction.action} needs a target")


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
