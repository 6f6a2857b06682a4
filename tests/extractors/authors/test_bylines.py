"""Persons are told from organisations, roles, places, user names and buttons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.authors.bylines import read_byline, read_organisation


def persons(value, *outlets):
    return [c.name for c in read_byline(value, outlets) if c.field == "author" and c.name]


def organisations(value, *outlets):
    return [c.name for c in read_byline(value, outlets) if c.field == "author_organisation"]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Anna Novak", ["Anna Novak"]),
        ("By Anna Novak and Peter Holm", ["Anna Novak", "Peter Holm"]),
        ("Von Anna Novak und Jörg Böhm, Berlin", ["Anna Novak", "Jörg Böhm"]),
        ("Par Zoé Petit et Léa d'Arc", ["Zoé Petit", "Léa d'Arc"]),
        ("Anna Novak, Peter Holm & Ana de la Cruz", ["Anna Novak", "Peter Holm", "Ana de la Cruz"]),
        ("Anna Novak | The Larn Journal", ["Anna Novak"]),
        ("Anna Novak, Chief Technology Officer and Head of Ships", ["Anna Novak"]),
        ("Anna Novak MS, RDN, LD", ["Anna Novak"]),
        ("Anna Novak (an), Peter Holm (ph)", ["Anna Novak", "Peter Holm"]),
        ("anna.novak@courier.example Anna Novak", ["Anna Novak"]),
        ("Peter Holm, Jr.", ["Peter Holm Jr."]),
        ("Nelson C.J.", ["Nelson C.J."]),
        ("Novak, Anna", ["Anna Novak"]),
        ("Anna NovakDecember 12, 2023", ["Anna Novak"]),
        ("Анна Новак и Пётр Хольм", ["Анна Новак", "Пётр Хольм"]),
        ("Anna Novak. Larn International", ["Anna Novak"]),
        ("Eingestellt von Anna Novak", ["Anna Novak"]),
        ("Di Wu", ["Di Wu"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Por Ana Novak y Pedro Holm", ["Ana Novak", "Pedro Holm"]),
        ("Min Sun and Emily Read", ["Min Sun", "Emily Read"]),
        ("松岡大地", ["松岡大地"]),
        ("박준석 기자", ["박준석"]),
        ("By Anna Novak on Friday, May 3, 2024 at 11:04 a.m.", ["Anna Novak"]),
        ("Par Anna Novak le 3 mai 2024 à 18h42", ["Anna Novak"]),
        ("Von Anna Novak Korrespondent", ["Anna Novak"]),
        ("PETER HOLM", ["Peter Holm"]),
        ("By Anna Novak, Diario del Larn, 3 May 2024", ["Anna Novak"]),
        ("Anna Novak, Xin Sun and Jim Courier", ["Anna Novak", "Xin Sun", "Jim Courier"]),
        ("Peter MCDONALD and ANA DE LA CRUZ", ["Peter McDonald", "Ana de la Cruz"]),
        ("JR Holm", ["JR Holm"]),
        ("PETER HOLM III", ["Peter Holm III"]),
    ],
)  # fmt: skip
def test_persons(value, names):
    assert persons(value) == names
    assert organisations(value) == []


@pytest.mark.parametrize(
    "value",
    [
        "3 Minute Read", "Minute Read", "admin", "anovak", "105092", "Editor", "Staff", "Politics",
        "https://courier.example/anna", "Contributing Opinion Writer", "Share", "", "|", "by",
        "Nairobi", "K A", "Alle Artikel", "Gesponserte Inhalte", "A" * 500, "Updated",
        "Sponsored Content", "Home Affairs Correspondent", "Chief Political Correspondent",
    ],
)  # fmt: skip
def test_what_is_no_person(value):
    assert persons(value) == []


@pytest.mark.parametrize("value", ["a" * 500_000, "(" * 500_000, "A" + " " * 500_000 + "B"])
def test_a_text_in_the_place_of_a_name_costs_nothing(value):
    """Looked through for addresses from each of its letters it would take an hour."""
    assert persons(value) == []


def test_the_outlet_is_no_person():
    for outlet in ("The Larn Courier", "https://www.larncourier.com/a/b", "larncourier.com"):
        for value in ("Larn Courier", "the larn courier", "By Larn Courier"):
            (credit,) = read_byline(value, [outlet])
            assert (credit.field, credit.refused) == ("author_organisation", "names_outlet")
    assert persons("MDR THÜRINGEN", "MDR") == []
    assert persons("El Courier", "https://www.elcourier.com.mx/a") == []
    (credit,) = read_byline("MDR Wissen · Stand: 3. Mai 2024, 10:27 | Neu: 4. Mai 2024", ["MDR"])
    assert (credit.name, credit.refused) == ("MDR Wissen", "names_outlet")
    assert read_byline("Guardian staff reporter", ["The Guardian"])[0].refused == "names_outlet"


def test_agencies_are_organisations():
    assert (persons("Anna Novak, dpa"), organisations("Anna Novak, dpa")) == (
        ["Anna Novak"],
        ["dpa"],
    )
    assert organisations("Von DPA") == ["DPA"]
    joined = "By Peter Holm and Anna Novak The Associated Press"
    assert persons(joined) == ["Peter Holm", "Anna Novak"]
    assert organisations(joined) == ["The Associated Press"]
    assert organisations("The Associated Press") == ["The Associated Press"]
    assert organisations("Reuters and AFP") == ["Reuters", "AFP"]
    assert organisations("Par Le Courrier du Larn avec AFP") == ["Le Courrier du Larn", "AFP"]
    assert persons("La Toya Boyle") == ["La Toya Boyle"]
    assert read_organisation(" Larn University ")[0].name == "Larn University"


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from("By Anna and , | ( ) @ dpa é 李 .".split())).map(" ".join)
)
def test_any_value_gives_names_or_a_refusal(value):
    credits = read_byline(value, [value[:5]])
    assert credits
    for credit in credits:
        assert (credit.name is None) <= (credit.refused is not None)
        assert credit.name is None or credit.name.strip()
