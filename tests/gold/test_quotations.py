"""Who said what: the five samples, and 79 short texts in 29 languages written for newsmill.

The texts are simple, and the rules were made with them in sight: the floors keep what works, they
are no measure of how much works in the wild.
"""

import json
from pathlib import Path

from extractors.names.full_names import name_mentions
from extractors.names.mentions import find_article_mentions, find_table_mentions
from extractors.quotations import find_quotations

HERE = Path(__file__).parent
SAMPLES = json.loads((HERE / "seeds_gold.json").read_text("utf-8"))["files"]
WRITTEN = [json.loads(line) for line in (HERE / "quotations.jsonl").open(encoding="utf-8")]
LEAST_SPANS, LEAST_SPEAKERS = 1.0, 0.98  # F1; measured 1.0 and .99


def find_in(texts, language):
    find = (
        find_article_mentions if language == "en" else lambda texts, _: find_table_mentions(texts)
    )
    return find_quotations(texts[-1][1], name_mentions(texts, find(texts, language)), language)


def f1(agreed, found, wanted):
    return 2 * agreed / (found + wanted)


def test_written_texts_in_many_languages():
    assert len(WRITTEN) >= 60
    assert len({item["language"] for item in WRITTEN}) >= 10
    found, wanted = set(), set()
    for number, item in enumerate(WRITTEN):
        quotations = find_in([("body", item["text"])], item["language"])
        found |= {(number, q.text, q.speaker) for q in quotations}
        wanted |= {(number, q["text"], q["speaker"]) for q in item["quotes"]}
        kinds = {q["text"]: q["kind"] for q in item["quotes"] if "kind" in q}
        assert kinds.items() <= {(q.text, q.kind) for q in quotations}
    spans, gold = {q[:2] for q in found}, {q[:2] for q in wanted}
    assert f1(len(spans & gold), len(spans), len(gold)) >= LEAST_SPANS
    named, known = {q for q in found if q[2]}, {q for q in wanted if q[2]}
    assert f1(len(named & known), len(named), len(known)) >= LEAST_SPEAKERS


def test_the_samples_say_who_said_what():
    for file in SAMPLES:
        texts = [("title", file["title"]), ("subtitle", file["subtitle"] or "")]
        found = find_in([*texts, ("body", "\n".join(file["clean_body"]))], "en")
        told = sorted((q.text, q.kind, q.speaker or "") for q in found)
        gold = [(q["quote"], q["kind"], q["speaker"] or "") for q in file["quotes"]]
        assert told == sorted(gold)
