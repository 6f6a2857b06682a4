"""The snippet of an article that was found."""

import pytest

from tests.warehouse.search.searches import add, find, ids
from warehouse.search import update_search
from warehouse.storage.memory import open_in_memory


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "snippet"),
    [
        ("Shares rose. The Hang Seng dropped 1.22 per cent. Oil fell.",
         "The Hang Seng dropped 1.22 per cent."),
        ("It was cold. The U.S. dropped no bomb, “so what?” he asked.Then it rained.",
         "The U.S. dropped no bomb, “so what?” he asked.Then it rained."),
        ("Rain. Mr. J. Ora of St. Louis dropped in. Oil fell.",
         "Mr. J. Ora of St. Louis dropped in."),
        ("He saw 3 of 7. Nobody dropped out! Why?", "Nobody dropped out!"),
        ("株価は下落した。dropped は英語だ。終わり。", "dropped は英語だ。"),
    ],
)  # fmt: skip
def test_a_point_inside_a_number_ends_no_sentence(connection, text, snippet):
    add(connection, "a", text)
    update_search(connection)
    ((*_, found),) = find(connection, "dropped")
    assert found == snippet


def test_the_snippet_is_the_sentence_with_most_of_the_words(connection):
    text = "Talks began. The peace talks were in Vienna. Peace came later.\nTalks and talks again."
    add(connection, "a", text, "Vienna")
    update_search(connection)
    assert find(connection, "peace talks")[0][3] == "The peace talks were in Vienna."
    assert find(connection, "again")[0][3] == "Talks and talks again."


def test_a_long_sentence_is_cut_around_the_word(connection):
    add(connection, "a", "so it went " * 60 + "until Vienna " + "and on it went " * 60)
    add(connection, "b", "so it goes " * 60 + "until Vienna")
    update_search(connection)
    middle, end = sorted((row[3] for row in find(connection, "vienna")), key=len, reverse=True)
    assert "Vienna" in middle
    assert middle.startswith("…") and middle.endswith("…") and len(middle) == 242
    assert end.startswith("…") and end.endswith("until Vienna") and len(end) == 241


@pytest.mark.parametrize("text", ["", None, "\0 a \0", "...", "y" * 3_000_000, "😀 😀", "a\n\n\nb"])
def test_odd_texts_do_no_harm(connection, text):
    add(connection, "odd", text)
    add(connection, "good", "plain words")
    update_search(connection)
    assert ids(connection, "plain") == ["good"]
    assert connection.execute("SELECT max(length(term)) FROM search_term").fetchone()[0] <= 64
