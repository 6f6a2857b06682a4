"""Documents with and without an outlet, and what the others suggest."""

from dataclasses import asdict, dataclass

import pyarrow as pa

from warehouse.lending import registered


@dataclass(frozen=True)
class Document:
    """A document of a file with its one article."""

    name: str
    path: str
    place: str = ""
    host: str | None = None
    outlet: str | None = None

    @property
    def folder(self):
        return self.path if self.place else self.path.rpartition("/")[0]


def put(connection, documents):
    """Rows of these documents in the stead of those they had."""
    take(connection, documents)
    rows = [
        {**asdict(d), "url": d.host and f"https://www.{d.host}:80/2024/{d.name}"} for d in documents
    ]
    columns = ("name", "path", "place", "outlet", "url")
    put_rows = pa.table({c: pa.array([row[c] for row in rows], pa.string()) for c in columns})
    with registered(connection, {"put_row": put_rows}):
        for table, picked in (
            ("source_file", "name AS source_file_id, path"),
            ("document", "name AS document_id, name AS source_file_id, place"),
            ("article", "name AS article_id, name AS document_id, outlet, url"),
        ):
            connection.execute(f"INSERT INTO {table} BY NAME SELECT {picked} FROM put_row")


def take(connection, documents):
    """These documents are gone, with what was told about them."""
    for table, column in (
        ("source_file", "source_file_id"), ("document", "document_id"),
        ("article", "article_id"), ("metadatum", "article_id"),
    ):  # fmt: skip
        connection.execute(
            f"DELETE FROM {table} WHERE {column} IN (SELECT unnest(?))", [names(documents)]
        )


def names(documents):
    return [d.name for d in documents]


def inferred(connection):
    """(outlet, source, documents that state it) by article; the two tables must tell the same."""
    rows = connection.execute(
        "SELECT article_id, normal_value, source_field, support_count FROM metadatum "
        "WHERE field = 'inferred_outlet' AND method = 'inferred' AND is_chosen"
    ).fetchall()
    articles = connection.execute(
        "SELECT article_id, inferred_outlet FROM article WHERE inferred_outlet IS NOT NULL"
    ).fetchall()
    assert sorted(row[:2] for row in rows) == sorted(articles)
    return {row[0]: row[1:] for row in rows}


def company(count, **told):
    return [Document(f"d{n}", f"post/{n}.txt", outlet="The Post", **told) for n in range(count)]
