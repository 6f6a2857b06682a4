"""Search: which articles are found, in which order, with which sentence, and that it keeps up."""

import re
from collections import Counter
from math import log

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warehouse import search
from warehouse.memory import open_in_memory
from warehouse.search import SearchReport, update_search


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        yield opened


def add(connection, article_id, text, title=None, run="1"):
    connection.execute(
        "INSERT INTO article BY NAME "
        "SELECT $1 AS article_id, $2 AS title, $3 AS text, $4 AS run_id",
        [article_id, title, text, run],
    )


def find(connection, words, limit=20):
    return connection.execute("FROM search($1, result_limit := $2)", [words, limit]).fetchall()


def ids(connection, words):
    return [row[0] for row in find(connection, words)]


def index(connection):
    """What the three tables say, without their numbers."""
    return sorted(connection.execute(
        "SELECT article_id, term, weight, word_weight FROM search_posting "
        "JOIN search_term USING (term_no) JOIN search_article USING (article_no)"
    ).fetchall())  # fmt: skip


def rank_in_python(articles, asked):
    """(article_id, score) by Okapi BM25, k1 = 1.2, b = 0.75; title words count three times."""
    weights = {
        name: Counter(re.findall(r"\w+", text)) + Counter(3 * re.findall(r"\w+", title))
        for name, (title, text) in articles.items()
    }
    mean = sum(sum(w.values()) for w in weights.values()) / len(weights)
    scores = {}
    for name, held in weights.items():
        for word in set(re.findall(r"\w+", asked)) & set(held):
            count = sum(word in other for other in weights.values())
            idf = log(1 + (len(weights) - count + 0.5) / (count + 0.5))
            part = idf * held[word] * 2.2
            part /= held[word] + 1.2 * (0.25 + 0.75 * sum(held.values()) / mean)
            scores[name] = scores.get(name, 0) + part
    return sorted(scores.items(), key=lambda item: (-round(item[1], 6), item[0]))


ARTICLES = {
    "a": ("talks on peace", "the two sides met. talks went on for hours."),
    "b": ("weather", "rain came down on the city, and peace was far from it."),
    "c": ("football", "the match ended without goals"),
}
WORDS = st.lists(st.sampled_from("ba ke li mo nu".split()), max_size=8).map(" ".join)


def test_scores_are_those_of_the_formula(connection):
    for name, (title, text) in ARTICLES.items():
        add(connection, name, text, title)
    assert update_search(connection) == SearchReport(new_count=3, gone_count=0)
    for asked in ("peace talks", "the", "on the city", "goals hours rain"):
        found = [(row[0], pytest.approx(row[1], abs=2e-6)) for row in find(connection, asked)]
        assert rank_in_python(ARTICLES, asked) == found


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6), WORDS)
def test_any_articles_are_ranked_as_by_the_formula(articles, asked):
    named = {f"a{number}": texts for number, texts in enumerate(articles)}
    with open_in_memory() as connection:
        for name, (title, text) in reversed(named.items()):
            add(connection, name, text, title)
        update_search(connection)
        found = dict(row[:2] for row in find(connection, asked))
    expected = dict(rank_in_python(named, asked))
    assert found == pytest.approx(expected, abs=2e-6)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("zürich", "In Zurich."), ("Zurich", "In ZÜRICH."), ("МОСКВА", "Москва сегодня"),
        ("東京", "今日は東京で"), ("2024", "2024年の東京"), ("Pashinyan", "Pashinyan’s words"),
        ("naïve", "A naive plan"), ("القاهرة", "في القاهرة اليوم"),
    ],
)  # fmt: skip
def test_words_are_found_in_any_script_case_and_accent(connection, asked, text):
    add(connection, "a", text)
    add(connection, "b", "something else entirely")
    update_search(connection)
    assert ids(connection, asked) == ["a"]


@pytest.mark.parametrize("asked", ["", "   ", "!?", "absent", "arm", "armenians", "x" * 100_000])
def test_what_is_no_word_of_an_article_finds_nothing(connection, asked):
    add(connection, "a", "Armenia and the arms trade")
    update_search(connection)
    assert find(connection, asked) == []


def test_the_title_counts_more_than_the_body(connection):
    add(connection, "a", "harvest of the year", "vineyards")
    add(connection, "b", "vineyards of the year", "harvest")
    update_search(connection)
    assert ids(connection, "vineyards") == ["a", "b"]
    assert ids(connection, "harvest") == ["b", "a"]


def test_equal_articles_come_in_the_order_of_their_ids(connection):
    for name in ("c", "a", "d", "b"):
        add(connection, name, "the same words")
    update_search(connection)
    assert ids(connection, "words") == ["a", "b", "c", "d"]
    assert [row[0] for row in find(connection, "words", limit=2)] == ["a", "b"]


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


def test_changes_give_what_a_fresh_start_gives(connection):
    add(connection, "a", "one two three")
    add(connection, "b", "two three four")
    add(connection, "c", "three four five")
    update_search(connection)
    connection.execute("DELETE FROM article WHERE article_id IN ('b', 'c')")
    add(connection, "c", "six seven", "eight", run="2")
    add(connection, "d", "one nine", run="2")
    assert update_search(connection) == SearchReport(new_count=2, gone_count=2)
    assert ids(connection, "four") == []
    assert ids(connection, "eight") == ["c"]
    terms = connection.execute("SELECT list(term ORDER BY term) FROM search_term").fetchall()
    assert terms == [("eight nine one seven six three two".split(),)]  # not four, nor five
    step_by_step, found = index(connection), find(connection, "one two six")
    assert update_search(connection) == SearchReport(new_count=0, gone_count=0)
    with open_in_memory() as fresh:
        add(fresh, "d", "one nine", run="2")
        add(fresh, "c", "six seven", "eight", run="2")
        add(fresh, "a", "one two three")
        update_search(fresh)
        assert index(fresh) == step_by_step
        assert find(fresh, "one two six") == found


def test_many_articles_go_in_batches(connection, monkeypatch):
    for number in range(7):
        add(connection, f"a{number}", f"common own{number}", f"title{number % 2}")
    update_search(connection)
    at_once = index(connection)
    with open_in_memory() as other:
        monkeypatch.setattr(search, "BATCH_ARTICLES", 3)
        for number in range(7):
            add(other, f"a{number}", f"common own{number}", f"title{number % 2}")
        update_search(other)
        assert index(other) == at_once
    assert len(ids(connection, "common")) == 7


def test_another_version_reads_every_article_again(connection):
    add(connection, "a", "one")
    update_search(connection)
    connection.execute("UPDATE search_version SET sql_digest = 'old'")
    connection.execute("UPDATE search_term SET term = 'wrong'")
    assert update_search(connection) == SearchReport(new_count=1, gone_count=0)
    assert ids(connection, "one") == ["a"]


def test_the_functions_are_explained_in_the_database(connection):
    update_search(connection)
    explained = connection.execute(
        "SELECT function_name, comment FROM duckdb_functions() "
        "WHERE function_name IN ('search', 'search_words') AND NOT internal ORDER BY 1"
    ).fetchall()
    assert [name for name, _ in explained] == ["search", "search_words"]
    assert all(comment for _, comment in explained)
