"""One outlet under several names: "The Bay Post", "Bay Post" and baypost.com are one.

Names are joined by how they are spelled and by where they stand: a domain of which the articles
are, or after which their folder is called. Nothing is joined against the domains that are known:
an Independent of independent.example and one of independent.invalid stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from extractors.components import label_components
from extractors.outlets.links import Link, OutletName, find_links, has_house, is_domain


@dataclass(frozen=True, slots=True)
class JoinedName:
    """The outlet that a name stands for."""

    name: str
    outlet: str  # the name by which it is shown
    evidence: str | None  # spelling, domain, correction; None for a name that stands alone


def join_outlets(
    stated: Iterable[OutletName], corrections: Mapping[str, str] | None = None
) -> list[JoinedName]:
    """Every name with its outlet, by name.

    `corrections` say for names which outlet they are, the latest last; one that is its own outlet
    is never joined. An outlet is shown as the latest correction calls it, else by the name that
    most articles state; by a domain, or with the words of its house, only where there is no other.
    """
    corrections = corrections or {}
    names = {outlet.name: outlet for outlet in sorted(stated, key=lambda o: o.name)}
    alone = {name for name, outlet in corrections.items() if name == outlet}
    links = [link for link in find_links(names.values()) if not alone & set(link[:2])]
    links += [
        (name, outlet, "correction")
        for name, outlet in corrections.items()
        if name != outlet and name in names and outlet in names
    ]
    longer = {name for name, other, _ in links if has_house(name, other)}

    def rank(name: str) -> tuple:
        rest = (name.islower(), -names[name].article_count, name)
        return (is_domain(name), name in longer, *rest)

    joined = []
    for members in _gather(list(names), links):
        called = [outlet for name, outlet in corrections.items() if name in members]
        shown = called[-1] if called else min(members, key=rank)
        joined += [JoinedName(name, shown, _evidence(name, links, called)) for name in members]
    return sorted(joined, key=lambda row: row.name)


def _evidence(name: str, links: Sequence[Link], called: Sequence[str]) -> str | None:
    """What joined a name: the correction rather than the rest."""
    found = {why for *ends, why in links if name in ends}
    if called and not found:
        return "correction"
    return next((why for why in ("correction", "domain", "spelling") if why in found), None)


def _gather(names: list[str], links: Sequence[Link]) -> list[list[str]]:
    """The names in sets that links hold together."""
    place = {name: number for number, name in enumerate(names)}
    edges = np.array([(place[one], place[other]) for one, other, _ in links], int).reshape(-1, 2)
    found = defaultdict(list)
    for name, label in zip(names, label_components(edges, len(names)), strict=True):
        found[int(label)].append(name)
    return list(found.values())
