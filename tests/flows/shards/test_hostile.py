"""A folder of files made to do harm: each has its reason, in little memory and time."""

import json
import os
import resource

import pytest

from flows.shards.shard import Shard, ShardFile
from flows.shards.shard_reading import extract_shard
from tests.endless import must_end
from tests.extractors.readers.examples import story
from tests.flows.container_loads import TODAY
from tests.flows.hostile_files import HOSTILE, archive


@pytest.mark.parametrize("name", HOSTILE)
def test_each_hostile_file_has_its_reason(tmp_path, name):
    make, articles, reasons = HOSTILE[name]
    (tmp_path / name).write_bytes(make())
    before = peak_kilobytes()
    file = ShardFile(name, os.fsencode(tmp_path / name))
    with must_end():
        (outcome,) = extract_shard(
            Shard("1", (file,), tmp_path / "staging", "run", TODAY, 20_000_000, "rules")
        )
    found = {rejection.reason for _, rejection in outcome.found.refused}
    assert outcome.found.article_count == articles
    assert found == reasons
    assert peak_kilobytes() - before < 400_000  # beyond all that was used before


def peak_kilobytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def test_what_stands_behind_a_bad_member_is_read(tmp_path):
    lines = "\n".join(json.dumps({"id": n, "text": story(n).text}) for n in range(3))
    raw = archive(**{"../x": b"x", "broken.json": b"{", "good.jsonl": lines.encode()})
    (tmp_path / "a.zip").write_bytes(raw)
    file = ShardFile("a.zip", os.fsencode(tmp_path / "a.zip"))
    with must_end():
        (outcome,) = extract_shard(
            Shard("1", (file,), tmp_path / "staging", "run", TODAY, 20_000_000, "rules")
        )
    assert outcome.found.article_count == 3
    assert [place for place, _ in outcome.found.refused] == ["../x", "broken.json"]
