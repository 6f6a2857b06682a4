"""The records of identity: counts of names in, entities and links out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameCount:
    """How often a spelling stands for a name."""

    label: str  # PERSON, ORG, PLACE, NORP, MISC
    text: str  # the spelling in the text
    name: str  # the fullest form in the same article
    mention_count: int
    article_count: int


@dataclass(frozen=True, slots=True)
class Policy:
    """How much evidence links a short name to a full one."""

    least_share: float = 0.95  # of the support, when several full names share the short one
    least_support: int = 1  # articles that use a surname for the one person who has it
    least_given_support: int = 5  # the same, of a name that tables know as a given name
    dominant_support: int = 10  # articles, before a share speaks at all
    least_initials: int = 3  # letters of an acronym that may join a long form by initials alone


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided about a name; applied after everything else.

    merge: the name stands for the entity of `target`. split: the name stands for itself, whatever
    the evidence. rename: its entity is shown as `target`. never: the name is no entity at all.
    """

    action: str  # merge, split, rename, never
    label: str
    name: str
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place, people or other thing."""

    entity_id: str
    label: str
    name: str  # the form it is shown with
    kind: str | None  # of the table that knows it: country, capital, city, ...
    country_code: str | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Link:
    """A name and the entity it stands for."""

    label: str
    name: str
    entity_id: str | None  # None: a person decided that it is no entity
    own_id: str  # the id the name has as long as it is linked to nothing: old ids lead here
    evidence: str  # same_name, table, sound, surname, acronym, short_name, correction


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that several entities share."""

    label: str
    name: str
    own_id: str
    candidate_id: str


@dataclass(frozen=True, slots=True)
class Identity:
    """What resolve_names decides."""

    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    doubts: tuple[Doubt, ...]
