"""Outlets inferred from other documents: apart from stated ones, and never by order or batches."""

from dataclasses import asdict, dataclass, replace

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse.lending import registered
from warehouse.marts import build_marts
from warehouse.memory import open_in_memory
from warehouse.outlets import OutletRule, infer_outlets
from warehouse.statements import read_sql

RULE = OutletRule(least_support=2, least_share=0.5)


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


def expected(documents, rule=RULE):
    """The same by the words of the rule."""
    found = {}
    for d in documents:
        if d.outlet is not None or not (d.host or d.folder):
            continue
        company = [o for o in documents if (o.host == d.host if d.host else o.folder == d.folder)]
        stated = [o.outlet for o in company if o.outlet is not None]
        enough = len(stated) >= rule.least_support
        enough &= bool(d.host) or len(stated) >= rule.least_share * len(company)
        if enough and len({outlet.strip().lower() for outlet in stated}) == 1:
            source = f"host:{d.host}" if d.host else f"folder:{d.folder}"
            found[d.name] = (min(stated), source, len(stated))
    return found


POST, TIMES = "The Post", "The Times"
DOCUMENTS = [
    *(Document(f"p{n}", f"post/{n}.txt", outlet=POST) for n in range(4)),
    *(Document(f"q{n}", f"post/q{n}.txt") for n in range(2)),
    *(Document(f"z{n}", "news.zip", f"in/{n}.txt", outlet=POST) for n in range(2)),
    Document("z2", "news.zip", "in/2.txt"),
    *(Document(f"h{n}", f"h{n}.html", host="one.example", outlet="the post ") for n in range(2)),
    *(Document(f"i{n}", f"post/i{n}.html", host="one.example") for n in range(2)),
    Document("t", "top.txt"),
    Document("u", "times/u.txt", outlet=TIMES),
]
HISTORIES = st.tuples(
    st.permutations(DOCUMENTS),
    st.lists(st.sampled_from(DOCUMENTS), min_size=len(DOCUMENTS), max_size=len(DOCUMENTS)),
    st.integers(1, 5),  # documents in a batch
)


def test_what_is_inferred_follows_from_what_is_there():
    """Each document came as something else before, in any order; one after the other they go."""
    with open_in_memory() as connection:

        @settings(max_examples=12, deadline=None)
        @given(HISTORIES)
        def follows(history):
            order, formers, size = history
            there = {}
            was = [replace(former, name=d.name) for d, former in zip(order, formers, strict=True)]
            for documents in (was, order):
                for start in range(0, len(order), 3 * size):
                    come = documents[start : start + 3 * size]
                    there |= {d.name: d for d in come}
                    put(connection, come)
                    infer_outlets(connection, names(come), [], RULE)
                    assert inferred(connection) == expected(there.values())
            assert set(there.values()) == set(DOCUMENTS)
            while there:
                gone = [there.pop(name) for name in list(there)[:size]]
                take(connection, gone)
                infer_outlets(connection, [], names(gone), RULE)
                assert inferred(connection) == expected(there.values())

        follows()


def company(count, **told):
    return [Document(f"d{n}", f"post/{n}.txt", outlet="The Post", **told) for n in range(count)]


@pytest.mark.parametrize(("count", "wanted"), [(4, {}), (5, {"q": ("The Post", "folder:post", 5)})])
def test_five_documents_tell_the_outlet_of_a_sixth(count, wanted):
    documents = [*company(count), Document("q", "post/q.txt")]
    with open_in_memory() as connection:
        put(connection, documents)
        infer_outlets(connection, names(documents), [])
        assert inferred(connection) == wanted
        outlet = "SELECT outlet FROM article WHERE article_id = 'q'"
        assert connection.execute(outlet).fetchall() == [(None,)]


def test_the_evidence_can_be_read():
    documents = [*company(5), Document("q", "post/q.txt")]
    with open_in_memory() as connection:
        put(connection, documents)
        infer_outlets(connection, names(documents), [])
        asked = connection.execute(
            read_sql("questions", "document_evidence.sql"), {"document_id": "q"}
        )
        assert asked.fetchall() == [("inferred_outlet", "inferred folder:post as in 5 documents")]


def test_another_outlet_undoes_it_and_its_end_brings_it_back():
    documents = [*company(6), Document("q", "post/q.txt")]
    other = Document("z", "post/z.txt", outlet="The Times")
    with open_in_memory() as connection:
        put(connection, documents)
        infer_outlets(connection, names(documents), [])
        assert inferred(connection).keys() == {"q"}
        put(connection, [other])
        infer_outlets(connection, ["z"], [])
        assert inferred(connection) == {}
        put(connection, [replace(other, path="times/z.txt")])
        infer_outlets(connection, ["z"], [])
        assert inferred(connection) == {"q": ("The Post", "folder:post", 6)}


def test_a_collection_with_some_pages_of_one_outlet_is_no_outlet():
    pasted = [Document(f"p{n}", f"post/p{n}.txt") for n in range(3)]
    with open_in_memory() as connection:
        documents = [*company(8), *pasted]
        put(connection, documents)
        infer_outlets(connection, names(documents), [])
        assert inferred(connection) == {}  # 8 of 11 are less than three quarters
        take(connection, pasted[:1])
        infer_outlets(connection, [], ["p0"])
        assert inferred(connection).keys() == {"p1", "p2"}


def test_of_a_host_few_pages_speak_for_all_and_those_of_another_not():
    pages = company(5, host="post.example")
    silent = [Document(f"s{n}", f"s/{n}.html", host="post.example") for n in range(9)]
    other = Document("o", "post/o.html", host="other.example")
    with open_in_memory() as connection:
        documents = [*pages, *silent, other]
        put(connection, documents)
        infer_outlets(connection, names(documents), [])
        assert inferred(connection) == {
            d.name: ("The Post", "host:post.example", 5) for d in silent
        }


def test_the_corpus_folder_itself_tells_nothing():
    documents = [Document(f"d{n}", f"{n}.txt", outlet="The Post") for n in range(9)]
    documents.append(Document("q", "q.txt"))
    with open_in_memory() as connection:
        put(connection, documents)
        infer_outlets(connection, names(documents), [])
        assert inferred(connection) == {}


def test_a_warehouse_of_an_older_version_is_looked_through_once():
    documents = [*company(5), Document("q", "post/q.txt")]
    with open_in_memory() as connection:
        put(connection, documents)
        new = Document("n", "other/n.txt")
        put(connection, [new])
        infer_outlets(connection, ["n"], [])
        assert inferred(connection).keys() == {"q"}


def test_articles_whose_inferred_outlet_is_another_one_are_noted_as_changed():
    with open_in_memory() as connection:
        for run_id, documents in (
            ("1", [Document("silent", "post/silent")]),
            ("2", [Document(name, f"post/{name}", outlet="The Post") for name in "ab"]),
            ("3", []),
        ):
            put(connection, documents)
            for table in ("document", "article"):
                connection.execute(f"UPDATE {table} SET run_id = $1 WHERE run_id IS NULL", [run_id])
            infer_outlets(connection, names(documents), [], RULE)
            build_marts(connection)
        noted = connection.execute("SELECT article_id, event FROM article_event ORDER BY ALL")
        assert noted.fetchall() == [
            ("a", "new"), ("b", "new"), ("silent", "new"), ("silent", "outlet_inferred"),
        ]  # fmt: skip
