"""Long frames with few facts are no copies of one another; reports brought up to date are."""

import pytest

from extractors.copies.fact_changes import FactChanges, find_fact_words
from extractors.copies.near_duplicates import judge_pair
from extractors.copies.pair_evidence import compare_texts
from extractors.copies.text_shapes import shape_text, shape_texts
from tests.extractors.copies.near_texts import PLAY, REPORT

NURSERIES = (
    "Nöbetçi eczaneler belli oldu. {} günü {} ilçesinde {} Eczanesi ile {} Eczanesi nöbet tutacak. "
    "Nöbetçi eczaneler akşam saat yediden ertesi sabah saat dokuza kadar hizmet veriyor. "
    "Vatandaşlar en yakın eczaneyi telefonla öğrenebilir. Acil durumlarda hastanelerin acil "
    "servislerine başvurulması gerekiyor. Reçetesiz ilaçların doktora danışmadan kullanılmaması "
    "öneriliyor. Liste her ay yayımlanıyor."
)
GAUGE = (
    "Der Wasserstand am Pegel {} liegt heute bei {} Zentimetern, das sind {} Zentimeter mehr als "
    "am {}. Die Schifffahrt ist davon nicht betroffen. Der Meldedienst beobachtet die Lage und "
    "informiert bei Bedarf. Anwohner werden gebeten, Keller und Garagen in Ufernähe im Auge zu "
    "behalten und keine Fahrzeuge auf den Parkplätzen am Fluss abzustellen."
)
WARNING = (
    "The weather service has issued a warning of {} for the {} coast. It is valid from {} until "
    "{}. People should secure loose objects and avoid parks. Motorists are asked to drive slowly. "
    "Trains may be late. Those who do not have to leave the house should stay at home."
)
FIRE = (
    "Fire broke out in a factory in Velmar on Monday. At least {} people were killed and {} "
    "injured, chief Paul Horn said. About {} firefighters fought the flames until {}. The factory "
    "belongs to the Lindner group and employs 240 people. Mayor Ada Brandt spoke of a black day."
)
TOLL = (
    "Co najmniej {} osób zginęło, a {} zostało rannych w zderzeniu autobusu z ciężarówką koło "
    "Radowa. Autobusem jechało {} pasażerów, głównie studentów. Kierowca ciężarówki, Jan Sowa, "
    "został zatrzymany. Minister Ewa Lis poinformowała, że ranni trafili do {} szpitali."
)


def judge(first: str, second: str) -> str | None:
    return judge_pair(compare_texts(shape_text(first), shape_text(second)))


@pytest.mark.parametrize(
    ("frame", "facts", "others"),
    [
        (NURSERIES, "Pazartesi Bornova Güneş Deniz", "Salı Karşıyaka Şifa Yıldız"),
        (GAUGE, "Köln 412 18 Montag", "Koblenz 380 12 Freitag"),
        (WARNING, "gales western Monday 18:00", "snow northern Thursday 03:00"),
    ],
)
def test_long_frames_with_few_facts_are_no_copies(frame, facts, others):
    assert judge(frame.format(*facts.split()), frame.format(*others.split())) is None


@pytest.mark.parametrize(
    ("frame", "facts", "later"),
    [(FIRE, (3, 12, 80, 9), (7, 31, 140, 9)), (TOLL, (4, 21, 43, 3), (6, 25, 45, 3))],
)
def test_reports_whose_numbers_are_brought_up_to_date_are_copies(frame, facts, later):
    assert judge(frame.format(*facts), frame.format(*later)) in ("revision", "partial")


def test_facts_are_counted_inside_sentences_and_names_that_look_alike_are_kept_apart():
    told = shape_text(FIRE.format(3, 12, 80, 9))
    later = shape_text(FIRE.format(7, 31, 80, 9).replace("Horn", "Hern"))
    assert compare_texts(told, later).facts == FactChanges(kept=9, changed=2)


def test_facts_of_texts_that_are_hashed_together_are_those_of_each():
    for one in shape_texts([REPORT, PLAY, REPORT]):
        alone = find_fact_words(one.text, shape_text(one.text).words)
        assert one.facts.is_fact.tolist() == alone.is_fact.tolist()
