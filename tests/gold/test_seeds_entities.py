"""Persons, organisations and places of the five samples, as a careful reader marked them."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from extractors.identity.records import NameCount
from extractors.identity.resolution import resolve_names
from extractors.names.full_names import name_mentions
from extractors.names.mentions import find_article_mentions

GOLD = json.loads((Path(__file__).parent / "seeds_gold.json").read_text("utf-8"))["files"]
LABELS = {"persons": "PERSON", "orgs": "ORG", "places": "PLACE"}
LEAST_F1 = 0.97  # measured .988; the gold counts Russia inside "Russia's foreign ministry" twice


def article_texts(file):
    texts = [("title", file["title"]), ("subtitle", file["subtitle"] or "")]
    return [*texts, ("body", "\n".join(file["clean_body"]))]


def mentions_of(file):
    return found_in(file["file"])


@cache
def found_in(name):
    texts = next(article_texts(file) for file in GOLD if file["file"] == name)
    return name_mentions(texts, find_article_mentions(texts, "en"))


def gold_counts(file):
    return Counter(
        (mention["surface"], label)
        for part, label in LABELS.items()
        for entity in file[part]
        for mention in entity["mentions"]
    )


@cache
def canonical_names():
    counts, articles, where = Counter(), Counter(), {}
    for file in GOLD:
        keys = [(m.label, m.text, m.name) for m in mentions_of(file)]
        counts.update(keys)
        articles.update(set(keys))
        where[file["file"]] = set(keys)
    identity = resolve_names(NameCount(*key, n, articles[key]) for key, n in counts.items())
    names = {e.entity_id: e.name for e in identity.entities}
    ids = {(link.label, link.name): names[link.entity_id] for link in identity.links}
    return {
        file: {(label, text): ids[label, name] for label, text, name in keys}
        for file, keys in where.items()
    }


def test_mentions_of_persons_organisations_and_places():
    agreed = found = wanted = 0
    for file in GOLD:
        mentions = mentions_of(file)
        have = Counter((m.text, m.label) for m in mentions if m.label in LABELS.values())
        want = gold_counts(file)
        agreed += sum((have & want).values())
        found += have.total()
        wanted += want.total()
    assert 2 * agreed / (found + wanted) >= LEAST_F1


def test_every_person_under_the_canonical_name():
    canonical = canonical_names()
    for file in GOLD:
        for person in file["persons"]:
            for surface in person["surfaces"]:
                assert canonical[file["file"]]["PERSON", surface] == person["name"]


def test_acronyms_lead_to_their_organisation():
    canonical = canonical_names()
    names = {
        n
        for file in canonical.values()
        for (_, text), n in file.items()
        if text in ("CSTO", "CTSO")
    }
    assert names == {"Collective Security Treaty Organization"}


@pytest.mark.parametrize("file", GOLD, ids=lambda file: file["file"][:3])
def test_nothing_that_must_not_be_an_entity(file):
    found = {m.text for m in mentions_of(file)}
    assert not found & set(file["must_not_be_entities"])
