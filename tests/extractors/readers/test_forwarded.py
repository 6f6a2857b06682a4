"""Whoever passes a mail on did not write it."""

from datetime import date

import pytest

from extractors.authors.byline_names import is_house
from extractors.dates.stated import parse_stated_date
from extractors.readers.forwarded import find_forwarded
from tests.extractors.readers.examples import story
from tests.extractors.readers.pieces import read

TEXT = story(1).text
HEADERS = [
    "---------- Forwarded message ---------\nFrom: Larn Daily <a@b.example>\nDate: Tue, 5 Mar 2024 "
    "at 06:00\nSubject: Bridge closed\nTo: Ann <c@d.example>\n\n\n",
    "Von: Larn Daily [mailto:a@b.example]\nGesendet: Dienstag, 5. März 2024 06:00\nAn: Ann\n"
    "Cc: Peter\nBetreff: Bridge closed\n\n",
    "*De :* Larn Daily <a@b.example>\n*Envoyé :* mardi 5 mars 2024 06:00\n*À :* Ann\n"
    "*Objet :* Bridge closed\n\n",
]


def mail(subject, text):
    head = f"From: Ann Boyle <ann@office.example>\nTo: x@y.example\nSubject: {subject}\n"
    head += "Date: Wed, 06 Mar 2024 09:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n"
    page = read((head + text).encode(), "a.eml")[0].found
    return {fact.field: fact.value for fact in page.metadata}, page.text.strip()


@pytest.mark.parametrize("header", HEADERS)
def test_the_message_inside_speaks_for_itself(header):
    told, text = mail("Fwd: Bridge closed", f"For you, Ann\n\n{header}{TEXT}")
    assert (told["title"], told["outlet"], text) == ("Bridge closed", "Larn Daily", TEXT)
    assert "author" not in told
    assert "2024" in told["published_at"]
    assert "Wed" not in told["published_at"]
    assert parse_stated_date(told["published_at"], date(2026, 1, 1)).day == date(2024, 3, 5)
    signed = mail("WG: Bridge closed", f"{header}{TEXT}\n\nAnn Boyle\nPress office\nTel. 555")
    assert signed[1] == TEXT
    twice = find_forwarded(f"See below\n{HEADERS[1]}{header}{TEXT}")
    assert (twice.subject, twice.text) == ("Bridge closed", TEXT)


def test_answers_and_articles_speak_themselves():
    told, text = mail("Re: Bridge closed", f"No, it is open.\n\n{HEADERS[1]}{TEXT}")
    assert (told["author"], text[:3]) == ("Ann Boyle", "No,")
    assert find_forwarded(f"From: the editors\n\n{TEXT}") is None  # no subject
    assert find_forwarded(f"{TEXT}\n\n{TEXT}\n\n{HEADERS[0]}{TEXT}") is None  # a long note above
    assert find_forwarded(HEADERS[0]) is None  # nothing below


def test_houses_are_told_from_persons():
    for name in ("The Estuary Morning Brief", "Larn Daily", "Новости Севера", "Harbour News"):
        assert is_house(name)
    for name in ("Ann Boyle", "Anna", "Novak", "ann@office.example", "@ann", "+44 20 79", ""):
        assert not is_house(name)
