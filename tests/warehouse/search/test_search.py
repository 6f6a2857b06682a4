"""Words find articles, ranked by BM25."""

import re
from collections import Counter
from math import log

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse.search.searches import add, find, ids
from warehouse.search import SearchReport, update_search
from warehouse.storage.memory import open_in_memory


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        yield opened


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


@pytest.mark.parametrize(
    ("asked", "text", "other"),
    [
        ("体罰", "たたいたりする体罰を禁止する", "体力と罰金の話"),
        ("半导体", "讨论半导体出口问题", "一半的人导游体验"),
        ("กฎหมาย", "ร่างกฎหมายใหม่", "ฉันรักเธอ"),
        ("林", "杉の林を歩く", "森を歩く"),
        ("サッカー", "サッカーの試合", "サラダを作る"),
        ("เด็ก", "ช่วยเด็กในชนบท", "นายกรัฐมนตรี"),
    ],
)
def test_scripts_without_spaces_are_searched_by_letters_that_stand_together(
    connection, asked, text, other
):
    add(connection, "a", text)
    add(connection, "b", other)
    update_search(connection)
    assert ids(connection, asked) == ["a"]
    assert find(connection, asked)[0][3] == text


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
