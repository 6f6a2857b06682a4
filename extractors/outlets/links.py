"""Which two names are one outlet, by how they are spelled and where their articles stand."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractors.outlets.owners import is_called_alike
from extractors.path_metadata import DOMAIN

# Words behind the name of an outlet that name its house, its rooms or its country.
HOUSE = frozenset(
    "media group network networks entertainment communications interactive company publishing "
    "publications holdings digital online news newspapers corporation verlag mediengruppe "
    "uk us usa deutschland österreich schweiz france españa italia brasil polska".split()
)
LEAST_SUPPORT = 2  # articles that state a name which their domain is only a little alike
ENDING = re.compile(r"(?:\.(?:com?|org|net|gov|edu|ac))?\.[a-z]{2,6}$")  # .com, .co.uk


@dataclass(frozen=True, slots=True)
class OutletName:
    """A name of an outlet as articles state it."""

    name: str
    article_count: int
    domains: frozenset[str]  # hosts of these articles, and domains that their folders are called


Link = tuple[str, str, str]  # two names and the evidence


def find_links(outlets: Iterable[OutletName]) -> Iterator[Link]:
    """Pairs of names that are one outlet, the longer of two that differ by their house first."""
    names = list(outlets)
    by_key, by_domain = defaultdict(list), defaultdict(list)
    for outlet in names:
        by_key[_key(outlet.name)].append(outlet)
        for domain in outlet.domains:
            by_domain[domain].append(outlet)
    for alike in by_key.values():
        for one, other in combinations(alike, 2):
            if not _contradict(one, other):
                yield one.name, other.name, "spelling"
    for neighbours in by_domain.values():
        yield from _links_of_houses(neighbours)
    domains = [outlet for outlet in names if is_domain(outlet.name)]
    labels = defaultdict(set)
    for domain in domains:
        labels[_label(domain.name)].add(_key(domain.name))
    for domain in domains:
        yield from _links_of_domain(domain, by_key, by_domain, labels)


def _links_of_houses(neighbours: Sequence[OutletName]) -> Iterator[Link]:
    """Names of one domain that differ by the words for a house."""
    for one, other in combinations(neighbours, 2):
        for longer, shorter in ((one, other), (other, one)):
            if has_house(longer.name, shorter.name):
                yield longer.name, shorter.name, "domain"


def _links_of_domain(
    domain: OutletName,
    by_key: Mapping[str, list[OutletName]],
    by_domain: Mapping[str, list[OutletName]],
    labels: Mapping[str, set[str]],
) -> Iterator[Link]:
    """The names of the outlet that is stated by its domain."""
    address, label = _key(domain.name), _label(domain.name)
    stated = [other for other in by_domain.get(address, ()) if not is_domain(other.name)]
    same = [*by_key.get(label, ()), *by_key.get(label.removeprefix("the"), ())]
    named = [other for other in same if other in stated]
    if not named and len(labels[label]) == 1:
        named = [other for other in same if not other.domains]  # nothing speaks against it
    if named:
        why = "domain" if named[0] in stated else "spelling"
        yield from ((domain.name, other.name, why) for other in named)
        return
    alike = [other for other in stated if is_called_alike(other.name, address)]
    support = sum(other.article_count for other in alike)
    if support >= LEAST_SUPPORT and len({_key(other.name) for other in alike}) == 1:
        yield from ((domain.name, other.name, "domain") for other in alike)


def is_domain(name: str) -> bool:
    """True for a name that is a domain: baypost.com, www.baypost.co.uk."""
    return DOMAIN.fullmatch(name) is not None


def _key(name: str) -> str:
    """The name without article, accents, case and signs; of a domain its address."""
    if is_domain(name):
        return name.lower().removeprefix("www.")
    bare = unicodedata.normalize("NFKD", name.casefold())
    bare = re.sub(r"[\u0300-\u036f]", "", bare)
    return re.sub(r"[\W_]+", "", re.sub(r"^the\s+", "", bare))


def _label(domain: str) -> str:
    """The name in a domain without a part before it: baypost of www.baypost.co.uk, "" of others."""
    label = ENDING.sub("", _key(domain))
    return "" if "." in label else label.replace("-", "")


def has_house(longer: str, shorter: str) -> bool:
    """True when one is the other and words of its house: Bay Post Media Group and The Bay Post."""
    if is_domain(longer) or is_domain(shorter):
        return False
    words = longer.split()
    while words and re.sub(r"\W", "", words[-1]).casefold() in HOUSE | {""}:
        words.pop()
        if words and _key(" ".join(words)) == _key(shorter):
            return True
    return False


def _contradict(one: OutletName, other: OutletName) -> bool:
    """True for names that stand on domains of which none is the other's."""
    if not one.domains or not other.domains:
        return False
    return not any(
        f".{a}".endswith(f".{b}") or f".{b}".endswith(f".{a}")
        for a in one.domains
        for b in other.domains
    )
