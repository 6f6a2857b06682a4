"""Words of appeals, plugs, credits and notices by family, in many languages."""

from importlib.resources import files

import pytest

from extractors.cleaning.lexicon import FAMILY_NAMES, family_bits, find_families
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
