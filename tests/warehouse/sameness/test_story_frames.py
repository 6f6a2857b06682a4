"""Reports that share most of their words and are no copies share a frame, and tell no one event."""

from tests.warehouse.sameness.sameness_articles import open_warehouse, partition, put, stories

WARNING = (
    "The weather service has issued a warning of {} for the {} coast. It is valid from {} until "
    "{}. People should secure loose objects and avoid parks. Motorists are asked to drive slowly. "
    "Trains may be late. Those who do not have to leave the house should stay at home."
)


def test_long_frames_with_few_facts_are_stories_of_their_own():
    connection = open_warehouse()
    articles = {
        "west": WARNING.format("gales", "western", "Monday 18:00", "Tuesday 06:00"),
        "north": WARNING.format("snow", "northern", "Thursday 03:00", "Thursday 21:00"),
    }
    put(connection, articles)
    assert len(partition(stories(connection))) == 2
    assert connection.execute(
        "SELECT count(DISTINCT canonical_article_id) FROM duplicate_group"
    ).fetchone() == (2,)
