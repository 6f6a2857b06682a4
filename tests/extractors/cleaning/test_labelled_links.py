import pytest

from extractors.cleaning import clean
from extractors.records import Page
from tests.extractors.cleaning.test_cleaning import LEAD, SECOND, THIRD

LINKS = [
    "Read more: Ferry strike ends",
    "READ ALSO: Ferry strike ends after three weeks of talks",
    "» Related story – Ferry strike ends",
    "Watch | Ferry strike ends",
    "Lire aussi : La grève des bacs prend fin",
    "Siehe auch: Streik der Fähren beendet",
    "Читайте также: Забастовка паромов завершилась",
    "Citește și: Greva bacurilor s-a încheiat după trei săptămâni. Echipajele primesc mai mult, "
    "dar nimeni nu știe încă de unde vor veni banii.",
    "Baca juga: Pemogokan feri berakhir setelah tiga minggu",
    "ये भी पढ़ें: तीन सप्ताह बाद नाव की हड़ताल समाप्त",
    "اقرأ أيضاً: انتهاء إضراب العبارات بعد ثلاثة أسابيع",
]
SENTENCES = [
    "Read more books, the minister told pupils, and you will see further than your parents did.",
    "Related costs of 4 million euros were paid by the port: the town had asked for that in May.",
    "See also those who lost their boats: none of them has been heard by the committee so far, and "
    "none will be before the end of the year, a member of the committee said on Tuesday night.",
    "Watch-makers of the island went on strike too.",
]


def ledger_of(line):
    text = f"{LEAD}\n\n{SECOND}\n\n{line}\n\n{THIRD}"
    start = text.index(line)
    return next(one for one in clean(Page(text, "text")).lines if one.start == start)


@pytest.mark.parametrize("line", LINKS)
def test_a_label_and_its_headline_leave_wherever_they_stand(line):
    told = ledger_of(line)
    assert (told.verdict, told.category, told.rule) == ("drop", "related_link", "labelled_link")


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_that_begin_like_a_label_stay(line):
    assert ledger_of(line).verdict == "keep"


def test_a_link_above_an_appeal_is_no_appeal():
    text = f"{LEAD}\n\n{SECOND}\n\n{LINKS[0]}\nSupport us from just $2 a month"
    told = [line.category for line in clean(Page(text, "text")).lines[-2:]]
    assert told == ["related_link", "donation_appeal"]
