"""What a message on a page exported from Telegram states of the article in it."""

from tests.extractors.readers.examples import story, telegram_page
from tests.extractors.readers.pieces import read


def test_a_channel_exported_as_pages_states_outlet_and_time():
    first, second = (piece.found for piece in read(telegram_page.good.make(1), "messages.html"))
    assert {fact.field: fact.value for fact in first.metadata} == {
        "title": story(2).title, "outlet": "Larn Live", "published_at": "2024-03-05T19:03:00+01:00",
        "url": story(2).url, "author": "Ann Boyle",
    }  # fmt: skip
    assert first.text.startswith(f"{story(2).title}\n\n{story(2).text}")
    assert {fact.field: fact.value for fact in second.metadata} == {
        "title": story(3).title, "outlet": "Harbour News", "url": story(3).url,
    }  # fmt: skip


def test_where_others_speak_nobody_publishes():
    (piece,) = read(telegram_page.odd.make(1), "chat.htm")
    assert {fact.field for fact in piece.found.metadata} == {"title", "url"}
