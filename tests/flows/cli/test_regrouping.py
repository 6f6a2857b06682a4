"""`newsmill story`, `newsmill group` and `newsmill explain A B` as a user types them."""

import json
import shutil

import pytest

from tests.asking import ask
from tests.conftest import SAMPLES
from tests.extractors.copies.near_texts import BUDGET, PLAY, REPORT
from tests.flows.commands import call, options, run

NAMES = sorted(path.name for path in SAMPLES.iterdir())


@pytest.fixture(scope="module")
def home(plain_runs, tmp_path_factory):
    """A folder with the samples and their warehouse."""
    folder = tmp_path_factory.mktemp("sameness")
    shutil.copytree(SAMPLES, folder / "corpus")
    run(folder)
    return folder


def call_in(home, *arguments):
    return call(*arguments, *options(home))


def stories(home):
    """Story by file name, as analysts see it."""
    question = (
        "SELECT path, story_id FROM story_article JOIN article USING (article_id) "
        "JOIN source_file USING (source_file_id)"
    )
    return dict(ask(home / "n.duckdb", question))


def test_corrections_are_published_and_survive_the_next_run(home):
    fourth, fifth = NAMES[3], NAMES[4]
    before = stories(home)
    assert before[fourth] != before[fifth]
    done = call_in(home, "story", "merge", home / "corpus" / fifth, before[fourth])
    assert done.exit_code == 0, done.output
    assert stories(home)[fourth] == stories(home)[fifth]
    differ = (
        "FROM publication JOIN story_article AS told USING (article_id) "
        "WHERE publication.story_id <> told.story_id"
    )
    assert ask(home / "n.duckdb", differ) == [], "marts follow at once"
    (home / "corpus" / "new.txt").write_text("Ferries were late.\n" * 3, encoding="utf-8")
    run(home)
    assert stories(home)[fourth] == stories(home)[fifth]
    listed = call("story", "list", "--warehouse", home / "n.duckdb")
    assert "merge" in listed.output
    done = call_in(home, "story", "undo", 1)
    assert done.exit_code == 0, done.output
    assert stories(home)[fourth] != stories(home)[fifth]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("story", "merge", "nobody", "nothing"), 2, "no story 'nobody'"),
        (("group", "split", "nobody"), 2, "no article 'nobody'"),
        (("story", "undo", "77"), 2, "no correction 77"),
        (("story", "split", f"corpus/{NAMES[3]}"), 2, "nothing to leave"),
    ],
)
def test_what_cannot_be_corrected_is_told(home, monkeypatch, arguments, code, told):
    monkeypatch.chdir(home)
    done = call_in(home, *arguments)
    assert (done.exit_code, told in done.output) == (code, True), done.output


def test_explain_tells_why_two_articles_tell_one_story(home):
    first, third = home / "corpus" / NAMES[0], home / "corpus" / NAMES[2]
    told = json.loads(call_in(home, "explain", first, third, "--json").output)
    assert told["story"]["is_together"] and not told["text"]["is_together"]
    assert told["text"]["kind"] is None and told["text"]["jaccard"] < 0.1
    assert "pashinyan" in told["story"]["shared_persons"]
    assert told["story"]["edge"]["score"] > told["story"]["threshold"]
    shown = call_in(home, "explain", told["a"]["article_id"][:8], third).output
    assert "Text: Not the same text" in shown and "Story: One story" in shown


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        ((1, 3), "persons differ: A's story alone names vardanyan, zakharova, B's putin."),
        ((4, 3), "than like each other, and it is another one, since persons differ"),
    ],
)
def test_explain_tells_what_keeps_stories_of_one_topic_apart(home, pair, reason):
    files = [home / "corpus" / NAMES[at] for at in pair]
    story = json.loads(call_in(home, "explain", *files, "--json").output)["story"]
    assert not story["is_together"]
    assert story["edge"]["score"] > story["threshold"] and reason in story["why"]


def test_explain_shows_what_copies_share(home, tmp_path):
    original = (home / "corpus" / NAMES[4]).read_text(encoding="utf-8")
    copy = tmp_path / "copy.txt"
    copy.write_text(original, encoding="utf-8")
    told = json.loads(call_in(home, "explain", home / "corpus" / NAMES[4], copy, "--json").output)
    assert told["text"]["kind"] == "exact" and told["text"]["containment_a"] == 1
    assert told["text"]["passages"][0]["words"] > 50
    assert told["b"]["article_id"] is None


def test_explain_tells_that_articles_share_what_speaks_of_other_things(home, tmp_path):
    files = tmp_path / "report.txt", tmp_path / "budget.txt"
    for file, article in zip(files, (REPORT, BUDGET), strict=True):
        file.write_text(f"{article}\n\n{PLAY}", encoding="utf-8")
    text = json.loads(call_in(home, "explain", *files, "--json").output)["text"]
    assert text["kind"] is None
    assert "what they share speaks of other things than the rest" in text["why"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("nobody", NAMES[0]), "no article"), ((NAMES[0], "--json"), "two articles")],
)
def test_explain_refuses_what_it_cannot_find(home, arguments, told):
    done = call_in(home, "explain", *arguments)
    assert done.exit_code == 2 and told in done.output
