"""Words of appeals, plugs, credits and notices by family, in many languages."""

from importlib.resources import files

import pytest

from extractors.cleaning.features.describe import describe_sheets
from extractors.cleaning.features.families import speaks_politely
from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.labels.lexicon import FAMILY_NAMES, family_bits, find_families
from extractors.cleaning.scoring.line_model import load_model
from extractors.tokens import list_tokens

ROWS = [
    row.split("\t")
    for row in files("extractors").joinpath("data", "lexicon.tsv").read_text("utf-8").splitlines()
]


def test_rows_are_families_of_known_names_once_a_language():
    head, *rows = ROWS
    assert head == ["family", "language", "entries"]
    assert {family for family, _, _ in rows} == set(FAMILY_NAMES)
    assert len({(family, language) for family, language, _ in rows}) == len(rows)


def test_entries_are_words_stems_or_pairs_as_lines_are_cut_into():
    for family, language, text in ROWS[1:]:
        entries = text.split(" | ")
        assert len(set(entries)) == len(entries), (family, language)
        for entry in entries:
            words = list_tokens(entry)
            assert " ".join(words) == entry.removesuffix("*"), (family, language, entry)
            assert len(words) <= 2 and not (len(words) == 2 and entry.endswith("*")), entry


@pytest.mark.parametrize(
    ("line", "families"),
    [("Support our newsroom", ("money", "we", "press")),
     ("Odebírejte náš newsletter", ("we", "offer")),
     ("हमारे न्यूज़लेटर की सदस्यता लें", ("we", "offer")),
     ("请订阅我们的频道", ("ask", "we")),
     ("구독자 여러분의 후원", ("money",)),
     ("تبرعوا لصحافة مستقلة", ("ask",)),
     ("The harbour froze over", ())],
)  # fmt: skip
def test_families_of_a_line(line, families):
    wanted = family_bits(*families)
    assert find_families(list_tokens(line)) & wanted == wanted
    if not families:
        assert not find_families(list_tokens(line)) & family_bits("you", "we", "ask", "money")


@pytest.mark.parametrize(
    ("line", "polite"),
    [("Wir freuen uns, wenn Sie uns unterstützen.", True),
     ("Am Ende zählt Ihre Stimme.", True),
     ("Gefällt Ihnen der Text?", True),
     ("Die Minister kamen spät, und sie blieben nicht lang.", False),
     ("Der Verein lebt. Sie hat ihn gegründet, mit ihrem Bruder.", False),
     ("Sierra Leone wählt, und die Sieger feiern.", False)],
)  # fmt: skip
def test_the_polite_address_of_german_has_a_capital_inside_a_sentence(line, polite):
    assert speaks_politely(line) is polite
    told = describe_sheets([read_sheet(line)], load_model().appeals)
    assert bool(told.families[0] & family_bits("you")) is polite
    assert bool(told["says_you"][0]) is polite


def test_words_of_one_language_are_no_address_in_another():
    you, we = family_bits("you"), family_bits("we")
    for line in ("To je dobra vijest za grad", "Partiet vann och behöll sina platser"):
        assert not find_families(list_tokens(line)) & (you | we), line
    assert find_families(list_tokens("Wil je ons steunen?")) & you
