"""Two events that share their names: the other words tell them apart."""

import numpy as np
import pytest

from extractors.stories.events import are_other_events, make_event_rows, share_events
from extractors.stories.near_words import WHOLE, find_near_stems
from extractors.stories.terms import read_story_terms
from extractors.words.stems import read_story_words

TRIAL = (
    "The singer Mara Lind denied fraud when her trial opened at Harwood court on Monday. "
    "Prosecutors told the jury that she had hidden two million pounds from the tax office in "
    "accounts abroad. A former bookkeeper said he had been ordered to burn invoices. If convicted, "
    "Lind may be sent to prison for six years. A verdict is expected in June."
)
WITNESS = (
    "Invoices were burned in the garden of Mara Lind, a witness told judges in Harwood on Tuesday. "
    "The musician is accused of evading taxes on income that she kept in foreign banks. Her lawyer "
    "called the man a liar who wants a milder sentence for himself. The prosecution will ask for a "
    "term in jail."
)
CONCERT = (
    "Mara Lind sang for nine thousand fans in the park of Harwood on Monday. For two hours the "
    "singer played songs of her new album on the piano, while children danced in front of the "
    "stage. Rain began during the last ballad, and nobody left. Tickets for her summer tour were "
    "sold out within minutes."
)


def read_rows(*texts: str):
    found = [read_story_terms(None, text, language="en").event_words for text in texts]
    rows = np.repeat(np.arange(len(texts)), [len(words) for words in found])
    return make_event_rows(rows, np.concatenate(found), len(texts))


def compare(*texts: str) -> tuple[list[float], list[bool]]:
    """Of the first text with each of the others."""
    events, others = read_rows(*texts), np.arange(1, len(texts))
    first = np.zeros_like(others)
    shares = share_events(events, first, others)
    return shares.tolist(), are_other_events(events, shares, first, others).tolist()


def test_two_events_of_one_person_are_told_apart_by_words_that_are_no_names():
    shares, is_other = compare(TRIAL, WITNESS, CONCERT)
    assert is_other == [False, True]
    assert shares[0] > 0.25
    assert shares[1] < 0.18


def test_what_two_articles_share_hangs_neither_on_their_order_nor_on_others():
    alone = compare(TRIAL, CONCERT)[0]
    assert compare(CONCERT, TRIAL)[0] == alone
    assert compare(TRIAL, WITNESS, CONCERT)[0][1:] == alone


def test_few_words_tell_nothing():
    shares, is_other = compare("Mara Lind denied fraud in court.", CONCERT)
    assert np.isnan(shares).all() and is_other == [False]


@pytest.mark.parametrize(
    "text, language, told",
    [
        ("On Monday Lind sold 40 barns near Harwood", "en", "sold barns near"),
        ("Barn Fire: Lind saves cows, and the barn owner", "en", "barn fire saves cows owner"),
        ("Am Montag verkaufte Lind 40 Scheunen", "de", ""),
    ],
)
def test_event_words_are_no_names_and_no_numbers(text, language, told):
    found = read_story_terms(None, text, language=language).event_words
    common = read_story_words("on the and").stems
    assert found[~np.isin(found, common)].tolist() == read_story_words(told).stems.tolist()


def test_words_of_like_meaning_are_near():
    blaze, *others = read_story_words("blaze flames jury qzxvw").stems
    stems = np.unique([blaze, *others])
    near, nearness = find_near_stems(stems)
    found = dict(zip(near[stems == blaze][0], nearness[stems == blaze][0], strict=True))
    flames, jury, strange = (found.get(np.searchsorted(stems, other), 0) for other in others)
    assert WHOLE > flames > 20
    assert jury == strange == 0
