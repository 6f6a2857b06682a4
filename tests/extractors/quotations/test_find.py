"""Quotations with their speakers: rules one by one, and what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.names.mention_places import list_body_pieces
from extractors.quotations import KINDS, REFERENCES, find_quotations, quotation_rows
from extractors.quotations.attributions import RULES
from extractors.records import Line, Mention
from tests.endless import must_end

NAMES = ("Maria Lund", "Peter Holm", "Larnstead Council", "Tarnland")


def mentions_in(text):
    labels = dict(zip(NAMES, ("PERSON", "PERSON", "ORG", "PLACE"), strict=True))
    return [
        Mention(at, at + len(name), label, name, name=name)
        for name, label in labels.items()
        for at in range(len(text))
        if text.startswith(name, at)
    ]


def told(text):
    return [
        (q.speaker, q.rule, q.reference) for q in find_quotations(text, mentions_in(text), "en")
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ("“We came,” said Maria Lund.", "Maria Lund", "cue_behind"),
        ("“We came,” Maria Lund, the mayor of Tarnland, said.", "Maria Lund", "cue_behind"),
        ("Maria Lund said: “We came.”", "Maria Lund", "cue_before"),
        ("“We came.” Maria Lund added.", "Maria Lund", "cue_behind"),
        ("“We came,” said Det. Maria Lund of Tarnland.", "Maria Lund", "cue_behind"),
        ("“We came,” according to Maria Lund.", "Maria Lund", "source"),
        ("According to Maria Lund, “we came”.", "Maria Lund", "source"),
        ("Maria Lund called it “a gift”.", "Maria Lund", "cue_in_sentence"),
        ("The “gift” was late, Maria Lund said.", "Maria Lund", "cue_in_sentence"),
        ("Maria Lund: “We came.”", "Maria Lund", "label"),
        ("Maria Lund was angry: “We came too late.”", "Maria Lund", "colon"),
        ("“We came,” Larnstead Council said.", "Larnstead Council", "cue_behind"),
    ],
)
def test_where_the_speaker_stands(text, speaker, rule):
    assert told(text) == [(speaker, rule, "name")]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("“We came,” Maria Lund's lawyer said.", "description"),
        ("“We came,” a spokesman for Maria Lund said.", "description"),
        ("“We came,” Larnstead Council sources said.", "description"),
        ("When Maria Lund came, residents said they were “happy”.", "description"),
        ("Maria Lund and Peter Holm said: “We came.”", "several"),
        ("Maria Lund met Peter Holm. “We came,” he said.", "unresolved"),
        ("“We came,” he said.", "unresolved"),
        ("They saw Peter Holm's family. “We came,” he said.", "unresolved"),
        ("A film with the name “gift” by Maria Lund.", "unknown"),
        ("They met in Tarnland. “We came.”", "unknown"),
    ],
)
def test_a_speaker_who_is_not_told_surely_stays_unknown(text, reference):
    assert [(speaker, how) for speaker, _, how in told(text)] == [(None, reference)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("“We came,” said Maria Lund. “We saw.”", "same_paragraph"),
        ("Maria Lund said it was “late” and “cold”.", "same_sentence"),
        ("Maria Lund said: “We came.”\n“We saw.”", "carried_over"),
        ("Maria Lund said: “We came.\n“We saw.”", "continued"),
    ],
)
def test_a_speaker_speaks_on(text, rule):
    assert told(text)[1] == ("Maria Lund", rule, "inherited")


def test_a_sentence_in_between_ends_the_speech():
    text = "“We came,” said Maria Lund. The council met Peter Holm in May. “We saw.”"
    assert told(text)[1] == (None, None, "unknown")


def test_the_sentence_before_tells_the_speaker():
    text = "Maria Lund said that it was over. “We have lost.”"
    assert told(text) == [("Maria Lund", "sentence_before", "name")]


def test_a_pronoun_stands_for_the_one_person_before_it():
    text = "Maria Lund said nothing. “We came,” she added. Her brother met Peter Holm."
    assert told(text) == [("Maria Lund", "cue_behind", "pronoun")]
    chain = "Maria Lund came. She said that she saw Peter Holm. “We left,” she added."
    assert told(chain) == [("Maria Lund", "cue_behind", "pronoun")]
    other = "Mrs Maria Lund left. “We came,” he added."
    assert told(other) == [(None, "cue_behind", "unresolved")]


def test_a_verb_that_is_a_name_is_no_cue():
    assert told("The “gift” went to the States Maria Lund knew.") == [(None, None, "unknown")]


def test_other_languages_name_speakers_by_their_capitals():
    (found,) = find_quotations("„Wir kommen“, sagte Bürgermeisterin Eva Kern.", (), "de")
    assert (found.speaker, found.speaker_label, found.cue) == ("Eva Kern", None, "sagte")
    (unread,) = find_quotations("„Wir kommen“, sagte Eva Kern.", (), None)
    assert unread.speaker is None


PARTS = st.sampled_from(
    ["“", "”", '"', "'", "«", "»", "„", "—", "\n", ". ", ", ", ": ", " said ", " and ", " he ",
     "We ", "came ", "\u200b", "\u00a0", *NAMES]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(PARTS, max_size=30).map("".join), st.sampled_from(["en", "de", None]))
def test_offsets_lead_to_the_words_in_clean_and_raw_text(body, language):
    body = "\n".join(line for line in body.split("\n") if line.strip())
    raw = "Menu\n" + body + "\nShare"
    lines, at = [], 0
    for number, text in enumerate(raw.split("\n")):
        verdict = "keep" if 0 < number < raw.count("\n") else "drop"
        lines.append(Line(number, at, at + len(text), verdict, None, "", 0.0))
        at += len(text) + 1
    found = find_quotations(body, mentions_in(body), language)
    rows = quotation_rows("a", body, found, raw, list_body_pieces(body, raw, lines))
    for q, row in zip(found, rows, strict=True):
        assert body[q.start : q.end] == q.text == q.text.strip() != ""
        assert q.kind in KINDS and q.reference in REFERENCES
        assert (q.speaker is None) == (q.score is None) == (q.name_start is None)
        assert q.rule is None or q.rule in RULES
        if q.cue:
            assert body[q.cue_start :].startswith(q.cue.split()[0])
        if row["raw_start_offset"] is not None:
            assert raw[row["raw_start_offset"] : row["raw_end_offset"]] == q.text
    assert len({row["quotation_id"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    "part", ["“", '"a ', "‘a b’ ", "“a” said X. ", '5" ', "— a — ", "“a.” he said\n"]
)
def test_time_does_not_explode(part):
    with must_end():
        find_quotations(part * (120_000 // len(part)), (), "en")
