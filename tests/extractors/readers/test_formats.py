"""Each format of the table reads its examples as they say."""

import pytest

from extractors.facts.trust import METHODS
from extractors.readers.formats import FORMATS, find_format
from extractors.readers.head import Head
from tests.extractors.readers.examples import story
from tests.extractors.readers.format_examples import KINDS, example
from tests.extractors.readers.pieces import outcome, read

PACKINGS = {"gzip", "bzip2", "xz", "zstd", "zip", "tar"}  # state nothing themselves
SILENT = {"text", "rtf"}  # have no place for facts
FIELDS = {"title", "subtitle", "author", "published_at", "updated_at", "outlet", "section",
          "language", "url", "canonical_url", "caption"}  # fmt: skip
every_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_format
@every_kind
def test_an_example_becomes_what_it_says(form, kind):
    wanted = example(form, kind)
    pieces = read(wanted.make(1), wanted.name)
    assert tuple(map(outcome, pieces)) == wanted.becomes
    if wanted.places is not None:
        assert tuple(piece.place for piece in pieces) == wanted.places


@every_format
@every_kind
def test_content_tells_the_format_before_the_name(form, kind):
    wanted = example(form, kind)
    raw = wanted.make(1)
    found = find_format(Head(raw[:65_536], wanted.name))
    inside = {"nexis": {"docx", "rtf"}}.get(form.name, set())
    assert found.name in {form.name, *inside}
    if found.sniff(Head(raw, wanted.name)) and kind == "good":
        assert find_format(Head(raw, "download")).name == form.name


@every_format
def test_no_word_of_a_good_story_is_lost(form):
    if form.name in PACKINGS:
        return
    words = {word for page in pages(form, "good") for word in page.text.replace('"', "").split()}
    wanted = example(form, "good")
    told = story(2 if len(wanted.becomes) > 1 else 1)
    assert set(told.paragraphs[0].split()) - words == set()


@every_format
def test_fields_are_documented(form):
    if not form.fields and form.name not in PACKINGS | SILENT:
        pytest.fail(f"Say in FORMATS which fields {form.name} can state; SILENT if none.")
    assert set(form.fields) <= FIELDS
    facts = {m for page in pages(form, "good") for m in page.metadata}
    assert form.name in PACKINGS or {m.field for m in facts} <= set(form.fields)
    assert {m.method for m in facts} <= set(METHODS)


@every_format
def test_a_good_example_states_its_title(form):
    if form.name in PACKINGS | SILENT:
        return
    titles = [m.value for page in pages(form, "good") for m in page.metadata if m.field == "title"]
    wanted = story(2 if len(example(form, "good").becomes) > 1 else 1).title
    assert any(title.startswith(wanted) for title in titles)


@every_format
def test_a_good_example_has_no_markup_left(form):
    for page in pages(form, "good"):
        assert not any(mark in page.text for mark in ("</", "**", "](", "\\par", "=20", "\x00"))


def pages(form, kind):
    wanted = example(form, kind)
    return [piece.found for piece in read(wanted.make(1), wanted.name) if outcome(piece) == "page"]


@every_format
def test_endings_belong_to_one_format(form):
    for ending in form.endings:
        assert [f.name for f in FORMATS if ending in f.endings] == [form.name]


def test_dates_of_a_crawl_are_no_dates_of_publication():
    for form in FORMATS:
        dates = [
            m.value
            for page in pages(form, "good")
            for m in page.metadata
            if m.field.endswith("_at")
        ]
        assert all("2024" in date for date in dates), form.name


def test_a_missing_package_is_named_with_the_mend(monkeypatch):
    from extractors import extras

    def absent(name):
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", absent)
    for form in FORMATS:
        if form.extra:
            (piece,) = read(example(form, "good").make(1), "file")
            assert piece.found.reason == "missing_extra", form.name
            assert f"pip install 'newsmill[{form.extra}]'" in piece.found.detail
