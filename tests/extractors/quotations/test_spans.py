"""What stands between quotation marks, in the notations of many languages."""

import pytest

from extractors.quotations.broken_lines import join_broken_lines
from extractors.quotations.dashes import find_dash_spans
from extractors.quotations.spans import find_spans
from extractors.quotations.speech_words import load_speech_words


def quoted(text):
    return [text[span.start : span.end] for span in find_spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It is,” he said, “over.”", ["It is,", "over."]),
        ('"Yes," he said.', ["Yes,"]),
        ("„Wir gehen“, sagte er. »Ja«, sagte sie.", ["Wir gehen", "Ja"]),
        ("„Idziemy” – powiedział.", ["Idziemy"]),
        ("”Vi går”, sa han. »Ja», sa hon.", ["Vi går", "Ja"]),
        ("« Bonjour », dit-il.", ["Bonjour"]),
        ("他说：“我们去。”「はい」と言った。", ["我们去。", "はい"]),
        ('הוא אמר: "שלום" וצה"ל שתק.', ["שלום"]),
        ("“A ‘nested’ one.” « Un « deux » trois »", ["A ‘nested’ one.", "Un « deux » trois"]),
        ("'It's the workers' money,' he said.", ["It's the workers' money,"]),
        ("‘We want workers’ rights now,’ she said.", ["We want workers’ rights now,"]),
        ("``Hello there,'' he said.", ["Hello there,"]),
        ('“Begun in one way," ended in the other', ["Begun in one way,"]),
        ('"He is 6\'2" tall," she said.', ["He is 6'2\" tall,"]),
    ],
)
def test_marks_of_many_languages(text, found):
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The dogs' owners and the '90s, rock 'n' roll and 'tis the season.",
        'A 24" screen and 5\'10" of wire',
        "L’homme qu’il a vu, l'altro ieri, 's avonds en 't huis",
        "An “opening mark without another one.",
        "Two marks “” with nothing in between",
    ],
)
def test_apostrophes_inches_and_lost_marks_are_no_quotations(text):
    assert quoted(text) == []


def test_a_quotation_of_several_paragraphs_gives_one_span_for_each():
    text = "She said: “One.\n“Two.\n“Three.” Nobody “spoke”."
    assert quoted(text) == ["One.", "Two.", "Three.", "spoke"]
    assert [span.continues for span in find_spans(text)] == [False, True, True, False]


def test_paragraphs_that_were_joined_to_one_line_are_told_apart():
    assert quoted('He said: "One is enough. "Two are not," and left.') == [
        "One is enough.", "Two are not,",
    ]  # fmt: skip


def test_a_dash_opens_speech_where_a_verb_of_speaking_follows():
    text = "— Денег нет, — сказал Павел Лисин.\n— хлеб — масло — соль"
    spans = find_dash_spans(text, load_speech_words("ru"), [])
    assert [text[s.start : s.end] for s in spans] == ["Денег нет,"]


def test_lines_of_a_column_are_joined_and_headlines_are_not():
    lines = [
        "Floods close the bridge",
        "X" * 60,
        "Y" * 62,
        "goes on here " * 5,
        "The end.",
        "Z" * 61,
    ]
    text = "\n".join(lines)
    joined = join_broken_lines(text)
    assert len(joined) == len(text)
    assert joined.split("\n")[0] == lines[0]
    assert f"{lines[1]} {lines[2]}" in joined
    assert join_broken_lines(text + "\n" + "w" * 200) == text + "\n" + "w" * 200


def test_marks_that_only_open_are_not_looked_through_again_from_each_of_them():
    for sign in "«「‹":
        assert quoted(f"{sign} " * 20_000) == []  # 16 s when each was followed to its limit
    assert quoted("«Ja " * 9 + "nein" + "»" * 9) == ["Ja " + "«Ja " * 8 + "nein" + "»" * 8]
    assert len(quoted("«Ja " * 10 + "nein" + "»" * 10)) == 1
