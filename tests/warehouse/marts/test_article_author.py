"""Authors one by one, as they stand in the articles."""

from warehouse.storage.memory import open_in_memory


def test_authors_stand_apart_with_what_they_are():
    rows = [
        ("a", "author", "Anna Novak", True),
        ("a", "author", "Peter Holm", True),
        ("a", "author", "Somebody Else", False),  # found, and not chosen
        ("a", "author_organisation", "dpa", True),
        ("a", "title", "Bridge", True),
        ("b", "author", "Anna Novak", True),
    ]
    with open_in_memory() as connection:
        connection.executemany(
            "INSERT INTO metadatum (article_id, field, normal_value, is_chosen) "
            "VALUES (?, ?, ?, ?)",
            rows,
        )
        found = connection.execute("FROM article_author ORDER BY ALL").fetchall()
    assert found == [
        ("a", "Anna Novak", False),
        ("a", "Peter Holm", False),
        ("a", "dpa", True),
        ("b", "Anna Novak", False),
    ]
