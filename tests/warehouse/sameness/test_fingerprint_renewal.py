"""Stores of older versions: their fingerprints are made anew, and end as a fresh load would."""

import re
import unicodedata

import pytest

from extractors.versions import FINGERPRINT_VERSION
from tests.extractors.copies.near_texts import REPORT
from tests.warehouse.sameness.sameness_articles import (
    RIVAL,
    groups,
    open_warehouse,
    partition,
    put,
    stories,
)
from warehouse.sameness import fingerprint_renewal, update_near_duplicates, update_stories
from warehouse.sameness.fingerprint_renewal import renew_fingerprints
from warehouse.storage.store import transaction

HINDI = (
    "दिल्ली में मंगलवार को नदी का जलस्तर बढ़ने से पुल बंद कर दिया गया। अधिकारियों ने कहा कि "
    "मरम्मत का काम तीन सप्ताह चलेगा और यात्रियों के लिए विशेष बसें चलाई जाएँगी। नगर निगम ने "
    "बताया कि पुल की नींव की जाँच विशेषज्ञों की टीम करेगी, रिपोर्ट अगले महीने आएगी।"
)
STORED = {"english": REPORT, "other": RIVAL, "hindi": HINDI, "empty": ""}
COPY = HINDI + " यात्रियों ने विरोध किया।"
COLUMNS = "article_id, text_digest, text_key, word_count, shingle_count, sample, sketch"


def hash_as_before(text):
    """A text whose hashes today are those that the first version gave `text`: it took marks for
    the ends of words."""
    return re.sub(".", lambda at: " " if unicodedata.category(at[0])[0] == "M" else at[0], text)


@pytest.fixture
def old_store():
    connection = open_warehouse()
    put(connection, {key: hash_as_before(text) for key, text in STORED.items()})
    for key, text in STORED.items():
        connection.execute("UPDATE article SET text = ? WHERE article_id = ?", [text, key])
    connection.execute(
        "UPDATE fingerprint SET fingerprint_version = 'words1-trigrams1', persons = ['Lund']"
    )
    return connection


def ask(connection, sql):
    return sorted(connection.execute(sql).fetchall(), key=repr)


def state(connection):
    """What depends on hashes of words, beside the ids of groups and stories."""
    return {
        "prints": ask(connection, f"SELECT fingerprint_version, {COLUMNS} FROM fingerprint"),
        "texts": ask(connection, "SELECT text_key, signature, shingle_count FROM posting_text"),
        "postings": ask(
            connection,
            "SELECT text_key, hash, place FROM posting JOIN posting_text USING (text_no)",
        ),
        "pairs": ask(connection, "FROM text_pair"),
        "terms": ask(connection, "SELECT article_id, stems, counts FROM story_term"),
        "stems": ask(connection, "FROM story_stem WHERE article_count > 0"),
        "groups": partition(groups(connection)),
        "stories": partition(stories(connection)),
    }


def bring_up_to_date(connection):
    with transaction(connection):
        renewed = renew_fingerprints(connection)
        update_near_duplicates(connection, renewed, [])
        update_stories(connection, renewed, [])
    return renewed


@pytest.mark.parametrize("articles_in_memory", [1, 5_000])
def test_an_old_store_ends_as_a_fresh_load(old_store, monkeypatch, articles_in_memory):
    monkeypatch.setattr(fingerprint_renewal, "_SLICE", articles_in_memory)
    assert bring_up_to_date(old_store) == ["hindi"]  # the others have the hashes they had
    fresh = open_warehouse()
    put(fresh, STORED, {(key, "Lund") for key in STORED})
    assert state(old_store) == state(fresh)
    assert ask(old_store, "SELECT DISTINCT persons FROM fingerprint") == [(["Lund"],)]


def test_a_new_copy_of_an_old_text_is_found(old_store):
    bring_up_to_date(old_store)
    put(old_store, {"copy": COPY})
    assert groups(old_store)["copy"] == groups(old_store)["hindi"] == "hindi"


def test_a_store_of_today_is_left_alone(old_store):
    bring_up_to_date(old_store)
    before = ask(old_store, "FROM fingerprint")
    assert renew_fingerprints(old_store) == []
    assert ask(old_store, "FROM fingerprint") == before
    assert {row[1] for row in before} == {FINGERPRINT_VERSION}
