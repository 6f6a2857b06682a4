"""The rows of one article's names."""

from datetime import date

from extractors.records import Mention
from flows.documents.document import extract_rows
from flows.documents.naming import given_rows, name_rows
from flows.documents.origin import Origin

GERMAN = "Die Regierung in Berlin und der Bundestag beraten über den Haushalt und das Geld.\n" * 5
ENGLISH = (
    "Larnstead Gazette\n\nKenya and Ghana agree on a road\n\n"
    "Kenya said on Monday that it would build the road  to Ghana with its own money.\n"
    "The envoy, Amara Diallo, welcomed the news and left for Accra in the evening.\n"
)


def rows_of(raw):
    origin = Origin("a.txt", "r1", date(2024, 5, 1), finder="rules")
    ((_, rows, refused),) = extract_rows(raw.encode(), origin)
    assert refused is None
    return rows.tables


def test_mentions_stand_in_clean_and_raw_text():
    rows = rows_of(ENGLISH)
    body = rows["article"][0]["text"]
    mentions = [m for m in rows["mention"] if m["field"] == "body"]
    assert {m["text"] for m in mentions} >= {"Kenya", "Ghana", "Amara Diallo", "Accra"}
    for m in mentions:
        assert body[m["start_offset"] : m["end_offset"]] == m["text"]
        assert ENGLISH[m["raw_start_offset"] : m["raw_end_offset"]] == m["text"]
        sentence = body[m["sentence_start_offset"] : m["sentence_end_offset"]]
        assert sentence.endswith(".")
    assert {m["text"] for m in mentions if m["section"] == "lead"} == {"Kenya", "Ghana"}
    assert [(m["stands_for"], m["cue"]) for m in rows["metonym"]] == [
        ("government of Kenya", "said")
    ]
    assert not rows["unread_article"]


def test_a_language_that_is_not_read_has_a_row_that_says_so():
    named = name_rows("a", [("title", ""), ("body", GERMAN)], "de", "tagger")
    assert {m["text"] for m in named["mention"]} == {"Berlin", "Bundestag"}
    assert named["unread_article"] == [
        {"article_id": "a", "finder": "tagger", "language": "de", "reason": "known_names_only"}
    ]


def test_given_mentions_have_sentences_and_no_raw_text():
    text = "Kenya votes. Ghana waits."
    (row,) = given_rows("a", [("body", text)], [Mention(13, 18, "PLACE", "Ghana")])
    assert text[row["sentence_start_offset"] : row["sentence_end_offset"]] == "Ghana waits."
    assert (row["name"], row["raw_start_offset"]) == ("Ghana", None)
