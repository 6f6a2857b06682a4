"""Articles of a few columns, as marts read them, without a run."""


def rows(connection, sql, *values):
    return connection.execute(sql, list(values)).fetchall()


def add_run(connection, run_id):
    """A run that began a second after the one before it."""
    connection.execute(
        "INSERT INTO run (run_id, started_at) SELECT $1, coalesce(max(started_at), "
        "TIMESTAMP '2025-01-01') + INTERVAL 1 SECOND FROM run", [run_id],
    )  # fmt: skip


def add_article(
    connection, article_id, *, day=None, outlet=None, canonical=None, names=(), run="1"
):
    canonical = canonical or article_id
    connection.execute(
        "INSERT INTO document BY NAME SELECT $1 AS document_id, 4 AS line_count, $2 AS run_id",
        [article_id, run],
    )
    connection.execute(
        "INSERT INTO article BY NAME SELECT $1 AS article_id, $1 AS document_id, $2 AS "
        "published_date, $3 AS outlet, 100 AS word_count, $4 AS run_id",
        [article_id, day, outlet, run],
    )
    connection.execute(
        "INSERT INTO duplicate_group BY NAME SELECT $1 AS article_id, $2 AS duplicate_group_id, "
        "$2 AS canonical_article_id, $1 = $2 AS is_canonical", [article_id, canonical],
    )  # fmt: skip
    connection.execute(
        "INSERT INTO story_article BY NAME SELECT $1 AS article_id, $2 AS story_id, "
        "$1 = $2 AS is_representative", [article_id, canonical],
    )  # fmt: skip
    for at, name in enumerate(names):
        connection.execute(
            "INSERT INTO mention BY NAME SELECT $1 AS article_id, 'body' AS field, "
            "$2 AS start_offset, $2 + 1 AS end_offset, 'PERSON' AS label, $3 AS text, $3 AS name, "
            "1.0 AS score, $3 AS entity_id",
            [article_id, at, name],
        )
        connection.execute(
            "INSERT INTO entity BY NAME SELECT $1 AS entity_id, 'PERSON' AS label, $1 AS name "
            "WHERE $1 NOT IN (SELECT entity_id FROM entity)", [name],
        )  # fmt: skip
