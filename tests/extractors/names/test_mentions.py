"""Names in texts: what is found, what is not, and what must always hold."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractors.names import mentions
from extractors.names.blocks import BLOCK
from extractors.names.language import is_english
from extractors.names.mentions import (
    LONGEST_NAME,
    find_article_mentions,
    find_mentions,
    find_rule_mentions,
)
from extractors.records import LABELS


def found(text, *labels):
    return [(m.text, m.label) for m in find_mentions(text) if not labels or m.label in labels]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finance Minister Amara Diallo said so.", [("Amara Diallo", "PERSON")]),
        ("Mr. Okonkwo left.", [("Okonkwo", "PERSON")]),
        (
            "He met Rt. Hon. Yakubu Dogara and the Rt Hon Funke Adedoyin on Monday.",
            [("Yakubu Dogara", "PERSON"), ("Funke Adedoyin", "PERSON")],
        ),
        ("a lawyer, Zofia Brzezicka, 43, agreed", [("Zofia Brzezicka", "PERSON")]),
        ("the Ministry of Health and Welfare", [("Ministry of Health and Welfare", "ORG")]),
        ("the Ghanaian Foreign Ministry", [("Ghanaian Foreign Ministry", "ORG")]),
        ("a Peruvian foreign ministry official", [("Peruvian foreign ministry", "ORG")]),
        ("talks in Kenya's capital", [("Kenya", "PLACE")]),
        ("the disputed Quelimar-Vostan region", [("Quelimar-Vostan", "PLACE")]),
        ("along the Zangor corridor", [("Zangor corridor", "PLACE")]),
        ("a Berlin-based group", [("Berlin", "PLACE")]),
        ("the Ghana-Togo border", [("Ghana", "PLACE"), ("Togo", "PLACE")]),
        ("Kenyan troops and Somalis", [("Kenyan", "NORP"), ("Somalis", "NORP")]),
        ("the U.N. and the EU", [("U.N.", "ORG"), ("EU", "ORG")]),
        ("with Bashar al-Assad today", [("Bashar al-Assad", "PERSON")]),
        ("Iran's Revolutionary Guards", [("Iran", "PLACE"), ("Revolutionary Guards", "ORG")]),
    ],
)
def test_names_by_their_evidence(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "However, nothing happened on Tuesday in March.",
        "Officials said that the minister would leave.",
        "Talks were held. Protesters gathered.",
        "about 2K soldiers and 6.5K others",
        "see https://www.Example.org/Peter_Miller or @JohnSmith",
        "",
        "\x00\x00",
    ],
)
def test_no_names(text):
    assert find_mentions(text) == ()


def test_headline_words_are_no_names():
    title = "Minister Blames Neighbours for Breakdown of Border Talks"
    assert found(title) == []


def test_the_body_explains_the_title():
    texts = [("title", "Talks will go on – Zorbakov"), ("body", "Mr. Anton Zorbakov said so.")]
    mentions = find_article_mentions(texts)
    assert [(m.field, m.text, m.label) for m in mentions] == [
        ("title", "Zorbakov", "PERSON"),
        ("body", "Anton Zorbakov", "PERSON"),
    ]


def test_headline_ends_a_name_that_the_body_knows():
    title = "Army Leaves Quelimar-Vostan Talks Without Any Agreement"
    texts = [("title", title), ("body", "The talks on the Quelimar-Vostan region broke down.")]
    found = [(m.text, m.label) for m in find_rule_mentions(texts)]
    assert found == [("Quelimar-Vostan", "PLACE"), ("Quelimar-Vostan", "PLACE")]


def test_short_form_of_a_hyphenated_place():
    text = "In the Quelimar-Vostan region nobody slept. Later Vostan was quiet."
    assert ("Vostan", "PLACE") in found(text)


def test_names_do_not_cross_lines():
    assert found("met Amara Diallo\nMoussa Traore came") == [
        ("Amara Diallo", "PERSON"),
        ("Moussa Traore", "PERSON"),
    ]


def test_scripts_without_capitals_give_nothing():
    assert find_mentions("北京和上海都是中国的城市。", "zh") == ()
    assert find_mentions("التقى الرئيس بالوزير في القاهرة", "ar") == ()


PIECES = st.sampled_from(
    ["Amara Diallo", "the", "Ministry of", "U.S", "’s", "'s", "\n", ". ", "-", "al-", "“", "é",
     "İ", "🙂", "مصر", "中国", "\x00", "A", "&", "President ", "(CSTO)", "   ", "ﬁ", "St. ",
     "1990s", "\u0301", " "]
)  # fmt: skip


@settings(max_examples=75, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=40).map("".join))
@example("Amara DialloAmara Diallo-Amara Diallo")
def test_offsets_are_right_sorted_and_apart(text):
    end = 0
    for mention in find_mentions(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        assert mention.label in LABELS
        assert 0 < mention.score <= 1
        end = mention.end


@pytest.mark.parametrize("unit", ["WORD ", "A. ", "of the ", "Bank of ", "x"])
def test_long_texts_without_a_name_give_none_longer_than_a_name_can_be(unit):
    for mention in find_rule_mentions([("body", unit * 6_000)]):
        assert mention.end - mention.start <= LONGEST_NAME


def test_long_texts_are_read_in_blocks():
    text = "Amara Diallo was to meet the uncle of Moussa Traore.\n" * (2 * BLOCK // 50)
    mentions = find_rule_mentions([("body", text)])
    assert len(text) > 2 * BLOCK  # so there are three
    assert len(mentions) == 2 * text.count("\n")
    assert {m.text for m in mentions} == {"Amara Diallo", "Moussa Traore"}
    assert mentions[-1].end == len(text) - 2


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "Der Minister und die Opposition streiten sich seit Wochen über den Haushalt. " * 5,
            False,
        ),
        (
            "El ministro y la oposición discuten desde hace semanas sobre el presupuesto. " * 5,
            False,
        ),
        ("The minister and the opposition have been at odds over the budget for weeks. " * 5, True),
        ("Amara Diallo", True),
    ],
)
def test_language_by_frequent_words(text, english):
    assert is_english(text) is english
    assert is_english(text, "de") is False
    assert is_english(text, "en-GB") is True


def test_other_languages_give_only_names_with_evidence():
    text = "Die Regierung in Berlin und der Bundestag beraten über den Haushalt und das Geld. " * 5
    assert {m.text for m in find_mentions(text)} == {"Berlin", "Bundestag"}


def test_twice_the_same():
    text = "Kenya and Amara Diallo of the Bank of Ghana. Diallo left Nairobi for Accra."
    assert find_mentions(text) == find_mentions(text)


def test_what_two_steps_ask_of_a_text_is_sought_once(monkeypatch):
    cut, sought = mentions.cut_tokens, []
    monkeypatch.setattr(mentions, "cut_tokens", lambda text: sought.append(text) or cut(text))
    title, body = "Anna Kolbe wins", "The mayor, Anna Kolbe, spoke to Peter Holm of the bridge."
    short = mentions.find_rule_mentions([("title", title), ("body", body)])
    full = mentions.find_rule_mentions([("title", title), ("subtitle", ""), ("body", body)])
    assert short == full
    assert sought == [title, body]


def test_a_long_row_of_hyphens_is_looked_at_in_linear_time():
    """Followed to its end from each of its words, this one would take an hour."""
    (found,) = find_rule_mentions([("body", "al-" * 60_000 + " and Angela Merkel spoke.")])
    assert found.text == "Angela Merkel"
