"""Authors of pasted texts, from lines around the headline that left the body."""

from extractors.pasted.bylines import read_pasted_byline
from extractors.records import Metadatum
from tests.extractors.pasted.ledgers import lay_lines

TITLE = ("move", "title", "The ferry to Larn stays in port")
LEAD = ("keep", None, "The ferry stayed in port on Monday, and nobody could say for how long.")
BODY = ("keep", None, "Its owners blamed the weather, which had been bad since the autumn.")


def read(*rows, metadata=(), stated=()):
    """What is read from (verdict, category, text) of each line."""
    found = read_pasted_byline(*lay_lines(*rows, metadata=metadata), stated)
    return [(row.value, row.line_no) for row in found]


def drop(text, category="navigation"):
    return ("drop", category, text)


def test_a_name_between_headline_and_body_is_the_authors():
    assert read(TITLE, drop("Anna Novak"), drop("Share"), LEAD, BODY) == [("Anna Novak", 1)]


def test_a_name_below_the_standfirst_is_the_authors():
    assert read(TITLE, LEAD, drop(""), drop("Anna Novak"), BODY) == [("Anna Novak", 3)]


def test_names_on_lines_of_their_own_belong_together():
    rows = (TITLE, drop("Anna Novak"), drop("Peter Holm"), LEAD, BODY)
    assert read(*rows) == [("Anna Novak", 1), ("Peter Holm", 2)]


def test_a_labelled_name_goes_before_a_nearer_one():
    rows = (TITLE, drop("By Anna Novak | Updated May 3, 2024"), drop("x"), drop("x"), drop("x"))
    assert read(*rows, drop("Peter Holm"), LEAD, BODY) == [("Anna Novak", 1)]


def test_who_the_story_speaks_of_is_a_topic():
    told = ("keep", None, "Anna Novak, the mayor, said on Monday that the ferry would be mended.")
    assert read(TITLE, drop("Anna Novak"), told, BODY) == []
    of_title = ("move", "title", "Mayor Novak closes the ferry to Larn")
    assert read(of_title, drop("Anna Novak"), LEAD, BODY) == []


def test_captions_and_credits_name_others():
    assert read(TITLE, drop("Anna Novak", "photo_credit"), LEAD, BODY) == []
    assert read(TITLE, drop("Anna Novak", "caption"), LEAD, BODY) == []


def test_a_name_with_no_known_given_name_needs_a_date_beside_it():
    assert read(TITLE, drop("Xanvy Zorblin"), drop("Share"), LEAD, BODY) == []
    dated = (TITLE, drop("Xanvy Zorblin"), drop("May 3, 2024"), LEAD, BODY)
    assert read(*dated) == [("Xanvy Zorblin", 1)]


def test_names_far_from_the_head_are_those_of_other_articles():
    far = [drop("Share")] * 12
    assert read(TITLE, LEAD, BODY, *far, drop("Anna Novak")) == []


def test_what_the_cleaner_has_found_stands():
    author = Metadatum("author", "Peter Holm", "line", 1)
    assert read(TITLE, drop("Anna Novak"), LEAD, BODY, metadata=(author,)) == []
    assert read(TITLE, drop("Anna Novak"), LEAD, BODY, stated=(author,)) == []


def test_a_text_without_a_body_names_nobody():
    assert read(TITLE, drop("Anna Novak")) == []


def test_a_name_that_the_cleaner_left_over_the_first_paragraph():
    kept = ("keep", None, "Anna Novak, Business Editor")
    assert read(TITLE, kept, LEAD, BODY) == [("Anna Novak", 1)]
    assert read(TITLE, LEAD, BODY, kept) == []
    alone = ("keep", None, "Anna Novak")
    told = ("keep", None, "Anna Novak, the mayor, said on Monday that the ferry would be mended.")
    assert read(TITLE, alone, LEAD, BODY) == [("Anna Novak", 1)]
    assert read(TITLE, alone, told, BODY) == []


def test_a_byline_that_names_nobody_hides_no_other():
    refused = Metadatum("author", "Our Correspondent", "line", 1)
    assert read(TITLE, drop("Anna Novak"), LEAD, BODY, metadata=(refused,)) == [("Anna Novak", 1)]


def test_a_dated_place_goes_behind_a_name():
    rows = (TITLE, drop("Anna Novak"), drop("Zolto Alto - 03 may 2024 - 19:25"), LEAD, BODY)
    assert read(*rows) == [("Anna Novak", 1)]


def test_an_unknown_name_beside_a_known_one_is_an_author_too():
    rows = (TITLE, drop("Anna Novak"), drop("Xanvy Zorblin"), drop("May 3, 2024"), LEAD)
    assert read(*rows, BODY) == [("Anna Novak", 1), ("Xanvy Zorblin", 2)]


def test_a_label_under_the_body_names_who_the_head_does_not():
    rows = (TITLE, LEAD, *[BODY] * 20, drop("(Reporting by Anna Novak; Editing by Peter Holm)"))
    assert read(*rows) == [("Anna Novak", 22)]
    assert read(*rows[:-1], drop("Anna Novak")) == []  # a topic, another article
    assert read(rows[0], drop("Peter Lane"), *rows[1:]) == [("Peter Lane", 1)]
    far = [drop("More news")] * 4
    assert read(*rows[:-1], *far, rows[-1]) == []
