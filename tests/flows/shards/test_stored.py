from dataclasses import replace

from flows.shards.stored import StoredDocument

ROW = {
    "document_id": "d", "path": "a/d.txt", "place": "", "format": "text", "encoding": "utf-8",
    "byte_order_mark": False, "odd_bytes": [], "reading": None,
    "texts": ["Freighter aground\n", "The valley desk\n", "Read more"],
    "verdicts": [{"rule": "title_line"}, {"rule": "source_memory"}, {"rule": "related_header"}],
}  # fmt: skip


def test_a_stored_document_is_cleaned_with_what_memory_took_out():
    document = StoredDocument.from_row(ROW)
    page = document.read()[0].found
    assert page.recurring == {1}
    assert page.text == "Freighter aground\nThe valley desk\nRead more"


def test_and_with_what_it_takes_out_now_when_that_is_known():
    document = replace(StoredDocument.from_row(ROW), recurring=frozenset())
    assert document.read()[0].found.recurring == frozenset()
