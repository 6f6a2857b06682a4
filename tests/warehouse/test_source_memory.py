"""Lines that recur over an outlet: counted alike whatever the order and the batches of files."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse.source_memory import update_source_memory
from warehouse.storage.memory import open_in_memory

TAIL = ("Our desk in the valley can be reached at all hours of the day.", 0.4)
SURE = ("The ferry sank in the bay on Tuesday morning, the harbour said.", 0.02)


def add_document(connection, name, lines, folder="a", **article):
    """A document of one file with (text, score) for each line, all of them body."""
    columns = {"article_id": name, "document_id": name, **article}
    connection.execute(
        "INSERT INTO source_file (source_file_id, path, status, sha256) "
        "VALUES (?, ?, 'loaded', 's')",
        [name, f"{folder}/{name}.txt"],
    )
    connection.execute(
        "INSERT INTO document (document_id, source_file_id, place, format, char_count) "
        "VALUES (?, ?, '', 'text', 100)",
        [name, name],
    )
    marks = ", ".join("?" * len(columns))
    connection.execute(
        f"INSERT INTO article ({', '.join(columns)}) VALUES ({marks})", list(columns.values())
    )
    for number, (text, score) in enumerate(lines):
        connection.execute(
            "INSERT INTO line (document_id, line_no, text, verdict, rule, score) "
            "VALUES (?, ?, ?, 'keep', 'body', ?)",
            [name, number, text, score],
        )


def remember(connection, changed, removed=()):
    """One run: count, and let the documents that are named look again; their ids."""
    looks = update_source_memory(connection, changed, removed)
    for look in looks:
        name = look.document.document_id
        connection.execute(
            "UPDATE line SET verdict = 'keep', rule = 'body' "
            "WHERE document_id = ? AND rule = 'source_memory'",
            [name],
        )
        connection.execute(
            "UPDATE line SET verdict = 'drop', rule = 'source_memory' "
            "WHERE document_id = ? AND line_no IN (SELECT unnest(?))",
            [name, sorted(look.recurring)],
        )
    return {look.document.document_id for look in looks}


def taken_out(connection):
    """(document, line) pairs that memory holds out of bodies."""
    rows = connection.execute("SELECT document_id, line_no FROM line WHERE verdict = 'drop'")
    return set(rows.fetchall())


def body(name):
    return (f"The council of {name} met for the {name} time and spoke about {name} roads.", 0.01)


def test_a_line_is_remembered_from_the_second_document_on():
    with open_in_memory() as connection:
        add_document(connection, "x", [body("x"), TAIL])
        assert remember(connection, ["x"]) == set()
        add_document(connection, "y", [body("y"), TAIL])
        assert remember(connection, ["y"]) == {"x", "y"}
        assert taken_out(connection) == {("x", 1), ("y", 1)}
        remembered = connection.execute("SELECT source, document_count, text FROM source_line")
        assert remembered.fetchall() == [("folder:a", 2, TAIL[0])]
        assert remember(connection, ["y"]) == set()


def test_numbers_case_and_marks_do_not_part_lines():
    with open_in_memory() as connection:
        add_document(
            connection, "x", [body("x"), ("Call our desk: 555 12, at all hours of day", 0.4)]
        )
        add_document(
            connection, "y", [body("y"), ("call OUR desk 0800 7 at all hours of day!", 0.4)]
        )
        remember(connection, ["x", "y"])
        assert taken_out(connection) == {("x", 1), ("y", 1)}


def test_the_line_comes_back_when_no_other_document_holds_it_any_more():
    with open_in_memory() as connection:
        add_document(connection, "x", [body("x"), TAIL])
        add_document(connection, "y", [body("y"), TAIL])
        remember(connection, ["x", "y"])
        connection.execute(
            "UPDATE line SET text = 'Something else' WHERE document_id = 'y' AND line_no = 1"
        )
        connection.execute(
            "UPDATE line SET rule = 'body', verdict = 'keep' WHERE document_id = 'y'"
        )
        assert remember(connection, ["y"]) == {"x"}
        assert taken_out(connection) == set()
        assert connection.execute("FROM source_line").fetchall() == []


def test_copies_of_one_text_are_no_evidence():
    with open_in_memory() as connection:
        add_document(connection, "x", [body("one"), TAIL])
        add_document(connection, "y", [body("one"), TAIL])
        remember(connection, ["x", "y"])
        assert taken_out(connection) == set()


def test_a_line_that_the_model_is_sure_of_stays_however_often_it_stands():
    with open_in_memory() as connection:
        for name in "uvwxyz":
            add_document(connection, name, [body(name), SURE])
        remember(connection, list("uvwxyz"))
        assert taken_out(connection) == set()


def test_memory_never_takes_out_the_last_line_of_a_body():
    with open_in_memory() as connection:
        add_document(connection, "x", [TAIL])
        add_document(connection, "y", [body("y"), TAIL])
        remember(connection, ["x", "y"])
        assert taken_out(connection) == {("y", 1)}


def test_outlets_are_told_by_address_then_name_then_folder():
    with open_in_memory() as connection:
        add_document(connection, "a", [body("a")], url="https://www.courier.example/x?y")
        add_document(connection, "b", [body("b"), TAIL], outlet=" The Courier ")
        add_document(connection, "c", [body("c"), TAIL], folder="2024/may")
        connection.execute("UPDATE line SET score = 0.4")
        remember(connection, list("abc"))
        found = connection.execute("SELECT DISTINCT document_id, source FROM source_line_place")
        assert dict(found.fetchall()) == {
            "a": "courier.example", "b": "the courier", "c": "folder:2024/may",
        }  # fmt: skip
        assert taken_out(connection) == set()


LINES = st.lists(
    st.sampled_from(
        [TAIL, SURE, ("Good night", 0.2), ("Good night", 0.35), ("Write to us", 0.5),
         ("The Courier tells the valley its news each morning", 0.15)]
    ),
    max_size=4,
)  # fmt: skip


@settings(max_examples=4, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("12345"), LINES), max_size=6),
    st.data(),
)
def test_order_and_batches_do_not_matter(documents, data):
    named = {f"d{k}": document for k, document in enumerate(documents)}

    def load(batches):
        with open_in_memory() as connection:
            for batch in batches:
                for name in batch:
                    folder, text, lines = named[name]
                    add_document(connection, name, [body(text), *lines], folder)
                remember(connection, batch)
            memory = connection.execute("FROM source_line ORDER BY ALL").fetchall()
            return taken_out(connection), memory

    order = data.draw(st.permutations(sorted(named)))
    cuts = data.draw(st.sets(st.integers(1, max(1, len(order) - 1))))
    edges = [0, *sorted(cuts), len(order)]
    batches = [order[low:high] for low, high in pairwise(edges)]
    assert load([sorted(named)]) == load(batches)
