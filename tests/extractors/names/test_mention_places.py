"""Where mentions stand: in the raw text, in which sentence, in which section."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.cleaning import clean
from extractors.names.mention_places import (
    LONGEST_LEAD,
    UNSEEN,
    Stretch,
    list_body_pieces,
    list_fact_pieces,
    name_section,
    place_mentions,
)
from extractors.records import Line, Mention, Metadatum, Page
from tests.endless import must_end

RAW = "Ad\n\n  Ama  Ra\u200b came to\tKenya.  She left. \r\nMore ads\nKenya slept.\n"
TEXT = "Ama Ra came to Kenya. She left.\nKenya slept."


def line(number, text, verdict):
    start = RAW.index(text)
    return Line(number, start, start + len(text), verdict, None, "rule", 0.0)


LINES = (
    line(0, "Ad", "drop"),
    line(2, "  Ama  Ra\u200b came to\tKenya.  She left. ", "keep"),
    line(3, "More ads", "drop"),
    line(4, "Kenya slept.", "keep"),
)


def mention(text, start, label="PLACE", field="body"):
    return Mention(start, start + len(text), label, text, field=field)


def test_offsets_in_the_raw_text_in_spite_of_blanks_and_what_nobody_sees():
    pieces = {"body": list_body_pieces(TEXT, RAW, LINES)}
    mentions = [mention("Ama Ra", 0, "PERSON"), mention("Kenya", 15), mention("Kenya", 32)]
    places = place_mentions([("body", TEXT)], mentions, RAW, pieces)
    raw = [RAW[p.raw_start : p.raw_end] for p in places]
    assert raw == ["Ama  Ra", "Kenya", "Kenya"]
    assert places[2].raw_start == RAW.rindex("Kenya")
    sentences = [TEXT[p.sentence_start : p.sentence_end] for p in places]
    assert sentences == ["Ama Ra came to Kenya.", "Ama Ra came to Kenya.", "Kenya slept."]
    assert [p.section for p in places] == ["lead", "lead", "body"]


def test_a_body_that_is_not_made_of_the_lines_gets_no_raw_offsets():
    assert list_body_pieces("One line", RAW, LINES) == []
    (place,) = place_mentions([("body", TEXT)], [mention("Kenya", 15)], RAW, {})
    assert (place.raw_start, place.raw_end) == (None, None)


def test_titles_stand_where_their_fact_stands():
    stated = Metadatum("title", "Kenya votes", "meta_tag")
    seen = Metadatum("title", "Kenya votes", "line", 0, 4, 16)
    raw = "   \nKenya  votes"
    pieces = {"title": list_fact_pieces("title", "Kenya votes", [stated, seen])}
    texts = [("title", "Kenya votes"), ("body", "")]
    (place,) = place_mentions(texts, [mention("Kenya", 0, field="title")], raw, pieces)
    assert (place.raw_start, place.raw_end, place.section) == (4, 9, "title")
    assert list_fact_pieces("title", "Kenya votes", [stated]) == []


def test_many_mentions_in_one_long_line_are_placed_in_little_time():
    text = "Ama Ra slept. " * 10_000
    raw = text.replace("Ra slept", "Ra  slept")
    pieces = {"body": [Stretch(0, len(text), 0, len(raw))]}
    mentions = [mention("Ama Ra", at, "PERSON") for at in range(0, len(text), 14)]
    with must_end():
        places = place_mentions([("body", text)], mentions, raw, pieces)
    assert {raw[place.raw_start : place.raw_end] for place in places} == {"Ama Ra"}


def test_the_lead_of_a_body_in_one_line_is_its_beginning():
    text = "x" * (2 * LONGEST_LEAD)
    assert name_section("body", text, LONGEST_LEAD - 1) == "lead"
    assert name_section("body", text, LONGEST_LEAD) == "body"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(
    ["Ama Ra spoke at length about the old bridge over the river.", "  ", "\n", "\n\n", "\t",
     "\u200b", "Follow us on Facebook", "She said it would\u00a0be closed, and left.", "\ufeff",
     "Kenya and Ghana agreed on a new road between the two capitals.", "\r\n", "🙂"]), max_size=14)
)  # fmt: skip
def test_raw_offsets_give_the_same_letters(parts):
    page = Page("".join(parts), "text")
    cleaned = clean(page)
    mentions = [
        mention(word, start)
        for word in ("Ama Ra", "Kenya", "bridge")
        for start in [cleaned.text.find(word)]
        if start >= 0
    ]
    pieces = {"body": list_body_pieces(cleaned.text, page.text, cleaned.lines)}
    for m, place in zip(
        mentions, place_mentions([("body", cleaned.text)], mentions, page.text, pieces), strict=True
    ):
        raw = page.text[place.raw_start : place.raw_end]
        assert UNSEEN.sub("", raw) == UNSEEN.sub("", m.text)
        assert place.sentence_start <= m.start < m.end <= place.sentence_end
