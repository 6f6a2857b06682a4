"""What the head of a pasted text states, and what only looks like it."""

from datetime import date

import pytest

from extractors.cleaning import clean
from extractors.cleaning.facts.entries import Entry
from extractors.cleaning.facts.labelled import mine_labels
from extractors.facts.choosing import choose_facts
from extractors.records import Page

BODY = (
    "The mayor of Larnstead, Joan Fairweather, said on Monday that the old bridge over the river "
    "Tarn would be closed for repairs until the end of the summer, after engineers had found "
    "cracks in two of its five pillars.\n\nTraders in the market hall fear for their income. “We "
    "have not been asked,” said Peter Holm, who sells fish there, and he called for a ferry.\n"
)
DAY = date(2023, 1, 12)
# A sign that only this language has, a headline and the beginning of a body.
KEPT_TEXTS = {
    "ar": (
        "ي",
        "إغلاق الجسر القديم للترميم",
        "قالت رئيسة البلدية يوم الاثنين إن الجسر القديم سيغلق للترميم حتى نهاية الصيف.",
    ),
    "hi": (
        "द",
        "मेयर ने पुल बंद करने की घोषणा की",
        "नगर के मेयर ने सोमवार को कहा कि पुल मरम्मत के लिए बंद रहेगा। इसमें कई महीने लगेंगे।",
    ),
    "zh": ("年", "老桥将关闭维修", "市长星期一表示，河上的老桥将关闭维修，直到夏季结束。"),
}


def facts(head):
    text = head + BODY
    cleaned = clean(Page(text, "text"))
    found = choose_facts(cleaned.metadata, date(2026, 6, 1), cleaned.title, cleaned.text)
    for row in found.metadata:
        assert row.start is None or row.value in text[row.start : row.end]
    return found


def test_labels_of_an_export():
    found = facts(
        "Bridge to be closed\n\nDate: 12 January 2023\nAuthor: Anna Novak\n"
        "URL: https://larn.example/2023/01/12/bridge\nSection: Local\n\n"
    )
    assert (found.title, found.author, found.section) == (
        "Bridge to be closed",
        "Anna Novak",
        "Local",
    )
    assert (found.published.day, found.url) == (DAY, "https://larn.example/2023/01/12/bridge")


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Periódico: El Faro", "outlet", "El Faro"),
        ("Рубрика: Мир", "section", "Мир"),
        ("Langue : français", "language", "français"),
    ],
)
def test_labels_of_other_languages(line, field, value):
    (fact,) = mine_labels(Entry(3, 0, len(line), line))
    assert (fact.field, fact.value, fact.line_no) == (field, value, 3)


@pytest.mark.parametrize(
    "head",
    [
        "Bridge to be closed\nPublished 12 January 2023 14:05 GMT\n\n",
        "Bridge to be closed\n\nJan 12, 2023 | 3 min read\n\n",
        "Bridge to be closed\n\nThu, 12 January 2023\n\n",
        "Bridge to be closed\n\nLARNSTEAD, January 12, 2023 (Reuters) - ",
        "LARNSTEAD, 12 January 2023 – ",
        "Larnstead, January 12, 2023. /Larnpress/ ",
        "FOR IMMEDIATE RELEASE\nBridge to be closed\nLARNSTEAD, Jan. 12, 2023 /Larnwire/ -- ",
    ],
)
def test_days_in_the_head(head):
    assert facts(head).published.day == DAY


@pytest.mark.parametrize(
    ("stamp", "published", "updated"),
    [
        ("الخميس 12 يناير 2023 - 11:20 ص", DAY, None),
        ("١٢ يناير ٢٠٢٣", DAY, None),
        ("يناير", None, None),
        ("2023年1月12日 09:15 来源：新华社", DAY, None),
        ("संवाददाता | Updated: 13 Jan 2023 02:30 PM (IST)", None, date(2023, 1, 13)),
        ("संवाददाता | Published on 12 Jan 2023", DAY, None),
        ("दिल्ली | Posted by Anna Novak on 12 Jan 2023", DAY, None),
    ],
)
def test_a_date_below_the_headline_counts_whatever_becomes_of_its_line(stamp, published, updated):
    language = next(name for name, of in KEPT_TEXTS.items() if of[0] in stamp)
    _, title, text = KEPT_TEXTS[language]
    cleaned = clean(Page(f"{title}\n{stamp}\n{text}\n", "text"))
    found = choose_facts(cleaned.metadata, date(2026, 6, 1), cleaned.title, cleaned.text)
    assert (found.published.day, found.updated.day) == (published, updated)


def test_the_days_of_a_chronicle_are_no_day_of_publication():
    entry = "अधिकारियों ने कहा कि पुल बंद रहेगा और नाव चलेगी।\n"
    days = "".join(f"१{n} जनवरी २०२३\n{entry}" for n in (2, 3, 4))
    cleaned = clean(Page(f"मेयर ने पुल बंद करने की घोषणा की\n{days}", "text"))
    assert choose_facts(cleaned.metadata, date(2026, 6, 1), cleaned.title).published.day is None


@pytest.mark.parametrize(
    "head",
    [
        "Bridge to be closed\n\nLARNSTEAD, Jan. 12 (AP) - ",  # of which year?
        "Bridge to be closed\n\nOn January 12, 2023 - ",
        "Bridge to be closed\n\nLarnstead, January 12, 2023 was a day to remember. ",
        "Bridge to be closed\n\nStand: 12.01.2023, 14:05 Uhr\n\n",  # an update
    ],
)
def test_what_states_no_day_of_publication(head):
    assert facts(head).published.day is None


@pytest.mark.parametrize(
    "line",
    [
        "Thursday 12 January 2023, 11:20 GMT",
        "Home / News / Larnstead",
        "Start › Stadt › Verkehr und Wege",
        "Prep: 15 minutes | Cook: 30 minutes | Serves 4",
    ],
)
def test_neither_a_date_nor_a_path_of_menus_is_a_headline(line):
    assert clean(Page(f"{line}\n\n{BODY}", "text")).title is None
    assert clean(Page(f"{line}\nBridge to be closed\n\n{BODY}", "text")).title == (
        "Bridge to be closed"
    )


def test_a_headline_may_hold_a_bar():
    head = "Larnstead closes its bridge | Traders call for a ferry"
    assert clean(Page(f"{head}\n\n{BODY}", "text")).title == head
