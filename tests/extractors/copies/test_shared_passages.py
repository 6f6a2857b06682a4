"""Passages and facts side by side."""

from hypothesis import given
from hypothesis import strategies as st

from extractors.copies.shared_passages import Fact, Passage, compare_facts, find_passages
from extractors.stories.reasons import list_shared_quotations, list_shared_words

FLOOD = "Rescuers reached the village on Monday after the flood, officials said late at night."


def test_a_passage_is_shown_as_each_text_writes_it():
    a = f"OSLAVIA: {FLOOD} Nothing else is known."
    b = "He said: " + FLOOD.upper().replace(",", " –") + " More soon."
    assert find_passages(a, b) == [
        Passage(14, FLOOD, FLOOD.upper().replace(",", " –")),
    ]


def test_passages_stand_in_the_order_of_the_first_text():
    one, two = "alpha beta gamma delta epsilon zeta eta", "kilo lima mike november oscar papa"
    a, b = f"{one} here {two} there", f"elsewhere {two} and {one} too"
    assert [passage.words for passage in find_passages(a, b)] == [7, 6]
    assert find_passages(a, "nothing of that kind") == find_passages("", b) == []


def test_facts_are_compared_in_place():
    a = "Police in Millbrook arrested 3 men on Monday after a robbery."
    b = "Police in Ashford arrested 3 men on Tuesday after a robbery."
    assert compare_facts(a, b) == [
        Fact("", "Police", "Police", "in"),
        Fact("in", "Millbrook", "Ashford", "arrested"),
        Fact("arrested", "3", "3", "men"),
        Fact("on", "Monday", "Tuesday", "after"),
    ]
    assert [fact.agrees for fact in compare_facts(a, b)] == [True, False, True, False]


def test_facts_that_look_alike_are_told_as_such():
    a = "The president met Zelenskyy in Kyiv on Monday at 9 and left Lviv on Friday."
    b = "The president met Zelensky in Kiev on Sunday at 8 and left Odesa on Friday."
    assert [(fact.b, fact.is_alike) for fact in compare_facts(a, b) if not fact.agrees] == [
        ("Zelensky", True),
        ("Kiev", True),
        ("Sunday", False),
        ("8", False),
        ("Odesa", False),
    ]


def test_texts_that_repeat_a_fact_are_compared_in_linear_time():
    """Each against each of the other text, these would take half an hour."""
    table = "No. 7 of\n" * 60_000
    assert [fact.agrees for fact in compare_facts(table, table)] == [True] * 2


def test_words_and_quotations_in_common():
    a = "Lavrov said in Baku: “We are ready to help with the talks at any time.”"
    b = "In the Azerbaijani capital Lavrov said “we are ready to help with talks”."
    assert list_shared_words(a, b)[0] == "Lavrov"
    assert list_shared_quotations(a, b, 3) == [
        ("We are ready to help with the talks at any time.", "we are ready to help with talks")
    ]
    assert list_shared_quotations(a, b, 6) == []


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(a, b):
    for passage in find_passages(a, b, least_words=3):
        assert passage.words >= 3 and passage.a and passage.b
    compare_facts(a, b)
    list_shared_words(a, b)
    list_shared_quotations(a, b, 3)
