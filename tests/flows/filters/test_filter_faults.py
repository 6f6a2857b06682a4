"""An item on which a step of a filter fails gives an error; the others give what they give."""

import pytest

from extractors.cleaning import clean
from flows.faults import MachineFailed
from flows.filters import cleaning, grouping
from flows.filters.cleaning import clean_items
from flows.filters.grouping import group_articles, link_mentions
from flows.filters.json_lines import BadLine

TEXT = "Joan Fairweather, the mayor of Oakham, said on Monday that the old bridge would be closed."
ITEMS = [{"id": 1, "text": TEXT}, BadLine(2, "no text"), {"id": 3, "text": "deadly"}]
FAILED = BadLine(3, "a step failed on it: ValueError: a fault")


def fail_on_deadly(real):
    def work(item, *arguments):
        if "deadly" in (item.text if hasattr(item, "text") else item["text"]):
            raise ValueError("a fault")
        return real(item, *arguments)

    return work


def test_a_text_that_the_cleaner_fails_on(monkeypatch):
    work = fail_on_deadly(clean)
    monkeypatch.setattr(cleaning, "clean", work)
    monkeypatch.setattr(cleaning, "clean_many", lambda pages: [work(page) for page in pages])
    first, *others = clean_items([*ITEMS, {"id": 4, "text": TEXT}])
    assert (first["id"], first["text"]) == (1, TEXT)
    assert others[:2] == [ITEMS[1], FAILED]
    assert others[2]["text"] == TEXT


def test_a_page_that_its_reader_fails_on(monkeypatch):
    def fail(html, url):
        raise ValueError("a fault")

    monkeypatch.setattr(cleaning, "read_html", fail)
    found = list(clean_items([{"id": 3, "html": "<p>"}, ITEMS[0]]))
    assert (found[0], found[1]["text"]) == (FAILED, TEXT)


def test_an_article_that_cannot_be_grouped(monkeypatch):
    monkeypatch.setattr(grouping, "_article_rows", fail_on_deadly(grouping._article_rows))
    first, *others = group_articles(ITEMS)
    assert (first["id"], first["canonical"]) == (1, 1)
    assert others == [ITEMS[1], FAILED]


def find_or_fail(texts, language):
    """A finder of a user's own."""
    if any("deadly" in text for _, text in texts):
        raise ValueError("a fault")
    return ()


def test_a_text_that_a_finder_fails_on():
    finder = f"python:{__name__}:find_or_fail"
    assert list(link_mentions(ITEMS, finder)) == [{"id": 1, "entities": []}, ITEMS[1], FAILED]


def test_a_machine_that_fails_is_no_fault_of_an_item(monkeypatch):
    def fail(html, url):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cleaning, "read_html", fail)
    with pytest.raises(MachineFailed, match="No space left"):
        list(clean_items([{"id": 3, "html": "<p>"}]))
