"""What outlets change in articles that were read before stays on record."""

import pytest

from flows.settings import IngestParameters
from tests import asking
from tests.flows.plain import run_plainly
from warehouse.storage.store import Store

HEAD = "Bridge of Larn to close in May"
PARAGRAPHS = (
    "The bridge of Larn will be closed in May, the harbour authority said on Monday evening.",
    "Engineers found cracks in two of its piers when they looked at them early in the spring.",
    "Lorries have to go round by way of Milbury, which takes them some twenty minutes longer.",
)


@pytest.fixture
def home(plain_runs, tmp_path):
    (tmp_path / "corpus").mkdir()
    return tmp_path


def write(home, title, *paragraphs, front=""):
    text = "\n\n".join((title, *paragraphs))
    (home / "corpus" / "bridge.txt").write_text(f"{front}{text}\n", encoding="utf-8")


def run(home, **options):
    parameters = IngestParameters(
        corpus=home / "corpus", warehouse=home / "n.duckdb", names="rules", workers=1, **options
    )
    return run_plainly(parameters)


def ask(home, question):
    return asking.ask(home / "n.duckdb", question)


def test_each_change_of_headline_or_text_is_told(home):
    write(home, HEAD, *PARAGRAPHS)
    run(home)
    assert ask(home, "FROM article_change") == []
    other = "Bridge of Larn closes tomorrow"
    write(home, other, *PARAGRAPHS[:2])
    run(home)
    more = "The authority has not said how long the works are going to take, or what they cost."
    write(home, other, *PARAGRAPHS[:2], more)
    run(home)
    found = ask(
        home,
        "SELECT former_title, title, removed_paragraphs, added_paragraphs, "
        "sign(word_count - former_word_count) "
        "FROM article_change JOIN run USING (run_id) ORDER BY started_at",
    )
    assert found == [(HEAD, other, [PARAGRAPHS[2]], [], -1), (other, other, [], [more], 1)]
    former = "SELECT title, text LIKE '%Milbury%' FROM article_revision JOIN run USING (run_id)"
    assert ask(home, f"{former} ORDER BY started_at") == [(HEAD, True), (other, False)]


def test_other_bytes_and_another_reading_are_no_change_of_the_article(home):
    write(home, HEAD, *PARAGRAPHS)
    run(home)
    write(home, HEAD, *PARAGRAPHS, "Share")
    report = run(home)
    assert report.counts["loaded"] == 1
    with Store(home / "n.duckdb").connect() as connection:  # as another cleaner might have seen it
        connection.execute("UPDATE article SET title = 'Bridge'")
    run(home, reprocess=True)
    assert ask(home, "SELECT title FROM article") == [(HEAD,)]
    assert ask(home, "FROM article_revision") == []
