"""What the tagger and the rules found becomes one list of names."""

from extractors.namebook.tables import load_name_tables
from extractors.names.candidates import Candidate
from extractors.names.merge import merge_evidence


def candidate(start, text, label, score):
    return Candidate(start, start + len(text), text, label, score, False)


def test_longer_names_of_the_rules_hold_shorter_ones():
    tagged = [
        (0, candidate(0, "Kenyan", "NORP", 0.9)),
        (0, candidate(7, "Foreign Ministry", "ORG", 0.9)),
        (0, candidate(40, "Zangor", "PLACE", 0.9)),
        (0, candidate(60, "Vostan", "PLACE", 0.9)),
        (0, candidate(80, "Zangor", "MISC", 0.4)),
    ]
    ruled = [
        (0, candidate(80, "Zangor-Vostan", "PLACE", 0.7)),
        (0, candidate(0, "Kenyan Foreign Ministry", "ORG", 0.8)),
        (0, candidate(40, "Zangor corridor", "PLACE", 0.8)),
        (0, candidate(60, "Vostan River", "PLACE", 0.8)),
    ]
    merged = merge_evidence(tagged, ruled, load_name_tables())
    assert [c.text for _, c in merged] == [
        "Kenyan Foreign Ministry", "Zangor corridor", "Vostan", "Zangor-Vostan"
    ]  # fmt: skip


def test_one_label_for_one_spelling_and_echoes():
    tables = load_name_tables()
    tagged = [
        (0, candidate(0, "Zangor", "PLACE", 0.9)),
        (0, candidate(20, "Zangor", "ORG", 0.5)),
        (0, candidate(40, "Ama Diallo", "PERSON", 0.9)),
    ]
    ruled = [
        (0, candidate(60, "Zangor", "MISC", 0.4)),
        (1, candidate(0, "Diallo", "MISC", 0.4)),
        (1, candidate(20, "Kenya", "PLACE", 0.95)),
        (1, candidate(30, "Vostan", "MISC", 0.4)),
    ]
    merged = [(n, c.text, c.label) for n, c in merge_evidence(tagged, ruled, tables)]
    assert merged == [
        (0, "Zangor", "PLACE"), (0, "Zangor", "PLACE"), (0, "Ama Diallo", "PERSON"),
        (0, "Zangor", "PLACE"), (1, "Diallo", "PERSON"), (1, "Kenya", "PLACE"),
    ]  # fmt: skip


def test_parts_of_hyphenated_places_are_places():
    tagged = [
        (0, candidate(0, "Zangor-Vostan", "PLACE", 0.9)),
        (0, candidate(30, "Vostan", "PERSON", 0.8)),
        (0, candidate(40, "Zangor", "ORG", 0.8)),
    ]
    merged = [(c.text, c.label) for _, c in merge_evidence(tagged, [], load_name_tables())]
    assert merged == [("Zangor-Vostan", "PLACE"), ("Vostan", "PLACE"), ("Zangor", "ORG")]
