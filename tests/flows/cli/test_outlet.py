"""`newsmill outlet` as a user types it."""

import json

import pytest

from tests.asking import ask
from tests.conftest import SAMPLES
from tests.flows.commands import call, run


@pytest.fixture(scope="module")
def home(plain_runs, tmp_path_factory):
    """A folder with texts of three outlets, one of them under two names, and its warehouse."""
    folder = tmp_path_factory.mktemp("outlets")
    corpus = folder / "corpus"
    corpus.mkdir()
    names = ("The Bay Post", "baypost.com", "Yonder")
    for sample, outlet in zip(sorted(SAMPLES.iterdir()), names, strict=False):
        (corpus / sample.name).write_bytes(sample.read_bytes())
        (corpus / f"{sample.stem}.meta.json").write_text(json.dumps({"outlet": outlet}))
    run(folder)
    return folder


def outlet(home, *arguments):
    return call("outlet", *arguments, "--warehouse", home / "n.duckdb")


def counted(home):
    """Articles by outlet as analysts see them."""
    return dict(ask(home / "n.duckdb", "SELECT outlet, article_count FROM outlet_comparison"))


def test_corrections_are_published_and_survive_the_next_run(home):
    assert counted(home) == {"The Bay Post": 2, "Yonder": 1}
    done = outlet(home, "merge", "Yonder", "baypost.com")
    assert (done.exit_code, done.output) == (0, "Yonder is The Bay Post\n")
    assert counted(home) == {"The Bay Post": 3}
    for sample in sorted(SAMPLES.iterdir())[3:4]:
        (home / "corpus" / sample.name).write_bytes(sample.read_bytes())
        (home / "corpus" / f"{sample.stem}.meta.json").write_text('{"outlet": "yonder"}')
    run(home)
    assert counted(home) == {"The Bay Post": 4}
    listed = outlet(home, "list", "--csv").output.splitlines()
    assert listed[0] == "outlet,name,evidence,decided_at"
    assert [line.split(",")[:3] for line in listed[1:]] == [
        ["The Bay Post", "The Bay Post", "correction"],
        ["The Bay Post", "Yonder", "correction"],
        ["The Bay Post", "baypost.com", "spelling"],
        ["The Bay Post", "yonder", "spelling"],
    ]
    assert outlet(home, "undo", "Yonder").output == "undone: Yonder\n"
    assert counted(home) == {"The Bay Post": 2, "Yonder": 2}


def test_what_is_not_there_is_told_in_one_line(home):
    done = outlet(home, "merge", "Nowhere Daily", "Yonder")
    assert done.exit_code == 2
    assert "No article states the outlet 'Nowhere Daily'" in done.output
