"""Documents that are cleaned again since lines of theirs are now known to recur."""

from collections import Counter

import pytest

from tests.flows.replay.replays import STORY, ask, run, use_cleaner_before

pytestmark = pytest.mark.usefixtures("plain_runs")
TAIL = "Share this article"


@pytest.fixture
def plug(tmp_path, corpus):
    """A warehouse in which an older cleaner has kept what today's takes out to the last line."""
    (corpus / "plug.txt").write_text(f"{TAIL}\nRead more\n")
    with pytest.MonkeyPatch.context() as patch:
        use_cleaner_before(patch)
        run(tmp_path)
    return tmp_path


def list_articles(folder):
    return ask(
        folder,
        "SELECT path, article.cleaner_version, text FROM article JOIN source_file "
        "USING (source_file_id) WHERE path <> 'bridge.txt' ORDER BY path",
    )


def test_a_document_that_would_be_refused_now_stays_as_it_was(plug):
    before = list_articles(plug)
    (plug / "corpus" / "bridge.txt").write_text(f"Bridge to be closed\n\n{STORY}\n\n{TAIL}\n")
    report = run(plug)
    assert (report.status, report.message) == ("ok", None)
    assert +Counter(report.counts) == {"seen": 2, "loaded": 1, "unchanged": 1}
    assert list_articles(plug) == before == [("plug.txt", "0.9", f"{TAIL}\nRead more")]
    assert ask(plug, "SELECT document_count FROM source_line") == [(2,)]
    assert ask(plug, "FROM rejection") == []
