"""Which full name a short one stands for: surnames of persons, acronyms and first words of others.

A name that could stand for several entities is linked to none and listed as a doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from extractors.identity.keys import Key, key_entity, key_surname, mint_id
from extractors.identity.records import Doubt, NameCount, Policy
from extractors.namebook.keys import SON, key_name, sound_name
from extractors.namebook.short_forms import is_acronym, list_initials
from extractors.namebook.tables import load_name_tables

Support = dict[Key, dict[Key, int]]  # short name -> full name -> articles that use it so


def count_support(rows: Sequence[NameCount], keys: dict[tuple[str, str], Key]) -> Support:
    """For each short name the full names that articles use it for, with the number of articles."""
    support: Support = defaultdict(lambda: defaultdict(int))
    for row in rows:
        short, full = key_entity(row.label, row.text), keys[row.label, row.name]
        if short != full:
            support[short][full] += row.article_count
    return support


def link_short_names(
    names: list[tuple[str, str]], keys: dict[tuple[str, str], Key], support: Support, policy: Policy
) -> tuple[dict[Key, Key | None], dict[Key, str], tuple[Doubt, ...]]:
    """Short names with the one full name they stand for, how it is known, and the doubtful ones."""
    sharing = index_full_names(names, keys)
    targets, evidence, doubts = {}, {}, []
    for name in names:
        key = keys[name]
        candidates = find_candidates(name, key, sharing, support, policy)
        if not candidates or key in targets:
            continue
        used = support.get(key, {})
        target = pick_candidate(key, candidates, used, policy)
        if target is not None and is_given_name(name, key, target):
            # Pamela of one article is not Pamela Wilson of another; Xi and Meghan are known by it.
            target = target if used[target] >= policy.least_given_support else None
        if target is not None:
            targets[key], evidence[key] = target, say_short(name)
        elif key in support or key[0] == "PERSON":
            doubts += [Doubt(*name, mint_id(key), mint_id(c)) for c in sorted(candidates)]
    return targets, evidence, tuple(doubts)


def index_full_names(
    names: list[tuple[str, str]], keys: dict[tuple[str, str], Key]
) -> dict[Key, set[Key]]:
    """Surnames and initials -> the full names that have them."""
    sharing: dict[Key, set[Key]] = defaultdict(set)
    for label, name in names:
        key = keys[label, name]
        if label == "PERSON" and " " in key[2]:
            sharing[key_surname(key)].add(key)
        elif label == "ORG" and " " in name:
            sharing["ORG", "initials", list_initials(name)].add(key)
    return sharing


def find_candidates(
    name: tuple[str, str],
    key: Key,
    sharing: dict[Key, set[Key]],
    support: Support,
    policy: Policy,
) -> set[Key]:
    """Full names that a short name may stand for; empty for names that are not short."""
    if key[0] == "PERSON":
        if " " in key[2]:  # Ben Gvir, where articles use it for Itamar Ben Gvir
            return set(support.get(key, {})) if key[2].startswith(f"{SON} ") else set()
        return sharing.get(key, set()) | set(support.get(key, {}))
    if key[1] == "table":
        return set()
    found = set(support.get(key, {}))
    if key[0] == "ORG" and is_acronym(name[1]) and len(key[2]) >= policy.least_initials:
        found |= sharing.get(("ORG", "initials", key_name("ORG", name[1])), set())
    return found - {key}


def pick_candidate(
    key: Key, candidates: set[Key], support: dict[Key, int], policy: Policy
) -> Key | None:
    """The one candidate, or the one that nearly all articles mean; None in doubt.

    A person's surname must be known to be used for that person: that nobody else in the collection
    has it proves little.
    """
    if len(candidates) == 1:
        (only,) = candidates
        known = key[0] != "PERSON" or support.get(only, 0) >= policy.least_support
        return only if known else None
    total = sum(support.values())
    best = max(sorted(support), key=lambda k: support[k]) if support else None
    if total >= policy.dominant_support and support[best] >= policy.least_share * total:
        return best
    return None


def is_given_name(name: tuple[str, str], key: Key, target: Key) -> bool:
    """True for what may be the given name of a person: Pamela, or Abby of Abby Diallo, and John
    too where somebody is called Joseph John.
    """
    if name[0] != "PERSON":
        return False
    first = target[2].split(" ", 1)[0]  # as it sounds, which a short word alone is not keyed by
    return first in (key[2], sound_name(key[2])) or name[1] in load_name_tables().given_names


def say_short(name: tuple[str, str]) -> str:
    """How a short name was linked."""
    if name[0] == "PERSON":
        return "surname"
    return "acronym" if is_acronym(name[1]) else "short_name"
