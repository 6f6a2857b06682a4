"""A warehouse with an article that has changed once, copies of it, and others."""

import json
import shutil

import pytest

from tests.flows.forget.forgetting import NAME, OTHER, STORY, run, write
from tests.flows.plain import without_prefect


@pytest.fixture(scope="package")
def filled(tmp_path_factory):
    """A warehouse with an article that has changed once, copies of it, and others."""
    home = tmp_path_factory.mktemp("forget")
    (home / "corpus").mkdir()
    write(home, "a.txt", f"{STORY}\nMrs {NAME} was born here.", title=f"Mayor {NAME} closes bridge")
    write(home, "copy.txt")
    write(home, "other.txt", OTHER, title="Ferry to return")
    for name, outlet, day in (("a", "The Bay Post", 5), ("copy", "Yonder", 6)):
        facts = {"outlet": outlet, "published_at": f"2024-03-0{day}"}
        (home / "corpus" / f"{name}.meta.json").write_text(json.dumps(facts))
    crops = (
        "Farmers of the valley expect a poor harvest of plums after the late frost in May.",
        "The choir of Saint Anne sang in a full cathedral, with two new works for organ.",
    )
    records = [{"id": n, "title": f"Report {n}", "text": t} for n, t in enumerate(crops, 1)]
    (home / "corpus" / "wire.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records))
    with without_prefect():
        run(home)
        write(home, "a.txt", STORY, title=f"Mayor {NAME} closes bridge")
        run(home)
    return home


@pytest.fixture
def home(filled, tmp_path):
    return shutil.copytree(filled, tmp_path / "home")
