"""Verdicts on pairs of texts that an older version of newsmill found."""

from extractors.versions import VERDICT_VERSION
from tests.extractors.copies.near_texts import QUAKE, REPORT
from tests.warehouse.sameness.sameness_articles import (
    groups,
    open_warehouse,
    partition,
    put,
    stories,
)

ARTICLES = {
    "arica": QUAKE.format("5.1", "Arica", "Monday", "40", "12", "Tacna", "Putre"),
    "hilo": QUAKE.format("4.7", "Hilo", "Sunday", "9", "31", "Kona", "Volcano"),
    "ship": REPORT,
}


def test_pairs_that_an_older_version_accepted_are_compared_again():
    connection = open_warehouse()
    put(connection, ARTICLES)
    apart = partition(groups(connection)), partition(stories(connection))
    ((low, high),) = connection.execute(
        "SELECT min(text_key), max(text_key) FROM fingerprint WHERE article_id <> 'ship'"
    ).fetchall()
    connection.execute("DELETE FROM text_pair")
    connection.execute(
        "INSERT INTO text_pair BY NAME SELECT $low AS text_a, $high AS text_b, 'partial' AS kind, "
        "1 AS containment_a, 1 AS containment_b, 9 AS shared_sample_count, 9 AS rare_sample_count",
        {"low": low, "high": high},
    )
    connection.execute(
        "UPDATE duplicate_group SET duplicate_group_id = 'arica', canonical_article_id = 'arica', "
        "is_canonical = article_id = 'arica', article_count = 2 WHERE article_id <> 'ship'"
    )
    put(connection, {})
    assert (partition(groups(connection)), partition(stories(connection))) == apart
    versions = connection.execute("SELECT DISTINCT kind, verdict_version FROM text_pair").fetchall()
    assert versions == [(None, VERDICT_VERSION)]
