"""The cleaner on the five sample articles, line by line against what a careful reader says."""

import json
from pathlib import Path

import pytest

from extractors.cleaning import clean
from extractors.records import Page

ROOT = Path(__file__).parents[2]
GOLD = json.loads((Path(__file__).parent / "seeds_gold.json").read_text(encoding="utf-8"))["files"]
IDS = [gold["file"][:3] for gold in GOLD]

# Names of the reader's notes -> names of the closed list that say the same.
SAME_CATEGORY = {
    "date_label_stub": {"dateline_meta"},
    "reader_control": {"reader_control"},
    "reading_time": {"reading_time"},
    "follow_promo": {"channel_plug"},
    "related_links_header": {"related_link"},
    "related_link_headline": {"related_link"},
    "widget_header": {"navigation", "related_link"},
    "section_header": {"section_header"},
    "duplicate_paragraph": {"duplicate_block"},
    "source_credit": {"source_credit"},
    "duplicate_title": {"headline_repeat"},
    "share_widget": {"share_bar"},
    "comment_prompt": {"comment_form"},
    "comment_form": {"comment_form"},
    "donation_appeal": {"donation_appeal"},
    "image_caption_credit": {"caption"},
    "donation_widget": {"donation_appeal"},
    "read_more": {"related_link"},
}


def clean_sample(gold):
    text = (ROOT / "corpus" / gold["file"]).read_text(encoding="utf-8")
    return clean(Page(text, "text"))


@pytest.fixture(scope="module")
def results():
    return [(gold, clean_sample(gold)) for gold in GOLD]


def test_every_removed_line_is_removed(results):
    left = [
        (gold["file"], r["line"])
        for gold, result in results
        for r in gold["removed"]
        if result.lines[r["line"]].verdict == "keep"
    ]
    # Of two copies of one sentence (001, lines 1 and 3) either may go.
    assert [x for x in left if x[1] != 3 or not x[0].startswith("001")] == []
    assert sum(len(gold["removed"]) for gold in GOLD) == 29


def test_every_body_line_is_kept(results):
    lost = [
        (gold["file"], n)
        for gold, result in results
        for n in gold["body_lines_keep"]
        if result.lines[n].verdict != "keep"
    ]
    assert lost == []
    assert sum(len(gold["body_lines_keep"]) for gold in GOLD) == 51


def test_the_lead_of_the_digest_stays_once(results):
    digest = next(result for gold, result in results if gold["file"].startswith("001"))
    assert [digest.lines[n].verdict for n in (1, 3)].count("keep") == 1


def test_categories_are_right(results):
    wrong = [
        (gold["file"], r["line"], r["category"], result.lines[r["line"]].category)
        for gold, result in results
        for r in gold["removed"]
        if result.lines[r["line"]].category not in SAME_CATEGORY[r["category"]]
    ]
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize("gold", GOLD, ids=IDS)
def test_title_and_subtitle(gold):
    result = clean_sample(gold)
    assert result.title == gold["title"]
    subtitles = [m.value for m in result.metadata if m.field == "subtitle"]
    assert subtitles == ([gold["subtitle"]] if gold["subtitle"] else [])


@pytest.mark.parametrize("gold", GOLD, ids=IDS)
def test_facts_are_those_the_text_states(gold):
    facts = clean_sample(gold).metadata
    stated = gold["outlet"]["value"] if gold["outlet"]["stated_in_text"] else None
    assert [m.value for m in facts if m.field == "outlet"] == ([stated] if stated else [])
    assert [m.value for m in facts if m.field == "author"] == []
    assert [m for m in facts if m.field in ("published_at", "date_text")] == []


def test_related_titles_and_sources_are_kept_as_facts(results):
    facts = {gold["file"][:3]: result.metadata for gold, result in results}
    related = [m.line_no for m in facts["000"] if m.field == "related_title"]
    assert related == [36, 38, 40]
    cited = [m.value for m in facts["001"] if m.field == "source_cited"]
    assert cited == ["Al Jazeera", "Reuters", "CNN", "Economist", "Daily Sabah"]
    assert [m.line_no for m in facts["004"] if m.field == "caption"] == [4]
