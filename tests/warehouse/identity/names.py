"""Articles by the names in them, and what becomes of these."""

from contextlib import contextmanager

from warehouse.identity.entities import update_entities

LONG = "Greater Border Treaty Organisation"
ARTICLES = {
    "a1": [("PERSON", "Amara Diallo", "Amara Diallo"), ("PERSON", "Diallo", "Amara Diallo")],
    "a2": [("PERSON", "Diallo", "Diallo"), ("PLACE", "Armenia", "Armenia")],
    "a3": [("ORG", "GTBO", LONG), ("ORG", LONG, LONG), ("NORP", "Armenians", "Armenians")],
    "a4": [("ORG", "GTBO", "GTBO"), ("PLACE", "Yerevan", "Yerevan")],
}


@contextmanager
def emptied(warehouse):
    """The warehouse in a transaction that is taken back in the end."""
    warehouse.begin()
    try:
        yield warehouse
    finally:
        warehouse.rollback()


def add(connection, *article_ids):
    for article_id in article_ids:
        for at, (label, text, name) in enumerate(ARTICLES[article_id]):
            connection.execute(
                "INSERT INTO mention BY NAME SELECT $1 AS article_id, 'body' AS field, "
                "$2 AS start_offset, $3 AS end_offset, $4 AS label, $5 AS text, $6 AS name, "
                "1.0 AS score",
                [article_id, at * 100, at * 100 + len(text), label, text, name],
            )
    return update_entities(connection, list(article_ids), [])


def tables(connection):
    names = ("entity", "entity_name", "entity_alias", "entity_doubt", "entity_relation",
             "story_name", "mention")  # fmt: skip
    return {t: sorted(connection.execute(f"FROM {t}").fetchall(), key=repr) for t in names}


def entity_of(connection, article_id, text):
    return connection.execute(
        "SELECT entity.name FROM mention JOIN entity USING (entity_id) "
        "WHERE article_id = ? AND text = ?",
        [article_id, text],
    ).fetchone()[0]
