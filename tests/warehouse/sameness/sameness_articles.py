"""Articles for tests of sameness, put into a database in memory and taken out again."""

import random

import duckdb
import pyarrow as pa

from extractors.copies.fingerprints import fingerprint_row
from flows.documents.staging import arrow_table
from tests.blank import copy_schema
from warehouse.sameness import update_near_duplicates, update_stories

RIVAL = (
    "Parliament in Oslavia passed the budget on Wednesday by 61 votes to 40. Finance minister "
    "Per Quill called it a victory for reason. The opposition walked out before the vote and "
    "announced a complaint to the constitutional court over the procedure."
)
VOCABULARY = [f"word{number}" for number in range(3000)]


def write_text(seed: int, words: int = 120) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(VOCABULARY) for _ in range(words))


def write_strange(seed: int, words: int = 80) -> str:
    """Words that no other text has: an event of its own."""
    chosen = random.Random(seed)
    return " ".join("".join(chosen.choices("abcdefghij", k=7)) for _ in range(words))


def open_warehouse():
    """An empty warehouse in memory."""
    connection = duckdb.connect()
    copy_schema(connection)
    return connection


def put(connection, articles, persons=(), language=None):
    """Add or replace articles (id -> text) and bring everything up to date in one transaction."""
    connection.execute("BEGIN")
    load_rows(connection, articles, persons, language)
    reports = (
        update_near_duplicates(connection, list(articles), []),
        update_stories(connection, list(articles), []),
    )
    connection.execute("COMMIT")
    return reports


def load_rows(connection, articles, persons=(), language=None):
    """Rows of article and fingerprint in place of those of the same ids."""
    if not articles:
        return
    take_rows(connection, list(articles))
    named = {key: sorted(name for at, name in persons if at == key) for key in articles}
    prints = [
        {**fingerprint_row(key, text), "persons": named[key]} for key, text in articles.items()
    ]
    rows = {
        "article": pa.table(
            {
                "article_id": list(articles),
                "text": list(articles.values()),
                "language": pa.array([language] * len(articles), pa.string()),
            }
        ),
        "fingerprint": arrow_table("fingerprint", prints),
    }
    for table, arrow in rows.items():
        connection.register("rows", arrow)
        connection.execute(f"INSERT INTO {table} BY NAME FROM rows")
        connection.unregister("rows")


def take_rows(connection, keys):
    for table in ("article", "fingerprint"):
        connection.execute(f"DELETE FROM {table} WHERE article_id IN (SELECT unnest(?))", [keys])


def remove(connection, keys):
    connection.execute("BEGIN")
    take_rows(connection, keys)
    update_near_duplicates(connection, [], keys)
    update_stories(connection, [], keys)
    connection.execute("COMMIT")


def read(connection, column, table):
    return dict(connection.table(table).select("article_id", column).fetchall())


def groups(connection):
    return read(connection, "duplicate_group_id", "duplicate_group")


def stories(connection):
    return read(connection, "story_id", "story_article")


def make_corpus(seed):
    """Forty texts: eight originals and copies of them with edits."""
    chosen, corpus = random.Random(seed), {}
    for number in range(40):
        words = write_text(seed * 100 + number % 8).split()
        if number >= 8:
            first = chosen.randrange(0, 60)
            words = (
                words[first : first + chosen.randrange(25, 60)]
                + write_text(number, chosen.randrange(0, 30)).split()
            )
        corpus[f"t{number:02}"] = " ".join(words)
    return corpus


def partition(ids):
    """The clusters of a mapping from article to id, whatever the ids are."""
    clusters = {}
    for article, name in ids.items():
        clusters.setdefault(name, set()).add(article)
    return sorted(map(sorted, clusters.values()))
