"""Decides which names of a whole collection stand for one entity.

The result is a function of the set of names with their counts alone: neither the order of the files
nor the batches they came in can change it. A name that could stand for several entities stays an
entity of its own and is listed as a doubt: a wrong merge is worse than a missed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from extractors.identity.corrections import correct_targets, rename_entities, split_names
from extractors.identity.keys import Key, key_entity, mint_id
from extractors.identity.links import count_support, link_short_names
from extractors.identity.records import (
    Correction,
    Entity,
    Identity,
    Link,
    NameCount,
    Policy,
)
from extractors.namebook.keys import key_name
from extractors.namebook.tables import load_name_tables


def resolve_names(
    counts: Iterable[NameCount],
    policy: Policy | None = None,
    corrections: Sequence[Correction] = (),
) -> Identity:
    """Entities of a collection, the names that stand for them, and the names that stay in doubt."""
    policy = policy or Policy()
    rows = sorted(counts, key=lambda c: (c.label, c.name, c.text))
    weights: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        weights[row.label, row.text] += row.mention_count
    names = sorted({(row.label, row.name) for row in rows})
    keys = join_middles({name: key_entity(*name) for name in names})
    targets, evidence, doubts = link_short_names(names, keys, count_support(rows, keys), policy)
    keys = split_names(keys, corrections)  # behind the evidence: what is split proves nothing less
    targets, evidence = correct_targets(targets, evidence, keys, corrections)
    ends = {name: targets.get(keys[name], keys[name]) for name in names}
    links = tuple(
        Link(
            *name,
            mint_id(end) if end is not None else None,
            mint_id(keys[name]),
            evidence.get(keys[name]) or say_evidence(name, keys[name]),
        )
        for name, end in ends.items()
    )
    shown = choose_names({n: end for n, end in ends.items() if end is not None}, keys, weights)
    shown = rename_entities(shown, ends, corrections)
    known = {mint_id(key) for key in shown}
    entities = tuple(describe_entity(key, name) for key, name in sorted(shown.items()))
    settled = {(c.label, c.name) for c in corrections}
    doubts = tuple(
        d for d in doubts if d.candidate_id in known and (d.label, d.name) not in settled
    )
    return Identity(entities, links, doubts)


def join_middles(keys: dict[tuple[str, str], Key]) -> dict[tuple[str, str], Key]:
    """Persons with and without a middle name are one as long as only one middle is known.

    George W. Bush and George H. W. Bush stay two, and George Bush stays by himself.
    """
    middles: dict[Key, set[str]] = defaultdict(set)
    for label, kind, sound in set(keys.values()):
        words = sound.split()
        if label == "PERSON" and kind == "sound" and len(words) > 2:
            middles[label, kind, f"{words[0]} {words[-1]}"].add(" ".join(words[1:-1]))
    joined = {}
    for name, key in keys.items():
        words = key[2].split()
        plain = (key[0], key[1], f"{words[0]} {words[-1]}") if len(words) > 2 else key
        joined[name] = plain if plain in middles and agree(middles[plain]) else key
    return joined


def agree(middles: set[str]) -> bool:
    """True when all middle names are one, an initial counted as its name."""
    longest = max(sorted(middles), key=len)
    return all(longest.startswith(m) for m in middles)


def say_evidence(name: tuple[str, str], key: Key) -> str:
    """Why a full name stands for its entity."""
    if key[1] == "table":
        return "table"
    return "same_name" if key[1] == "name" or key_name(*name) == key[2] else "sound"


def choose_names(
    ends: dict[tuple[str, str], Key],
    keys: dict[tuple[str, str], Key],
    weights: dict[tuple[str, str], int],
) -> dict[Key, str]:
    """For each entity the full form that is written most, never that of a name linked to it.

    `weights`: how often each form is written so; the fullest of an article may stand there once.
    """
    ranked: dict[Key, tuple] = {}
    for (label, name), end in ends.items():
        key = keys[label, name]
        full = key_entity(label, name)[2].count(" ") >= min(key[2].count(" "), 1)
        rank = (key == end, full, weights.get((label, name), 0), len(name), name)
        ranked[end] = max(ranked.get(end, rank), rank)
    return {end: end[2] if end[1] == "table" else rank[-1] for end, rank in ranked.items()}


def describe_entity(key: Key, name: str) -> Entity:
    """The entity of a key, with what the tables of places know about it."""
    known = load_name_tables().known.get(name) if key[1] == "table" else None
    if known is None:
        return Entity(mint_id(key), key[0], name, None, None, None, None)
    return Entity(
        mint_id(key), key[0], name, known.kind, known.country_code, known.latitude, known.longitude
    )
