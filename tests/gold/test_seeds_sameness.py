"""The five samples: no near-duplicates, and the stories a careful reader sees."""

import json
from pathlib import Path

import pyarrow as pa
import pytest

from extractors.copies.fingerprints import fingerprint_row
from extractors.names.full_names import name_mentions
from extractors.names.mentions import find_rule_mentions
from flows.documents.staging import arrow_table
from tests.extractors.copies.near_texts import REPORT
from tests.warehouse.sameness.sameness_articles import RIVAL, open_warehouse, write_strange
from warehouse.sameness import update_near_duplicates, update_stories

ROOT = Path(__file__).parents[2]
GOLD = json.loads((ROOT / "tests" / "gold" / "seeds_gold.json").read_text(encoding="utf-8"))


def read_articles():
    for sample in GOLD["files"]:
        lines = (ROOT / "corpus" / sample["file"]).read_text(encoding="utf-8").split("\n")
        text = "\n".join(lines[line] for line in sample["body_lines_keep"])
        yield {"article_id": sample["file"][:3], "title": sample["title"], "text": text}


def find_persons(article):
    texts = [("title", article["title"] or ""), ("body", article["text"])]
    named = name_mentions(texts, find_rule_mentions(texts))
    return sorted({m.name or m.text for m in named if m.label == "PERSON"})


COMPANY = [REPORT, RIVAL, *(write_strange(seed, 250) for seed in range(198))]


@pytest.mark.parametrize("company", [0, 2, 20, 60, 200])
def test_samples_have_three_stories_and_no_near_duplicate(company):
    connection = open_warehouse()
    others = [
        {"article_id": f"1{n:03}", "title": None, "text": text}
        for n, text in enumerate(COMPANY[:company])
    ]
    articles = [*read_articles(), *others]
    prints = [
        {
            **fingerprint_row(article["article_id"], article["text"]),
            "persons": find_persons(article),
        }
        for article in articles
    ]
    tables = {
        "article": pa.Table.from_pylist(articles),
        "fingerprint": arrow_table("fingerprint", prints),
    }
    for table, rows in tables.items():
        connection.register("rows", rows)
        connection.execute(f"INSERT INTO {table} BY NAME FROM rows")
        connection.unregister("rows")
    keys = [article["article_id"] for article in articles]
    update_near_duplicates(connection, keys, [])
    update_stories(connection, keys, [])
    assert connection.execute("FROM near_duplicate").fetchall() == []
    found = connection.execute(
        "SELECT list(article_id ORDER BY article_id) FROM story_article GROUP BY story_id"
    ).fetchall()
    alone = [["003"], ["004"], *([other["article_id"]] for other in others)]
    assert sorted(members for (members,) in found) == [["000", "001", "002"], *alone]
