import pytest

from extractors.categories import CATEGORIES
from extractors.cleaning.labels.kinds import KINDS, match_kind
from extractors.tokens import list_tokens

MATCHING = [
    ("7 Min Read", "reading_time"),
    ("Lesezeit: 4 Minuten", "reading_time"),
    ("Tempo di lettura 3 minuti", "reading_time"),
    ("Night mode", "reader_control"),
    ("Artikel drucken", "reader_control"),
    ("Listen to this article", "reader_control"),
    ("Share on Facebook", "share_bar"),
    ("Facebook Twitter WhatsApp Email", "share_bar"),
    ("Partager sur Facebook", "share_bar"),
    ("Leave a Reply", "comment_form"),
    ("12 Kommentare", "comment_form"),
    ("Lesen Sie auch:", "related_link"),
    ("À lire aussi", "related_link"),
    ("Читайте также", "related_link"),
    ("Most read", "related_link"),
    ("Published: 3 May 2023, 10:40 GMT", "dateline_meta"),
    ("Updated on", "dateline_meta"),
    ("2 hours ago", "dateline_meta"),
    ("12.03.2024, 14:05 Uhr", "dateline_meta"),
    ("By Anna Novak", "byline"),
    ("Von Peter Schmidt", "byline"),
    ("Photo: Anna Novak / Courier", "photo_credit"),
    ("AFP/Getty Images", "photo_credit"),
    ("Subscribe now", "subscribe_appeal"),
    ("Jetzt anmelden", "subscribe_appeal"),
    ("Donate", "donation_appeal"),
    ("Support our journalism!", "donation_appeal"),
    ("Follow us on Twitter", "channel_plug"),
    ("Síguenos en Facebook", "channel_plug"),
    ("ADVERTISEMENT", "advertisement"),
    ("Anzeige", "advertisement"),
    ("© 2024 Ostrava Courier. All rights reserved.", "legal"),
    ("Accept all cookies", "cookie_notice"),
    ("Skip to main content", "navigation"),
    ("Quellen: dpa, AFP", "source_credit"),
    ("Zdroj: ČTK", "source_credit"),
    ("المصدر: وكالات", "source_credit"),
    ("来源：新华社", "source_credit"),
    ("Story continues below this ad", "advertisement"),
    ("A cikk a hirdetés után folytatódik", "advertisement"),
    ("Was this article helpful?", "reader_control"),
    ("Najczęściej czytane", "related_link"),
    ("Hozzászólások (12)", "comment_form"),
    ("Kuva: Lehtikuva", "photo_credit"),
    ("Φωτογραφία: EUROKINISSI", "photo_credit"),
    ("press@lumora.example", "byline"),
    ("With files from The Canadian Press", "byline"),
    ("(avec AFP)", "byline"),
]
STAYING = [
    "Minutes after the read was closed, three ships left",
    "The night mode of the city is quiet, she said",
    "Shares of the bank fell on Tuesday",
    "The share of votes was small",
    "He left a comment about the price of bread on the wall of the house",
    "Commentary from the north",
    "By the time the ferry came, the harbour was closed",
    "By Monday evening all roads were open again",
    "Published works of the poet were burnt in the square",
    "Subscribers of the paper protest against the sale",
    "Donations for the village doubled",
    "Support for the premier falls",
    "The advertisement that changed a town",
    "Copyrights of the song were sold for ten million",
    "Sources of the river dry up in summer",
    "Photographs of the bay sold at auction",
    "Cookies for the children of the valley",
    "Following the flood, roads stay closed",
    "Relatedness of bears puzzles scientists",
    "Homes burn in the valley",
    "The story continues below the surface of the lake",
    "Press at the gates of the palace",
    "With files in hand she left the court",
    "Kuva",
]


@pytest.mark.parametrize(("line", "category"), MATCHING)
def test_known_kinds_match(line, category):
    kind = match_kind(line, list_tokens(line))
    assert kind is not None
    assert kind.category == category


@pytest.mark.parametrize("line", STAYING)
def test_lines_with_the_same_words_do_not_match(line):
    assert match_kind(line, list_tokens(line)) is None


def test_kinds_use_the_closed_list():
    assert {kind.category for kind in KINDS} <= set(CATEGORIES)
    assert len({kind.name for kind in KINDS}) == len(KINDS)
