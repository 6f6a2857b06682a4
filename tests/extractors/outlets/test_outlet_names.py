"""Names of outlets that are one: by spelling, by the domain on which they stand, by a person."""

import pytest

from extractors.outlets.links import OutletName
from extractors.outlets.names import JoinedName, join_outlets


def state(name, count=1, *domains):
    return OutletName(name, count, frozenset(domains))


def outlets(*stated, corrections=None):
    """Sets of names by the name that is shown; single ones are left out."""
    found = {}
    for row in join_outlets(stated, corrections):
        found.setdefault(row.outlet, set()).add(row.name)
    return {outlet: names for outlet, names in found.items() if names != {outlet}}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("The Bay Post", "Bay Post"),
        ("The Bay Post", "the bay post"),
        ("Bay Post", "BayPost"),
        ("El Béy", "El Bey"),
        ("BayPost.com", "baypost.com"),
        ("baypost.com", "www.baypost.com"),
    ],
)
def test_a_name_may_be_spelled_otherwise(name, other):
    assert outlets(state(name, 2), state(other)) == {name: {name, other}}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Bay Post", "Larn Post"),
        ("The Bay Post", "Der Bay Post"),
        ("baypost.com", "baypost.es"),
        ("Bay News", "Bay Sport"),
        ("Bay Post", "Bay Post News"),  # nothing but its name speaks for it
        ("Bay Post", "news.baypost.com"),
    ],
)
def test_other_names_are_those_of_others(name, other):
    assert outlets(state(name, 2), state(other)) == {}


def test_known_domains_speak_against_a_spelling():
    one, other = state("The Bay Post", 1, "baypost.com"), state("Bay Post", 1, "baypost.ie")
    assert outlets(one, other) == {}
    edition = state("Bay Post", 1, "edition.baypost.com")
    assert outlets(one, edition) == {"Bay Post": {"Bay Post", "The Bay Post"}}


@pytest.mark.parametrize("name", ["Bay Post", "The Bay Post", "BAY-POST"])
@pytest.mark.parametrize("domain", ["baypost.com", "bay-post.co.uk", "BayPost.de"])
def test_a_domain_is_called_like_its_outlet(name, domain):
    assert outlets(state(name), state(domain, 9)) == {name: {name, domain}}


def test_a_domain_of_the_article_keeps_its_own():
    assert outlets(state("Thesun"), state("The Sun", 1, "sun.ie"), state("sun.com")) == {}
    names = (state("The Sun", 1, "thesun.co.uk"), state("thesun.co.uk"))
    assert outlets(*names) == {"The Sun": {"The Sun", "thesun.co.uk"}}


def test_of_two_domains_called_alike_the_name_is_that_of_the_one_it_stands_on():
    one, other = state("baypost.com"), state("baypost.es")
    assert outlets(one, other, state("Bay Post")) == {}
    stands = state("Bay Post", 1, "baypost.es")
    assert outlets(one, other, stands) == {"Bay Post": {"Bay Post", "baypost.es"}}


def test_a_domain_less_alike_needs_two_articles_and_no_other_name():
    once, twice = (state("Larn Chronicle", n, "chron.com") for n in (1, 2))
    assert outlets(once, state("chron.com")) == {}
    assert outlets(twice, state("chron.com")) == {twice.name: {twice.name, "chron.com"}}
    other = state("The Chronicle of Larn", 2, "chron.com")
    assert outlets(twice, other, state("chron.com")) == {}


def test_words_of_its_house_are_no_other_outlet_on_one_domain():
    names = [state("Bay Post Media Group", 5, "baypost.com"), state("The Bay Post", 1)]
    assert outlets(*names) == {}
    names[1] = state("The Bay Post", 1, "baypost.com")
    assert outlets(*names) == {"The Bay Post": {"The Bay Post", "Bay Post Media Group"}}


def test_the_name_that_most_articles_state_is_shown():
    names = (state("Bay Post", 2), state("The Bay Post", 3), state("baypost.com", 9))
    assert list(outlets(*names)) == ["The Bay Post"]
    assert list(outlets(state("phys.org", 9), state("Phys.org"))) == ["Phys.org"]


def test_what_joined_them_is_told():
    names = (state("Bay Post"), state("The Bay Post"), state("Larn TV"), state("Yonder"))
    assert join_outlets(names, {"Yonder": "Larn TV"}) == [
        JoinedName("Bay Post", "Bay Post", "spelling"),
        JoinedName("Larn TV", "Larn TV", "correction"),
        JoinedName("The Bay Post", "Bay Post", "spelling"),
        JoinedName("Yonder", "Larn TV", "correction"),
    ]
    assert join_outlets([state("Yonder")]) == [JoinedName("Yonder", "Yonder", None)]


def test_corrections_go_before_the_evidence():
    names = (state("Bay Post"), state("The Bay Post"), state("BP"), state("Bay Radio"))
    assert outlets(*names, corrections={"Bay Post": "Bay Post"}) == {}
    merged = outlets(*names, corrections={"BP": "The Bay Post"})
    assert merged == {"The Bay Post": {"Bay Post", "The Bay Post", "BP"}}
    renamed = outlets(*names, corrections={"BP": "Bay", "Bay Radio": "Bay"})
    assert renamed["Bay"] == {"BP", "Bay Radio"}
    late = {"BP": "The Bay Post", "Bay Post": "Baypost"}
    assert outlets(*names, corrections=late) == {"Baypost": {"Bay Post", "The Bay Post", "BP"}}
    assert outlets(*names, corrections={"gone": "BP", "BP": "BP"}) == {
        "Bay Post": {"Bay Post", "The Bay Post"}
    }


def test_the_order_of_names_does_not_matter():
    names = [state("Bay Post", 1, "baypost.com"), state("baypost.com", 3), state("The Bay Post", 1),
             state("Bay Post News", 1, "baypost.com"), state("BAYPOST.com", 3)]  # fmt: skip
    assert join_outlets(names) == join_outlets(names[::-1])
