"""Languages are stated or detected; short texts and look-alikes decide nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.facts.choosing import choose_facts
from extractors.languages import detect_language, language_code
from extractors.records import Metadatum

GERMAN = (
    "Der Hafen von Ostrava wurde am Dienstag gesperrt, nachdem ein Frachter auf Grund gelaufen "
    "war, teilte die Behörde mit. Die Fähren fahren seitdem zur Nachbarinsel. "
)
ENGLISH = (
    "The harbour was closed on Tuesday after a freighter ran aground, the authority said, and "
    "that the ferries were sent to the neighbouring island instead of the town. "
)
TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        (ENGLISH, "en"),
        ("Le port a été fermé mardi après l'échouement d'un cargo, selon les autorités.", "fr"),
        ("Порт был закрыт во вторник после того, как грузовое судно село на мель, сообщили.", "ru"),
        ("星期二，一艘货轮搁浅后，港口被关闭，港务局表示，渡轮已改往邻近的岛屿停靠。" * 2, "zh"),
    ],
)  # fmt: skip
def test_detected(text, language):
    assert detect_language(text)[0] == language


@pytest.mark.parametrize("text", ["", "Angela Merkel", "123 456 789 " * 30, "Copyright 2023 AFP"])
def test_too_little_to_tell(text):
    assert detect_language(text) is None


def test_codes():
    assert [language_code(v) for v in ("en", "EN-gb", "de_DE.UTF-8", "ger", "English", "")] == [
        "en", "en", None, "de", None, None,
    ]  # fmt: skip


def language(stated, body, method="meta_tag"):
    rows = [Metadatum("language", stated, method)] if stated else []
    facts = choose_facts(rows, TODAY, None, body)
    return facts.language, [(m.method, m.refused) for m in facts.metadata]


def test_a_stated_language_goes_before_a_detected_one():
    assert language("de", GERMAN) == ("de", [("meta_tag", None), ("detected", None)])
    assert language(None, GERMAN)[0] == "de"
    assert language("en", ENGLISH) == ("en", [("meta_tag", None)])
    assert language("en", GERMAN)[0] == "en"  # too short to contradict a page


def test_a_template_with_the_wrong_language_is_contradicted():
    rows = [("meta_tag", "contradicts_text"), ("detected", None)]
    assert language("en", GERMAN * 4) == ("de", rows)
    assert language("en", GERMAN * 4, "sidecar")[0] == "en"  # the user knows best


@given(st.text(max_size=300))
def test_any_text_has_a_language_or_none(text):
    found = detect_language(text)
    assert found is None or (len(found[0]) == 2 and 0.9 <= found[1] <= 1)
