"""Groups and stories in a real database: the samples, order, removal and bad input."""

import itertools
import random

import duckdb
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.fingerprints import fingerprint_row
from warehouse.migrations import migrate
from warehouse.sameness import update_near_duplicates, update_stories

PRINTS = pa.schema(
    [
        ("article_id", pa.string()),
        ("fingerprint_version", pa.string()),
        ("text_digest", pa.string()),
        ("text_key", pa.uint64()),
        ("word_count", pa.int64()),
        ("shingle_count", pa.int64()),
        ("sample", pa.list_(pa.uint64())),
        ("sketch", pa.list_(pa.uint64())),
        ("persons", pa.list_(pa.string())),
    ]
)
REPORT = (
    "The harbour of Port Ellis was closed on Tuesday after a freighter ran aground near the "
    "eastern pier. Captain Maria Lund said the crew of 14 had been brought to safety by two tugs. "
    "Divers will inspect the hull this week, the port authority said, and no fuel has leaked so "
    "far. Ferries to the islands are diverted to Westhaven until further notice. The freighter "
    "Aurelia was on its way from Gdansk to Lisbon with a cargo of steel and timber."
)
RIVAL = (
    "Parliament in Oslavia passed the budget on Wednesday by 61 votes to 40. Finance minister "
    "Per Quill called it a victory for reason. The opposition walked out before the vote and "
    "announced a complaint to the constitutional court over the procedure."
)
VOCABULARY = [f"word{number}" for number in range(3000)]


def write_text(seed: int, words: int = 120) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(VOCABULARY) for _ in range(words))


@pytest.fixture
def warehouse():
    connection = duckdb.connect()
    migrate(connection)
    return connection


def put(connection, articles, persons=()):
    """Add or replace articles (id -> text) and bring everything up to date in one transaction."""
    connection.execute("BEGIN")
    take_rows(connection, list(articles))
    named = {key: sorted(name for at, name in persons if at == key) for key in articles}
    prints = [
        {**fingerprint_row(key, None, text), "persons": named[key]}
        for key, text in articles.items()
    ]
    rows = {
        "article": pa.table({"article_id": list(articles), "text": list(articles.values())}),
        "fingerprint": pa.Table.from_pylist(prints, schema=PRINTS),
    }
    for table, arrow in rows.items():
        connection.register("rows", arrow)
        connection.execute(f"INSERT INTO {table} BY NAME FROM rows")
        connection.unregister("rows")
    reports = (
        update_near_duplicates(connection, list(articles), []),
        update_stories(connection, list(articles), []),
    )
    connection.execute("COMMIT")
    return reports


def take_rows(connection, keys):
    for table in ("article", "fingerprint"):
        connection.execute(f"DELETE FROM {table} WHERE article_id IN (SELECT unnest(?))", [keys])


def remove(connection, keys):
    connection.execute("BEGIN")
    take_rows(connection, keys)
    update_near_duplicates(connection, [], keys)
    update_stories(connection, [], keys)
    connection.execute("COMMIT")


def read(connection, column, table):
    return dict(connection.table(table).select("article_id", column).fetchall())


def groups(connection):
    return read(connection, "duplicate_group_id", "duplicate_group")


def stories(connection):
    return read(connection, "story_id", "story_article")


def test_copies_form_a_group_with_its_evidence(warehouse):
    put(
        warehouse,
        {"a": REPORT, "b": REPORT.upper(), "c": " ".join(REPORT.split()[:45]), "d": RIVAL},
    )
    assert groups(warehouse) == {"a": "a", "b": "a", "c": "a", "d": "d"}
    assert stories(warehouse) == {"a": "a", "b": "a", "c": "a", "d": "d"}
    kinds = warehouse.execute("SELECT kind FROM near_duplicate ORDER BY kind").fetchall()
    assert kinds == [("exact",), ("truncation",)]
    assert read(warehouse, "canonical_article_id", "duplicate_group")["c"] == "a"
    assert read(warehouse, "article_count", "story_article")["d"] == 1


def test_the_earliest_known_date_makes_the_canonical_copy(warehouse):
    put(warehouse, {"a": REPORT, "b": REPORT + " More soon."})
    assert read(warehouse, "canonical_article_id", "duplicate_group") == {"a": "b", "b": "b"}
    warehouse.execute("UPDATE article SET published_date = '2023-01-05' WHERE article_id = 'a'")
    update_near_duplicates(warehouse, ["a"], [])
    assert read(warehouse, "canonical_article_id", "duplicate_group") == {"a": "a", "b": "a"}


def test_a_changed_text_leaves_its_group(warehouse):
    put(warehouse, {"a": REPORT, "b": REPORT})
    put(warehouse, {"a": RIVAL})
    assert groups(warehouse) == {"a": "a", "b": "b"}
    assert stories(warehouse) == {"a": "a", "b": "b"}


def test_a_removed_article_leaves_no_trace(warehouse):
    put(warehouse, {"a": REPORT, "b": REPORT + " More soon.", "c": RIVAL})
    remove(warehouse, ["a", "c"])
    assert groups(warehouse) == stories(warehouse) == {"b": "b"}
    assert warehouse.execute("SELECT count(*) FROM text_pair").fetchall() == [(0,)]


def test_nothing_to_do_is_no_error(warehouse):
    put(warehouse, {})
    remove(warehouse, ["unknown"])
    assert groups(warehouse) == {}


def test_texts_without_words_stay_alone(warehouse):
    put(warehouse, {"a": "", "b": "", "c": "Word", "d": "Word", "e": "!!", "f": "北京"})
    assert groups(warehouse) == {key: key for key in "abcdef"}
    assert stories(warehouse) == {key: key for key in "abcdef"}


def test_a_footer_shared_by_all_groups_nothing(warehouse):
    footer = " ".join(f"footer{number}" for number in range(300))
    put(warehouse, {f"a{n:03}": f"{write_text(n, 150)} {footer}" for n in range(80)})
    assert len(set(groups(warehouse).values())) == 80


def test_many_copies_are_one_group_and_an_alarm(warehouse):
    text = write_text(1)
    put(warehouse, {f"a{n:03}": text if n % 2 else f"{text} extra{n}" for n in range(300)})
    assert set(groups(warehouse).values()) == {"a000"}
    alarms = warehouse.execute("SELECT subject_id, reason FROM sameness_alarm").fetchall()
    assert alarms == [("a000", "large")]


def test_a_digest_of_many_reports_joins_nothing(warehouse):
    reports = {f"r{n}": write_text(n) for n in range(12)}
    put(warehouse, {**reports, "digest": " ".join(reports.values())})
    assert groups(warehouse) == {key: key for key in [*reports, "digest"]}


def test_slices_change_nothing(warehouse, monkeypatch):
    corpus = make_corpus(3)
    put(warehouse, corpus)
    monkeypatch.setattr("warehouse.duplicate_update._SLICE", 7)
    monkeypatch.setattr("warehouse.duplicate_update._BLOCK", 5)
    monkeypatch.setattr("warehouse.story_update._READ_SLICE", 3)
    sliced = duckdb.connect()
    migrate(sliced)
    put(sliced, corpus)
    assert groups(sliced) == groups(warehouse)
    assert stories(sliced) == stories(warehouse)


def make_corpus(seed):
    """Forty texts: eight originals and copies of them with edits."""
    chosen, corpus = random.Random(seed), {}
    for number in range(40):
        words = write_text(seed * 100 + number % 8).split()
        if number >= 8:
            first = chosen.randrange(0, 60)
            words = (
                words[first : first + chosen.randrange(25, 60)]
                + write_text(number, chosen.randrange(0, 30)).split()
            )
        corpus[f"t{number:02}"] = " ".join(words)
    return corpus


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 50), cuts=st.lists(st.integers(1, 39), max_size=3), again=st.booleans())
def test_any_order_and_batching_gives_the_same_partition(seed, cuts, again):
    corpus = make_corpus(seed)
    whole = duckdb.connect()
    migrate(whole)
    put(whole, corpus)
    keys = list(corpus)
    random.Random(seed + 1).shuffle(keys)
    parts = duckdb.connect()
    migrate(parts)
    bounds = [0, *sorted(set(cuts)), len(keys)]
    for first, behind in itertools.pairwise(bounds):
        put(parts, {key: corpus[key] for key in keys[first:behind]})
    if again:
        remove(parts, keys[:9])
        put(parts, {key: corpus[key] for key in keys[:9]})
    assert groups(parts) == groups(whole)
    assert stories(parts) == stories(whole)
    assert len(set(groups(whole).values())) < 40
