"""Names with their counts, and the entities they are."""

from extractors.identity.records import NameCount
from extractors.identity.resolution import resolve_names


def count(label, text, name=None, articles=1):
    return NameCount(label, text, name or text, articles, articles)


def entities_of(*counts):
    identity = resolve_names(counts)
    names = {e.entity_id: e.name for e in identity.entities}
    return {(link.label, link.name): names[link.entity_id] for link in identity.links}
