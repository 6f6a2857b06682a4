"""Short names and acronyms inside one article."""

import pytest

from extractors.namebook.forms import clean_name, show_name
from extractors.namebook.keys import key_name, sound_name
from extractors.namebook.short_forms import is_acronym
from extractors.names.full_names import name_mentions
from extractors.records import Mention


def named(text, *spans):
    mentions = []
    for label, surface in spans:
        at = text.index(surface)
        mentions.append(Mention(at, at + len(surface), label, surface))
    return {m.text: m.name for m in name_mentions([("body", text)], mentions)}


def test_surname_takes_the_full_name():
    text = "Amara Diallo spoke. Then Diallo left."
    mentions = [Mention(0, 12, "PERSON", "Amara Diallo"), Mention(25, 31, "PERSON", "Diallo")]
    names = [m.name for m in name_mentions([("body", text)], mentions)]
    assert names == ["Amara Diallo", "Amara Diallo"]


def test_surname_of_two_persons_stays_alone():
    mentions = [
        Mention(0, 12, "PERSON", "Amara Diallo"),
        Mention(17, 30, "PERSON", "Moussa Diallo"),
        Mention(32, 38, "PERSON", "Diallo"),
    ]
    text = "Amara Diallo and Moussa Diallo. Diallo"
    assert name_mentions([("body", text)], mentions)[2].name == "Diallo"


def test_ben_is_a_given_name_or_the_beginning_of_a_surname():
    pair = "Ben Smith and Valerie Smith"
    assert named(pair, ("PERSON", "Ben Smith"), ("PERSON", "Valerie Smith")) == {
        "Ben Smith": "Ben Smith",
        "Valerie Smith": "Valerie Smith",
    }
    alone = named("Ben Smith; Mr Smith", ("PERSON", "Ben Smith"), ("PERSON", "Mr Smith"))
    assert alone["Mr Smith"] == "Ben Smith"
    minister = named("Itamar Ben Gvir. BEN-GVIR", ("PERSON", "Itamar Ben Gvir"),
                     ("PERSON", "BEN-GVIR"))  # fmt: skip
    assert minister["BEN-GVIR"] == "Itamar Ben Gvir"


def test_middle_name_and_initial():
    text = "Amara K. Diallo, or Amara Diallo"
    assert named(text, ("PERSON", "Amara K. Diallo"), ("PERSON", "Amara Diallo")) == {
        "Amara K. Diallo": "Amara K. Diallo",
        "Amara Diallo": "Amara K. Diallo",
    }


@pytest.mark.parametrize("acronym", ["GBTO", "GTBO", "G.B.T.O."])
def test_acronym_in_brackets_even_misspelt(acronym):
    text = f"the Greater Border Treaty Organisation ({acronym})"
    long = "Greater Border Treaty Organisation"
    assert named(text, ("ORG", long), ("ORG", acronym))[acronym] == long


def test_acronym_by_initials_without_brackets():
    text = "the Greater Border Treaty Organisation met; GBTO members left"
    long = "Greater Border Treaty Organisation"
    assert named(text, ("ORG", long), ("ORG", "GBTO"))["GBTO"] == long


@pytest.mark.parametrize(
    ("short", "long"), [("Zangor", "Zangor Bank"), ("Marauders", "Nairobi Marauders")]
)
def test_short_forms_of_organisations(short, long):
    text = f"{long} and then {short}"
    mentions = [Mention(0, len(long), "ORG", long)]
    mentions.append(Mention(len(text) - len(short), len(text), "ORG", short))
    assert [m.name for m in name_mentions([("body", text)], mentions)] == [long, long]


@pytest.mark.parametrize(
    ("short", "long"), [("Police", "Nairobi Police"), ("Nairobi", "Nairobi Police")]
)
def test_heads_and_cities_are_no_short_forms(short, long):
    text = f"{long} and then {short}"
    mentions = [Mention(0, len(long), "ORG", long)]
    mentions.append(Mention(len(text) - len(short), len(text), "ORG", short))
    assert name_mentions([("body", text)], mentions)[1].name == short


def test_acronym_of_something_else_stays():
    text = "the Greater Border Treaty Organisation (see UXQ)"
    names = named(text, ("ORG", "Greater Border Treaty Organisation"), ("ORG", "UXQ"))
    assert names["UXQ"] == "UXQ"


def test_places_by_part():
    text = "Quelimar-Vostan and Vostan, the Zangor corridor"
    spans = [("PLACE", "Quelimar-Vostan"), ("PLACE", "Zangor corridor")]
    mentions = [Mention(20, 26, "PLACE", "Vostan"), Mention(32, 38, "PLACE", "Zangor")]
    mentions += [Mention(text.index(s), text.index(s) + len(s), p, s) for p, s in spans]
    names = {m.text: m.name for m in name_mentions([("body", text)], mentions)}
    assert names["Vostan"] == "Quelimar-Vostan"
    assert names["Zangor"] == "Zangor corridor"


def test_types_do_not_mix():
    text = "Amara Lagos lives in Lagos"
    mentions = [Mention(0, 11, "PERSON", "Amara Lagos"), Mention(21, 26, "PLACE", "Lagos")]
    assert name_mentions([("body", text)], mentions)[1].name == "Lagos"


@pytest.mark.parametrize(
    ("label", "text", "shown"),
    [
        ("PERSON", "President Amara Diallo’s", "Amara Diallo"),
        ("PERSON", "Mr. Diallo", "Diallo"),
        ("ORG", "the Acme Co. Ltd.", "Acme"),
        ("ORG", "“Acme Bank”", "Acme Bank"),
        ("PLACE", "the  United\nKingdom", "United Kingdom"),
        ("PERSON", "The", "The"),
        ("PERSON", "defensive tackle Amara Diallo", "Amara Diallo"),
        ("PERSON", "bin Salman", "bin Salman"),
        ("PLACE", "Indonesia's Aceh", "Aceh"),
        ("PLACE", "at the Lakeside Center in Malibu, Calif.", "Lakeside Center"),
        ("PLACE", "Cote d'Ivoire", "Cote d'Ivoire"),
        ("ORG", "Greater Border Bank (GBB", "Greater Border Bank"),
    ],
)
def test_shown_names(label, text, shown):
    assert show_name(label, text) == shown


@pytest.mark.parametrize(
    ("one", "other"),
    [("Aliyev", "Aliev"), ("Sergei", "Sergey"), ("Zelenskiy", "Zelenskyy"),
     ("Mohammed", "Muhammad"),
     ("Pashinyan", "Pashinian"), ("Yevgeny", "Evgeny"), ("Tchaikovsky", "Chaikovskii")],
)  # fmt: skip
def test_transliterations_sound_alike(one, other):
    assert sound_name(one.lower()) == sound_name(other.lower())


@pytest.mark.parametrize(
    ("one", "other"), [("Aliev", "Aliu"), ("Putin", "Rutin"), ("Traore", "Torres")]
)
def test_other_names_do_not(one, other):
    assert sound_name(one.lower()) != sound_name(other.lower())


def test_keys_join_house_styles():
    assert key_name("ORG", "Border Defence Organisation") == key_name(
        "ORG", "the Border Defense Organization"
    )
    assert key_name("PLACE", "Zürich") == "zurich"
    assert is_acronym("GBTO") and is_acronym("U.N.") and not is_acronym("Oxfam")
    assert clean_name("") == ""
