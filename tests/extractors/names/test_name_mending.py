"""Names that the tagger found get their edges, their labels and the parts they lack."""

import pytest

from extractors.namebook.tables import load_name_tables
from extractors.names.mending import mend_span, mend_tagged, widen_span
from extractors.tagger.decode import TYPES
from extractors.tagger.tagging import Tagged


@pytest.mark.parametrize(
    ("text", "inside", "label", "mended"),
    [
        ("President Ama Ra", "President Ama Ra", "PERSON", "Ama Ra"),
        ("the Ba Bank and", "the Ba Bank and", "ORG", "Ba Bank"),
        ("in the U.S. today", "U.S", "PLACE", "U.S."),
        ("Ba's", "Ba's", "ORG", "Ba"),
        (", Ama,", ", Ama,", "PERSON", "Ama"),
        ("GBTO alliance", "GBTO alliance", "ORG", "GBTO"),
        ("Ama Ki-moon", "Ama Ki-moon", "PERSON", "Ama Ki-moon"),
        ("Vostan-dominated Ba Bank", "Vostan-dominated Ba Bank", "ORG", "Ba Bank"),
        ("Vostan-led talks", "Vostan-led", "PLACE", "Vostan"),
    ],
)
def test_edges_are_mended(text, inside, label, mended):
    at = text.index(inside)
    start, end = mend_span(text, at, at + len(inside), label)
    assert text[start:end] == mended


@pytest.mark.parametrize(
    ("text", "inside", "label", "widened"),
    [
        ("said Ra Ama-tin today", "Ra Ama", "PERSON", "Ra Ama-tin"),
        ("by KP Amasena, who", "Amasena", "PERSON", "KP Amasena"),
        ("by A. B. Amasena, who", "Amasena", "PERSON", "A. B. Amasena"),
        ("Covid-19 came", "Covid", "MISC", "Covid-19"),
        ("the Ama-led group", "Ama", "PERSON", "Ama"),
        ("the Ama-supported group", "Ama", "PERSON", "Ama"),
        ("the US Amasena", "Amasena", "PERSON", "Amasena"),
        ("the Zangor-Vostan line", "Zangor", "PLACE", "Zangor"),
    ],
)
def test_names_go_on_behind_hyphens_and_before_them_stand_initials(text, inside, label, widened):
    at = text.index(inside)
    start, end = widen_span(text, at, at + len(inside), label, (0, len(text)))
    assert text[start:end] == widened


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Ama Ra-Ama Tin", [(0, 6, "PERSON"), (7, 14, "PERSON")]),
        ("Ama Ra-tin", [(0, 6, "PERSON"), (9, 10, "PLACE")]),
        ("Ra-A. B. Tin", [(0, 8, "ORG"), (9, 12, "PERSON")]),
        ("U.S.Ama", [(0, 3, "PLACE"), (3, 7, "PERSON")]),
    ],
)
def test_no_name_is_mended_into_its_neighbour(text, spans):
    found = mend_tagged([Tagged(*span, 0.9) for span in spans], text, load_name_tables())
    assert [(c.start, c.end, c.label) for c in found] == spans


@pytest.mark.parametrize(
    ("text", "spans", "names"),
    [
        ("by KP Tin", [(3, 5, "PERSON"), (6, 9, "PERSON")], ["KP Tin"]),
        ("by A. B. Tin", [(3, 8, "PERSON"), (9, 12, "PERSON")], ["A. B. Tin"]),
        ("in UK Tin", [(3, 5, "PERSON"), (6, 9, "PERSON")], ["UK", "Tin"]),
        ("by KP Tin", [(3, 5, "ORG"), (6, 9, "PERSON")], ["KP", "Tin"]),
        ("by Ra Tin", [(3, 5, "PERSON"), (6, 9, "PERSON")], ["Ra", "Tin"]),
        ("by Ra “Big” Tin", [(3, 5, "PERSON"), (12, 15, "PERSON")], ["Ra “Big” Tin"]),
        ("Ra, Tin", [(0, 2, "PERSON"), (4, 7, "PERSON")], ["Ra", "Tin"]),
        ("Ra “Big” Ama Tin", [(0, 2, "PERSON"), (9, 16, "PERSON")], ["Ra", "Ama Tin"]),
        ("Ra bin Tin Ama", [(0, 6, "PERSON"), (7, 14, "PERSON")], ["Ra bin Tin Ama"]),
        ("Ra bin Tin Ama", [(0, 6, "ORG"), (7, 14, "PERSON")], ["Ra", "Tin Ama"]),
    ],
)
def test_parts_of_one_person_are_joined(text, spans, names):
    found = mend_tagged([Tagged(*span, 0.9) for span in spans], text, load_name_tables())
    assert [c.text for c in found] == names


@pytest.mark.parametrize(
    ("name", "label", "mended"),
    [
        ("NGO Zangor Watch", "ORG", "Zangor Watch"),
        ("UN Special Rapporteur", "ORG", "UN"),
        ("Zangor Bank Board Members", "ORG", "Zangor Bank"),
        ("Zangor House Senior Adviser", "ORG", "Zangor House"),
        ("Office of the Commissioner for Zangor Ambassador", "ORG", None),
        ("Board of Zangor Director", "ORG", None),
        ("Ambassador", "ORG", None),
        ("Zangor Ambassador", "PLACE", None),
        ("MLA Ama Tin", "PERSON", "Ama Tin"),
    ],
)
def test_offices_and_kinds_are_no_part_of_a_name(name, label, mended):
    start, end = mend_span(name, 0, len(name), label)
    assert name[start:end] == (mended or name)


def test_one_word_behind_the_is_hardly_an_unknown_place():
    chances = tuple({"PLACE": 0.6, "ORG": 0.3}.get(t, 0.01) for t in TYPES)
    text = "the Zangor and Zangor of the Hague"
    names = [Tagged(4, 10, "PLACE", 0.6, chances), Tagged(15, 21, "PLACE", 0.6, chances),
             Tagged(29, 34, "PLACE", 0.6, chances)]  # fmt: skip
    found = mend_tagged(names, text, load_name_tables())
    assert [c.label for c in found] == ["ORG", "PLACE", "PLACE"]


def test_one_word_behind_the_is_no_person():
    chances = tuple({"PERSON": 0.6, "ORG": 0.3}.get(t, 0.01) for t in TYPES)
    text = "the Zangor and Zangor"
    names = [Tagged(4, 10, "PERSON", 0.6, chances), Tagged(15, 21, "PERSON", 0.6, chances)]
    found = mend_tagged(names, text, load_name_tables())
    assert [c.label for c in found] == ["ORG", "PERSON"]
