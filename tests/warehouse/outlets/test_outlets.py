"""Outlets inferred from other documents: apart from stated ones, and never by order or batches."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse.outlets.outlet_documents import Document, company, inferred, names, put, take
from warehouse.marts import build_marts
from warehouse.outlets.inference import OutletRule, infer_outlets
from warehouse.statements import read_sql
from warehouse.storage.memory import open_in_memory

RULE = OutletRule(least_support=2, least_share=0.5)


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

        @settings(max_examples=5, deadline=None)
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
