"""Which agencies a text names as where it comes from, and what only looks like it."""

from datetime import date

import pytest

from extractors.authors.agency_credits import find_agencies
from extractors.authors.agency_lines import (
    read_alone,
    read_dateline,
    read_rights,
    read_share,
    read_sign_off,
    read_source,
)
from extractors.authors.agency_names import agencies, agency_name
from extractors.facts.choosing import choose_facts
from extractors.records import CleanText, Line, Metadatum


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("LARNSTEAD (Reuters) - The old bridge", ["Reuters"]),
        ("LARNSTEAD/TARN, Nov 18 (Reuters/AP) — The old bridge", ["Reuters", "AP"]),
        ("Larnstead (dpa/sda) - Die Brücke", ["dpa", "sda"]),
        ("LARNSTEAD, 18 nov 2026 (AFP) – Le pont", ["AFP"]),
        ("Larnstead, 16 nov (EFE).- El puente", ["EFE"]),
        ("(ANSA) - LARNSTEAD, 21 NOV - Il ponte", ["ANSA"]),
        ("ЛАРНСТЕД, 19 ноября. /ТАСС/. Старый мост", ["ТАСС"]),
        ("LARNSTEAD, Tarnia, Nov. 17, 2026 /PRNewswire/ -- The bridge", ["PRNewswire"]),
        ("İZMİR (AA) - Köprü", ["AA"]),
        ("新华社北京11月20日电 老桥", ["新华社"]),
        ("dpa - Die Brücke", ["dpa"]),
        # what is no dateline
        ("The mayor told Reuters (an agency) - and others", []),
        ("The Associated Press (AP) reported on Monday that the bridge", []),
        ("Peter Holm (SPD) - der Bürgermeister", []),
        ("He asked: who pays? Nobody, said Holm (AP) - not the town", []),
        ("Holm called the bridge (AP) an old friend", []),
        ("pa - said the boy", []),
    ],
)
def test_datelines(text, names):
    found = read_dateline(text)
    assert [named.name for named in found] == names
    assert all(text.startswith(named.name, named.start) for named in found)


def test_what_ends_a_text():
    def told(read, text):
        return [named.name for named in read(text)]

    assert told(read_sign_off, "The bridge opens in May. (PAP)") == ["PAP"]
    assert told(read_sign_off, "Il ponte apre a maggio. (ANSA).") == ["ANSA"]
    assert told(read_sign_off, "El puente abre en mayo. EFE") == ["EFE"]
    assert told(read_sign_off, "The bridge opens in May (PAP) or June.") == []
    assert told(read_sign_off, "He spoke to the boy's dad. pa") == []
    assert told(read_source, "Quelle: dpa/AFP") == ["dpa", "AFP"]
    assert told(read_source, "Source: Larnstead town hall") == []
    assert told(read_alone, "Reuters and AFP") == ["Reuters", "AFP"]
    assert told(read_alone, "AA") == told(read_alone, "Reuters says no") == []
    assert told(read_rights, "© dpa-infocom, dpa:261118-930-287411/2") == ["dpa-infocom"]
    assert told(read_rights, "Copyright 2026 The Associated Press. All rights") == [
        "The Associated Press"
    ]
    assert told(read_rights, "Photo: © AFP") == told(read_rights, "© 2026 Larn Courier") == []
    helped = "Associated Press writer Anna Novak in Tarn contributed to this report."
    assert told(read_share, helped) == ["Associated Press"]
    assert told(read_share, "Mit Material von dpa und AFP") == ["dpa", "AFP"]
    assert told(read_share, "With the help of Anna Novak") == []


def clean_of(*lines):
    """A cleaned text of (verdict, category, text)."""
    raw, made = "", []
    for number, (verdict, category, text) in enumerate(lines):
        made.append(
            Line(number, len(raw), len(raw) + len(text), verdict, category, "line_model", 0.5)
        )
        raw += text + "\n"
    body = "\n".join(text for verdict, _, text in lines if verdict == "keep")
    return raw, CleanText(body, None, tuple(made), (), "0")


def test_an_agency_stands_at_its_place_and_is_counted_under_one_name():
    raw, cleaned = clean_of(
        ("drop", "photo_credit", "© AFP"),
        ("keep", None, "LARNSTEAD (Reuters) - The old bridge over the Tarn will be closed."),
        ("keep", None, "It will open in May, the Associated Press (AP) had reported."),
        ("drop", "legal", "© Thomson Reuters 2026"),
        ("drop", "related_link", "Source: dpa"),
    )
    facts = find_agencies(raw, cleaned)
    assert [(f.value, f.source_field) for f in facts] == [
        ("Reuters", "dateline"), ("Thomson Reuters", "rights"), ("dpa", "source")
    ]  # fmt: skip
    assert all(raw[f.start : f.end] == f.value for f in facts)
    assert choose_facts(facts, date(2026, 6, 1)).agency == "Reuters; dpa"
    byline = Metadatum("author", "Anna Novak and The Associated Press", "line", 1)
    told = choose_facts([byline, *facts], date(2026, 6, 1))
    assert (told.author, told.agency) == ("Anna Novak", "AP; Reuters; dpa")
    stated = Metadatum("agency", "Larn Wire", "sidecar")
    assert choose_facts([stated, *facts], date(2026, 6, 1)).agency == "Larn Wire"


def test_every_spelling_leads_to_a_name():
    assert all(agency_name(spelling) == name for spelling, name in agencies().items())
    assert agency_name("Агентство") is None
