"""Labels of pages by their exact words, in four dozen languages."""

import pytest

from extractors.cleaning.features.label_begins import mark_label_begins
from extractors.cleaning.labels.kinds import KINDS, fold_label, match_kind
from extractors.cleaning.labels.known import (
    LABEL_ROWS,
    begins_with_link_label,
    ends_with_labelled_credit,
    match_known,
)
from extractors.cleaning.words.table import number_words
from extractors.tokens import fold_lines, list_tokens


def test_every_row_names_a_known_kind_and_no_entry_twice():
    known = {kind.name for kind in KINDS}
    places = [(kind, language) for kind, language, _ in LABEL_ROWS]
    assert len(set(places)) == len(places)
    for kind, language, entries in LABEL_ROWS:
        listed = entries.split(" | ")
        assert kind in known, (kind, language)
        assert len(set(listed)) == len(listed), (kind, language)
        assert all(entry == entry.strip().lower() for entry in listed), (kind, language)


def test_every_entry_is_recognised_as_it_stands_on_a_page():
    for _, language, entries in LABEL_ROWS:
        for entry in entries.split(" | "):
            line = entry.replace("0", "12") + (" Xy" if entry.endswith(":") else "")
            assert match_known(fold_label(line)), (language, line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Hirdetés", "advertisement"),
        ("ΔΙΑΦΗΜΙΣΗ", "advertisement"),  # capitals carry no accents
        ("İLGİLİ HABER", "related_header"),  # and Turkish ones keep their dot
        ("Cele mai citite »", "related_header"),
        ("CITESTE SI", "related_header"),
        ("Време за четене: 2 мин.", "reading_time"),
        ("3 dk okuma", "reading_time"),
        ("Kommentare (14)", "comment_form"),
        ("댓글 12개", "comment_form"),
        ("【広告】", "advertisement"),
        ("Aiheet: jokiliikenne, lossit", "widget_title"),
        ("Снимка: Явор Динев", "photo_credit"),
        ("برچسب‌ها: یزد، قنات", "widget_title"),
        ("สงวนลิขสิทธิ์", "legal"),
    ],
)
def test_labels_are_known_whatever_their_marks_capitals_and_numbers(line, kind):
    assert match_kind(line, list_tokens(line)).name == kind


@pytest.mark.parametrize(
    "line",
    [
        "Hirdetés jelent meg a lapban",
        "Reklama je bila skupa.",
        "Snimka je objavljena jučer.",
        "Snimka:",
        "1984.",
        "댓글이 12개 달렸다",
    ],
)
def test_lines_that_only_hold_such_words_are_of_no_known_kind(line):
    assert match_known(fold_label(line)) is None


@pytest.mark.parametrize(
    "line",
    [
        "Прочетете и: Фериботът спира за зимата",
        "[관련기사] 여객선 운항 중단",
        "【関連記事】フェリー、冬は運休",
        ">> Xem thêm: Phà ngừng chạy mùa đông",
        "इसे भी पढ़ें- सर्दियों में नाव बंद",
        "اقرأ أيضا.. توقف العبارة في الشتاء",
        "İLGİLİ HABER: Feribot kışın çalışmayacak",
    ],
)
def test_a_link_may_stand_behind_its_label(line):
    assert begins_with_link_label(line)


@pytest.mark.parametrize(
    "line",
    ["Прочетете и:", "Паромщик: в кассе было пусто", "Baca buku: kegiatan baru di desa", ""],
)
def test_a_sentence_with_a_mark_is_no_link(line):
    assert not begins_with_link_label(line)


def test_lines_that_begin_with_a_label_are_told_all_at_once():
    labels = [entry for _, _, entries in LABEL_ROWS for entry in entries.split(" | ")]
    told = [f"» {label.replace('0', '12')} Xyqz" for label in labels]
    others = ["Xyqz", "", "...", "Read", "Ferries sail", "Skopje related posts"]
    folded = [fold_lines(told), fold_lines(others)]
    marked = mark_label_begins(number_words(folded)).tolist()
    assert [line for line, known in zip(told, marked, strict=False) if not known] == []
    assert not any(marked[len(told) :])


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("Розобер край Карлово. Снимка: Явор Динев", True),
        ("হানিফ মিস্ত্রি তাঁর কারখানায়। ছবি: তানভীর অভি", True),
        ("Die Fähre legt ab. Foto: Archiv", True),
        ("Foto: Archiv", False),
        (f"{'Die Fähre legt ab. ' * 3}Foto： Archiv", True),
        ("Der Kapitän: Die Fähre legt ab. Foto: Archiv", True),
        ("Sagte der Kapitän: Wir legen ab", False),
    ],
)
def test_captions_end_with_a_label_and_a_name(line, credited):
    assert ends_with_labelled_credit(line) is credited
