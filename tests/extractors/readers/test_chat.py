"""What a message of a chat states of the article in it, and which texts are no chats."""

import pytest

from extractors.readers.chat import sniff
from extractors.readers.head import Head
from tests.extractors.readers.examples import chat, story, telegram
from tests.extractors.readers.pieces import read


def facts(raw, n=0):
    page = read(raw, "chat.txt")[n].found
    return {fact.field: fact.value for fact in page.metadata}, page.text


def test_a_sender_is_no_author_and_a_channel_is_an_outlet():
    told, text = facts(chat.good.make(1))
    assert told == {"title": story(2).title, "url": story(2).url}
    assert text.startswith(story(2).title)  # without stars
    posted, _ = facts(chat.odd.make(1))
    assert posted == {
        "title": story(1).title, "outlet": "The Larnstead Times", "published_at": "05.03.2024 18:03"
    }  # fmt: skip
    forwarded, text = facts(chat.odd.make(1), 1)
    assert forwarded == {"outlet": "Harbour News"}
    assert text == story(1).text
    (android,) = read(chat.android.make(1), "chat.txt")
    assert android.place == "05/03/24, 09:03 Ann Boyle"
    assert android.found.text == f"{story(1).title}\n\n{story(1).text}"


def test_a_channel_exported_as_json_states_outlet_and_time():
    first, second = (piece.found for piece in read(telegram.good.make(1), "result.json"))
    assert {fact.field: fact.value for fact in first.metadata} == {
        "title": story(2).title, "outlet": "Larn Live", "published_at": "2024-03-05T19:03:00+01:00",
        "url": story(2).url, "author": "Ann Boyle", "updated_at": "2024-03-05T20:03:00+01:00",
    }  # fmt: skip
    assert first.text.startswith(f"{story(2).title}\n\n{story(2).text}")
    assert {fact.field: fact.value for fact in second.metadata} == {
        "title": story(3).title, "outlet": "Harbour News", "url": story(3).url,
    }  # fmt: skip
    (passed_on,) = read(telegram.odd.make(1), "result.json")
    assert {fact.field for fact in passed_on.found.metadata} == {"title", "url"}


@pytest.mark.parametrize(
    "text",
    [
        "05.03.2024, 10:14 - Larnstead: the bridge is closed\n\nThe council decided so.",
        "[Editor's note, 2024] Ann: the bridge is closed\n",
        "The bridge, [as of 05.03.2024] is closed\n[05/03/2024, 10:14] Ann: hello\n",
        "Live, 05.03.2024 18:03\nThe bridge is closed.",
    ],
)
def test_articles_with_dates_are_no_chats(text):
    assert not sniff(Head(text.encode(), "a.txt"))


@pytest.mark.parametrize(
    "first",
    [
        "[05/03/2024, 10:14] Ann: hello",
        "\u200e[05.03.24, 10:14:59] +44 20 7946 0100: hello",
        "[3/5/24, 10:14:59\u202fAM] Ann: hello",
        "Larn News, [05.03.2024 18:03]",
        "Larn News, [5 Mar 2024 at 18:03:11]:",
        "3/5/24, 10:14 AM - Ann joined\n3/5/24, 10:15 AM - Ann: hello",
    ],
)
def test_stamps_of_several_lands_and_programs_are_known(first):
    assert sniff(Head(f"{first}\n".encode(), "a.txt"))
