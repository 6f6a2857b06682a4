"""Outlets are called by their names, not by their owners."""

from datetime import date

import pytest

from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.mining import mine_facts
from extractors.cleaning.verdicts import Ruling
from extractors.facts.choosing import choose_facts
from extractors.outlets.owners import is_called_alike, name_outlet
from extractors.records import Metadatum


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("LBC LLC", "LBC"),
        ("The Larn Company, Inc.", "The Larn"),
        ("Larn Media GmbH", "Larn Media"),
        ("Larn, Novak & Co. Ltd", "Larn, Novak & Co."),
        ("Bay LarnImprintPrivacyTerms", "Bay Larn"),  # links without a space between them
        ("FourFortyTwo", "FourFortyTwo"),
        ("Ediciones Larn S.L.", "Ediciones Larn"),
        ("Larn Taco", "Larn Taco"),  # ends with "co", no legal form
        ("GmbH", "GmbH"),
        ("https://www.larntimes.com/a?b", "larntimes.com"),
        ("@larntimes", "larntimes"),
    ],
)
def test_legal_forms_are_no_part_of_a_name(value, name):
    assert name_outlet(value) == name


@pytest.mark.parametrize(
    ("name", "domain"),
    [
        ("The Larn Bay Times Company", "lbtimes.com"),
        ("Larn Street Journal", "lsj.com"),
        ("The Bridgend Crimson", "thecrimson.com"),
        ("Börsen-Zeitung", "boersen-zeitung.de"),
        ("Al Larn Media Network", "allarn.com"),
    ],
)
def test_an_outlet_is_called_like_its_domain(name, domain):
    assert is_called_alike(name, domain)


@pytest.mark.parametrize(
    ("name", "domain"),
    [("Yonder", "larntimes.com"), ("LBP Holdings", "lbpost.com"), ("The Bay", "nightbay.com")],
)
def test_an_owner_is_called_otherwise(name, domain):
    assert not is_called_alike(name, domain)


def choose(*rows):
    found = choose_facts([Metadatum("outlet", *row) for row in rows], date(2026, 6, 1))
    return found.outlet, {m.value: m.refused for m in found.metadata}


def test_a_folder_goes_before_a_notice_that_names_another():
    outlet, refused = choose(("Yonder Media LLC", "line"), ("larntimes.com", "folder"))
    assert (outlet, refused["Yonder Media LLC"]) == ("larntimes.com", "names_owner")
    assert choose(("Larn Times LLC", "line"), ("larntimes.com", "folder"))[0] == "Larn Times"
    assert choose(("Yonder Media LLC", "line"))[0] == "Yonder Media"
    assert choose(("Yonder", "json_ld"), ("larntimes.com", "folder"))[0] == "Yonder"


def test_who_owns_a_text_is_no_outlet():
    assert choose(("Anna Novak", "line"))[0] is None
    assert choose(("Anna Novak", "line"), ("Larn Media", "line"))[0] == "Larn Media"


def test_who_owns_a_text_may_have_written_it():
    rows = (("outlet", "Anna Novak", "line"), ("author", "Anna Novak", "meta_tag"))
    facts = choose_facts([Metadatum(*row) for row in rows], date(2026, 6, 1))
    assert (facts.author, facts.author_organisation, facts.outlet) == ("Anna Novak", None, None)


def test_the_year_may_stand_behind_the_owner():
    line = "Copyright The Larn Courier Limited 2024. All rights reserved."
    (fact,) = mine_facts(read_sheet(line), {0: Ruling("drop", "legal", "legal", 0.9)})
    assert (fact.field, name_outlet(fact.value)) == ("outlet", "The Larn Courier")
