"""Two events that share their names are two stories, and the edge between them says why."""

from tests.extractors.stories.test_story_events import CONCERT, TRIAL, WITNESS
from tests.warehouse.sameness.sameness_articles import open_warehouse, partition, put, stories

ARTICLES = {"concert": CONCERT, "trial": TRIAL, "witness": WITNESS}
EXPECTED = [["concert"], ["trial", "witness"]]


def test_two_events_of_one_person_are_two_stories():
    together, one_by_one = open_warehouse(), open_warehouse()
    put(together, ARTICLES)
    for key in sorted(ARTICLES, reverse=True):
        put(one_by_one, {key: ARTICLES[key]})
    assert partition(stories(together)) == partition(stories(one_by_one)) == EXPECTED
    refused = "SELECT article_id_a, article_id_b FROM story_edge WHERE score = 0"
    for connection in (together, one_by_one):
        assert set(connection.execute(refused).fetchall()) >= {("concert", "trial")}
        told = connection.execute("SELECT max(event_share) FROM story_edge WHERE score = 0")
        assert 0 < told.fetchall()[0][0] < 0.2


def test_terms_of_older_versions_are_read_again():
    connection = open_warehouse()
    put(connection, ARTICLES)
    connection.execute("UPDATE story_term SET event_words = NULL")
    connection.execute("UPDATE story_article SET story_id = 'one'")
    put(connection, {})
    known = "SELECT count(*) FROM story_term WHERE len(event_words) > 10"
    assert connection.execute(known).fetchall() == [(3,)]
    assert partition(stories(connection)) == EXPECTED
