"""SQL as it is typed: where statements end and which words may come next."""

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.errors import QuestionRefused
from warehouse.storage.memory import open_in_memory
from warehouse.typed_sql import Word, complete_words, is_finished, read_words, split_statements

PIECES = (
    "SELECT 1",
    " 'it''s;'",
    ' "a;b"',
    " -- ;\n",
    " /* ; */",
    " $$;$$",
    " é",
    "\n",
    " E'\\';'",
)


@pytest.mark.parametrize(
    "text",
    ["SELECT 1;", "SELECT ';';", "SELECT 1; -- said", "SELECT 1;\n\n", "SELECT 'é' ;", ";",
     "SELECT 1; SELECT 2;", "SELECT $$;$$;", "SELEC 1;", 'SELECT ";";', "SELECT 1 /* a */;"],
)  # fmt: skip
def test_a_finished_statement(text):
    assert is_finished(text)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "SELECT 1", "SELECT ';", "SELECT 1 -- ;", "SELECT 1 /* ;", "SELECT $$ ;", '";',
     "SELECT 1; SELECT 2", "SELECT E'it\\';", "-- ;"],
)  # fmt: skip
def test_a_statement_that_goes_on(text):
    assert not is_finished(text)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_semicolons_in_quotes_and_comments_end_nothing(text):
    assert not is_finished(text)
    assert is_finished(text + "\n;")
    assert is_finished(text + "\n; -- 'said")


def test_statements_come_one_by_one():
    with duckdb.connect() as connection:
        found = split_statements(connection, "SELECT ';'; -- a\nSELECT 2")
        assert [connection.execute(sql).fetchall() for sql in found] == [[(";",)], [(2,)]]
        assert split_statements(connection, " -- nothing\n") == []
        with pytest.raises(QuestionRefused, match="SELEC"):
            split_statements(connection, "SELEC 1")


def test_the_words_are_those_of_the_warehouse_and_of_the_language():
    with open_in_memory() as connection:
        words = {(word.word, word.kind): word for word in read_words(connection)}
    assert words["article", "table"].comment.startswith("One row per article")
    assert words["story", "view"]
    assert ("GROUP", "keyword") in words
    assert ("date_trunc", "function") in words


WORDS = [
    Word("article", "table", "", "Articles."), Word("article_id", "column", "article", "The id."),
    Word("article_id", "column", "mention", "The id."), Word("title", "column", "article", ""),
    Word("text", "column", "mention", ""), Word("arts", "macro", "", ""),
    Word("story", "view", "", ""), Word("title", "column", "story", ""),
    Word("AS", "keyword", "", ""), Word("SELECT", "keyword", "", ""),
    Word("trim", "function", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("FROM ", ["article", "story", "arts"]),
        ("from a", ["article", "arts"]),
        ("FROM mention JOIN s", ["story"]),
        ("SELECT mention.", ["article_id", "text"]),
        ("FROM mention AS m JOIN article a WHERE a.t", ["title"]),
        ("FROM mention m WHERE m.t", ["text"]),
        ("FROM mention WHERE t", ["text", "trim"]),
        ("SELECT ti", ["title"]),
        ("sel", ["SELECT"]),
        ("SELECT a", ["article_id", "article", "arts", "AS"]),
        ("SELECT nowhere.", []),
        ("SELECT ", []),
        ("", []),
    ],
)
def test_what_may_come_next(before, expected):
    assert [word.word for word in complete_words(before, WORDS)] == expected
