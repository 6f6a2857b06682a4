"""Lines that say when and nothing else are known in the languages of the lexicon."""

import pytest

from extractors.cleaning.features.describe import describe_sheets
from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.labels.date_stamps import is_date_stamp
from extractors.cleaning.labels.kinds import KINDS, match_kind
from extractors.cleaning.rulings.page_kinds import list_kinds
from extractors.cleaning.scoring import scores
from extractors.cleaning.scoring.line_model import load_model
from extractors.tokens import list_tokens

STAMPS = [
    "Julkaistu 3.5.2024 17:42",
    "3. května 2024 17:42",
    "Aktualizováno 3. května 2024 20:11",
    "3 травня 2024, 17:42",
    "Τελευταία ενημέρωση: 3 Μαΐου 2024, 20:11",
    "2024年5月3日 17時42分",
    "입력 2024.05.03 17:42",
    "آخر تحديث 3 مايو 2024 20:11",
    "प्रकाशित: 3 मई 2024 17:42",
    "Frissítve: 2024. május 3. 20:11",
    "Jumat, 03 Mei 2024 17:42 WIB",
    "Senast uppdaterad 3 maj 2024 kl. 19.10",
    "Publié le 03 mai 2024 à 18h42, mis à jour le 04 mai 2024 à 09h10",
    "الأحد 6 تشرين الأول 2024",
    "23. 12. 2024 13:31",
    "2024-12-23",
    "Mon 6 May 2024 06.00 BST",
]
OTHERS = [
    "3. května",  # no year
    "2024",
    "1990 – 2024",
    "2023 2024 2025",
    "12 300 2001 45",
    "75 March 2024",
    "1 200 2001 350",
    "V roce 2024 se most zavřel 3. května",
    "The bridge closed on 3 May 2024",
    "Ferry 12, 3 May 2024",
    "3 May 2024 1800 passengers",
]


@pytest.mark.parametrize("line", STAMPS)
def test_a_day_with_its_year_and_nothing_else_is_a_date_stamp(line):
    assert is_date_stamp(list_tokens(line))
    assert match_kind(line, list_tokens(line)).name == "date_stamp"


@pytest.mark.parametrize("line", OTHERS)
def test_what_says_more_or_less_than_when_is_none(line):
    assert not is_date_stamp(list_tokens(line))


def test_the_features_of_lines_know_the_same_kinds_as_the_rules():
    sheet = read_sheet("\n".join([*STAMPS, *OTHERS]))
    kinds = describe_sheets([sheet], load_model().appeals).kinds.tolist()
    found = [KINDS[k] if k >= 0 else None for k in kinds]
    assert found == [match_kind(sheet.seen[i], sheet.words(i)) for i in range(len(found))]


def test_kinds_of_many_pages_are_those_of_their_lines(monkeypatch):
    monkeypatch.setattr(scores, "BLOCK", 3)  # giant pages are cut
    monkeypatch.setattr(scores, "BATCH", 4)
    long = f"{'Letzte Aktualisierung ' * 9}03.05.2024"  # few of its signs are digits
    frames = ["\n".join([*STAMPS, "...", "Follow us"]), "", "\n".join([*OTHERS, "漢字", long])]
    sheets = list(map(read_sheet, frames))
    one_by_one = [[match_kind(s.seen[i], s.words(i)) for i in range(len(s.seen))] for s in sheets]
    assert [[KINDS[k] if k >= 0 else None for k in own] for own in list_kinds(sheets)] == one_by_one
    assert [kind and kind.name for kind in one_by_one[0][-2:]] == [None, "channel"]
    assert one_by_one[2][-1].name == "date_stamp"
    assert list_kinds([read_sheet("")]) == [[]]
