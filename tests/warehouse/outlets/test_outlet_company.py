"""How many documents of a folder or host tell the outlet of the others."""

import pytest

from tests.warehouse.outlets.outlet_documents import Document, company, inferred, names, put, take
from warehouse.outlets.inference import infer_outlets
from warehouse.storage.memory import open_in_memory


@pytest.mark.parametrize(("count", "wanted"), [(4, {}), (5, {"q": ("The Post", "folder:post", 5)})])
def test_five_documents_tell_the_outlet_of_a_sixth(count, wanted):
    documents = [*company(count), Document("q", "post/q.txt")]
    with open_in_memory() as connection:
        put(connection, documents)
        infer_outlets(connection, names(documents), [])
        assert inferred(connection) == wanted
        outlet = "SELECT outlet FROM article WHERE article_id = 'q'"
        assert connection.execute(outlet).fetchall() == [(None,)]


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
