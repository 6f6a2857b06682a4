"""Times over the entries of a live report stay; those of lists and of the page itself leave."""

from extractors.cleaning import clean
from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.rulings.entry_times import list_entry_times
from extractors.cleaning.verdicts import Ruling
from extractors.records import Page

SENTENCES = (
    "The first boats are back in the harbour of Larnstead.",
    "Two streets near the market are closed, the police say.",
    "The mayor asks people not to go down to the quay.",
)
STAMP = Ruling("drop", "dateline_meta", "date_stamp", 0.9)
LINK = Ruling("drop", "related_link", "line_model", 0.76)


def rule(text, rulings):
    return list_entry_times(read_sheet(text), rulings)


def test_times_over_sentences_stay():
    times = ["14:05", "13.40 Uhr", "kl. 9.15"]
    text = "\n".join(f"{a}\n{b}" for a, b in zip(times, SENTENCES, strict=True))
    assert rule(text, dict.fromkeys((0, 2, 4), STAMP)) == [0, 2, 4]
    assert rule(text, {0: STAMP, 1: LINK, 2: STAMP, 4: STAMP}) == []  # two entries are few


def test_headings_between_a_time_and_its_sentence_stay():
    text = "\n".join(f"1{k}:05\nWind and rain\n{s}" for k, s in enumerate(SENTENCES))
    dropped = dict.fromkeys((0, 3, 6), STAMP) | {4: LINK, 7: STAMP}
    assert rule(text, dropped) == [0, 3, 4, 6]


def test_times_over_headlines_leave():
    text = "\n".join(f"1{k}:05\nFerry strike ends" for k in range(5)) + "\n" + SENTENCES[0]
    assert rule(text, {i: STAMP if i % 2 == 0 else LINK for i in range(10)}) == []


def test_a_live_report_keeps_its_times():
    head = "Storm over Larnstead: the night as it went\n"
    body = "\n\n".join(f"2{k}:10\n{s}" for k, s in enumerate(SENTENCES))
    kept = clean(Page(head + body, "text")).text
    assert [line for line in kept.split("\n") if len(line) == 5] == ["20:10", "21:10", "22:10"]
