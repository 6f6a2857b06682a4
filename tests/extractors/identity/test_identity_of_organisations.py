"""Which names are one organisation, people or country."""

from tests.extractors.identity.counted_names import count, entities_of


def test_a_party_and_its_people_are_one():
    for one, many in (("Republican", "Republicans"), ("Tory", "Tories"), ("Muslim", "Muslims")):
        names = entities_of(count("NORP", one, articles=3), count("NORP", many))
        assert set(names.values()) == {one}
    apart = entities_of(count("NORP", "Houthi"), count("NORP", "Houthisis"))
    assert len(set(apart.values())) == 2
    press = entities_of(count("ORG", "Republican"), count("ORG", "Republicans"))
    assert len(set(press.values())) == 2


def test_acronym_follows_the_articles_that_explain_it():
    long = "Greater Border Treaty Organisation"
    entities = entities_of(count("ORG", "GTBO", long), count("ORG", long), count("ORG", "GTBO"))
    assert entities["ORG", "GTBO"] == long


def test_acronym_by_initials_only_when_one_name_has_them():
    long = "Greater Border Treaty Organisation"
    assert entities_of(count("ORG", long), count("ORG", "GBTO"))["ORG", "GBTO"] == long
    other = "Global Bank for Trade and Oil"
    entities = entities_of(count("ORG", long), count("ORG", other), count("ORG", "GBTO"))
    assert entities["ORG", "GBTO"] == "GBTO"


def test_tables_join_names_of_countries_and_organisations():
    entities = entities_of(
        *(count("PLACE", n) for n in ("US", "U.S.", "United States", "America")),
        count("ORG", "CSTO"),
        count("ORG", "Collective Security Treaty Organisation"),
    )
    assert {v for (label, _), v in entities.items() if label == "PLACE"} == {"United States"}
    assert {v for (label, _), v in entities.items() if label == "ORG"} == {
        "Collective Security Treaty Organization"
    }


def test_what_must_stay_apart():
    entities = entities_of(
        count("PLACE", "Moscow"), count("ORG", "Moscow Times"), count("PLACE", "North Korea"),
        count("PLACE", "South Korea"), count("NORP", "Armenian"), count("PLACE", "Armenia"),
        count("PERSON", "Bill Clinton"), count("PERSON", "Hillary Clinton"),
    )  # fmt: skip
    assert len(set(entities.values())) == len(entities)


def test_demonyms_in_singular_and_plural_are_one():
    entities = entities_of(count("NORP", "Armenian"), count("NORP", "Armenians"))
    assert set(entities.values()) == {"Armenian"}
