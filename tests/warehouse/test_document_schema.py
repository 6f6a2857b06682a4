"""The page about the schema says what the database says."""

from warehouse.document_schema import PAGE, describe_schema
from warehouse.marts import MARTS, build_marts
from warehouse.relations import RELATIONS, draw_relations, find_relations
from warehouse.storage.memory import open_in_memory


def test_the_page_is_up_to_date():
    told = "run `python -m warehouse.document_schema`"
    assert PAGE.read_text("utf-8") == describe_schema(), told


def test_everything_in_the_database_is_on_the_page():
    page = PAGE.read_text("utf-8")
    with open_in_memory() as connection:
        build_marts(connection)
        columns = connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() "
            "WHERE database_name = 'memory' AND NOT internal"
        ).fetchall()
    assert {table for table, _ in columns} > set(MARTS)
    sections = {part.split("\n")[0]: part for part in page.split("\n### ")}
    for table, column in columns:
        assert f"| `{column}` |" in sections[table]
    assert "| `donation_appeal` |" in page
    assert "| `no_body` |" in page


def test_the_picture_shows_what_is_there():
    with open_in_memory() as connection:
        columns = set(
            connection.execute("SELECT table_name, column_name FROM duckdb_columns()").fetchall()
        )
    for relation in RELATIONS:
        assert (relation.target, relation.column) in columns
        assert (relation.source, relation.source_column or relation.column) in columns


def test_a_table_that_nobody_drew_is_drawn_by_its_key():
    columns = {
        "article": ["article_id", "run_id"],
        "footnote": ["footnote_id", "article_id", "entity_id", "run_id"],
        "alone": ["word"],
    }
    added = find_relations(columns)[len(RELATIONS) :]
    assert [(r.source, r.target, r.column) for r in added] == [
        ("article", "footnote", "article_id")
    ]
    assert '    article ||--o{ footnote : "stands in"' in draw_relations(columns)
