"""The three filters, as a user calls them: JSON lines in, JSON lines out."""

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT, SAMPLES
from tests.flows import commands

BRIDGE = (
    "The mayor of Larnstead, Joan Fairweather, said on Monday that the old bridge over the river "
    "Tarn would be closed for repairs until the end of the summer, after engineers had found "
    "cracks in two of its five pillars. Traders in the market hall fear for their income, because "
    "most of their customers come from the other side. “We have not been asked,” said Peter Holm, "
    "who sells fish there and wants the town to run a ferry. The council meets on Friday to "
    "discuss the costs, which Fairweather put at four million crowns."
)
OTHER = (
    "Scientists at the University of Oakham have counted more storks this spring than in any year "
    "since 1962. Warm weather in March brought the birds back early, said Maria Lindqvist, who "
    "leads the survey. Farmers welcomed the news, although flooded meadows make the hay harvest "
    "late. Volunteers will ring the young birds in June, and the results are due in the autumn."
)


def call(command, *items, options=()):
    """Results and exit code of a filter; items are objects or raw lines."""
    lines = [item if isinstance(item, bytes) else json.dumps(item).encode() for item in items]
    done = commands.call(command, *options, input=b"\n".join(lines) + b"\n")
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()], done.exit_code


@pytest.mark.parametrize("command", ["clean", "dedup", "entities"])
def test_what_a_process_of_its_own_gives(command):
    """A filter in a pipe, where nothing is imported before and the schema is made."""
    item = {"id": 1, "text": BRIDGE}
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", command],
        input=json.dumps(item).encode() + b"\nnonsense\n",
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (3, b"")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert (told, 3) == call(command, item, b"nonsense")


@pytest.fixture(scope="module")
def samples():
    return [{"id": path.name[:3], "text": path.read_text()} for path in sorted(SAMPLES.iterdir())]


def test_clean_gives_body_title_and_reasons(samples):
    results, code = call("clean", *samples)
    assert (code, [r["id"] for r in results]) == (0, ["000", "001", "002", "003", "004"])
    last = results[4]
    assert last["title"] == "Russia to Assist Armenia-Azerbaijan Peace Talks – Lavrov"
    assert last["text"].startswith("Russia said Thursday it was ready")
    assert last["title"] not in last["text"]
    removed = {samples[4]["text"][r["start"] : r["end"]]: r["category"] for r in last["removed"]}
    assert removed["Support The Moscow Times!"] == "donation_appeal"
    assert all(0 <= r["score"] <= 1 and r["rule"] for r in last["removed"])


def test_clean_reads_html():
    page = (
        f"<html><title>Bridge to close</title><nav>Home</nav><p>{BRIDGE}</p><p>{OTHER}</p></html>"
    )
    (result,), code = call("clean", {"id": 1, "html": page, "url": "https://larn.example/1"})
    assert (code, result["title"]) == (0, "Bridge to close")
    assert result["text"] == f"{BRIDGE}\n{OTHER}"


def test_a_bad_line_costs_itself_only():
    results, code = call("clean", b"nonsense", {"id": 2, "text": BRIDGE}, {"id": 3}, {"text": "x"})
    assert code == 3
    assert [r["id"] for r in results] == [None, 2, 3, None]
    assert [("error" in r) for r in results] == [True, False, True, True]


def test_dedup_finds_copies_and_stories(samples):
    shortened = BRIDGE.rsplit(". ", 1)[0] + "."
    results, code = call(
        "dedup",
        {"id": "b", "text": BRIDGE, "outlet": "B", "published_at": "2024-05-02"},
        {"id": "a", "text": shortened, "published_at": "2024-05-01T08:00:00Z"},
        {"id": 7, "text": OTHER},
        {"id": "empty", "text": ""},
        {"id": "wrong", "text": 5},
    )
    assert code == 3
    copies, alone = results[:2], results[2:4]
    assert copies[0]["duplicate_group"] == copies[1]["duplicate_group"]
    assert [r["canonical"] for r in copies] == ["a", "a"]  # the earliest
    assert copies[0]["story"] == copies[1]["story"]
    assert [r["canonical"] for r in alone] == [7, "empty"]
    assert len({r["duplicate_group"] for r in results[1:4]}) == 3
    assert results[4]["error"]


FERRY = (
    "Die Fähre nach Larn wird nicht mehr, wie noch bis zum Mai, auch von der Insel aus durch den "
    "Sund fahren. Das sagte die Reederei, die über den Plan sehr froh ist, weil er für sie und "
    "auch für den Hafen das Geld bringt, aber ohne neue Schiffe."
)
CHOIR = (
    "Der Chor aus Novak wird nicht mehr, wie noch bis zum Juni, auch von der Kirche aus durch die "
    "Gassen ziehen. Das sagte der Dirigent, der über das Lied sehr traurig ist, weil es für ihn "
    "und auch für die Sänger zu hoch war, aber ohne neue Stimmen."
)


def test_dedup_knows_the_grammar_of_a_language_as_the_pipeline_does():
    def stories(**more):
        items = [{"id": n, "text": text, **more} for n, text in enumerate((FERRY, CHOIR))]
        others = [{"id": f"other {n}", "text": f"Larn{n} won{n} today{n}."} for n in range(600)]
        return {result["story"] for result in call("dedup", *items, *others)[0][:2]}

    assert len(stories()) == 2
    assert len(stories(language="en")) == 1  # where nobody knows these words for grammar


def test_dedup_agrees_with_the_gold_of_the_samples(samples):
    cleaned, _ = call("clean", *samples)
    results, _ = call("dedup", *cleaned)
    stories = [r["story"] for r in results]
    assert stories[0] == stories[1] == stories[2]
    assert len(set(stories)) == 3
    assert len({r["duplicate_group"] for r in results}) == 5


def test_two_items_with_one_id_are_two_articles():
    results, code = call("dedup", {"id": 1, "text": BRIDGE}, {"id": 1, "text": OTHER})
    assert code == 0
    assert results[0]["duplicate_group"] != results[1]["duplicate_group"]


def test_entities_are_found_and_named():
    text = "Joan Fairweather met Peter Holm in Paris. Fairweather said that Holm was right."
    (result,), code = call("entities", {"id": 1, "text": text})
    assert code == 0
    people = [e for e in result["entities"] if e["label"] == "PERSON"]
    assert [e["name"] for e in people] == ["Joan Fairweather", "Peter Holm"] * 2
    assert people[0]["entity"] == people[2]["entity"] != people[1]["entity"]
    for entity in result["entities"]:
        assert text[entity["start"] : entity["end"]] == entity["text"]


def test_rules_alone_find_names_too():
    text = "Joan Fairweather met Peter Holm in Paris. Fairweather said that Holm was right."
    (result,), code = call("entities", {"id": 1, "text": text}, options=["--names", "rules"])
    assert code == 0
    assert [e["text"] for e in result["entities"] if e["label"] == "PLACE"] == ["Paris"]


def test_given_mentions_are_taken_as_they_are():
    items = [
        {"id": 1, "text": "Aa Bb spoke.", "mentions": [{"start": 0, "end": 5, "label": "PERSON"}]},
        {"id": 2, "text": "Aa Bb left.", "mentions": [{"start": 0, "end": 5, "label": "PERSON"}]},
        {"id": 3, "text": "short", "mentions": [{"start": 2, "end": 9, "label": "PERSON"}]},
        {"id": 4, "text": "short", "mentions": [{"start": 0, "end": 2, "label": "THING"}]},
        {"id": 5, "text": "None here", "mentions": []},
        {"id": 6, "text": "Joan Fairweather met him.", "language": 7},
    ]
    results, code = call("entities", *items)
    assert code == 3
    assert results[0]["entities"][0]["entity"] == results[1]["entities"][0]["entity"]
    assert ["error" in r for r in results] == [False, False, True, True, False, True]
    assert results[4]["entities"] == []
    assert results[5] == {"id": 6, "error": '"language" must be str'}


def test_clean_reads_pages_in_bulk():
    html = f"<html><head><title>Bridge closed</title></head><body><p>{BRIDGE}</p></body></html>"
    results, code = call("clean", {"id": 1, "html": html}, b"no json", options=["--fast"])
    assert code == 3
    assert BRIDGE.split(",", maxsplit=1)[0] in results[0]["text"]
    assert results[0]["title"] == "Bridge closed"
    assert "error" in results[1]
