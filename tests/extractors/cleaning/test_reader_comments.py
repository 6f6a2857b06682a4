"""What readers wrote under an article leaves; what an article says about comments stays."""

import pytest

from extractors.cleaning import clean
from extractors.records import Page

BODY = (
    "The council has sold the old tram depot on Wharf Road to a housing charity for a pound.",
    "Under the deal the charity must restore the clock tower and build 24 flats in five years.",
    "Deputy leader Asha Raman said the building had cost taxpayers £60,000 a year in scaffolding.",
)
SECTIONS = {
    "en": "3 Comments|Pete W|on 4 May at 9:12 am|A pound! Somebody had to do something before the "
    "roof fell in on a pedestrian.|Reply|Marian|My grandfather drove trams out of that depot, and "
    "I hope that they keep the rails.|Like · Reply · 9 · 3d",
    "de": "4 Kommentare|Wasserratte|12.10.2024, 18:22 Uhr|Dass in einem Bau von 1971 Asbest "
    "steckt, hätte ich auch vorher gewusst.|Antworten|Melden|Hannes K.|Wieder einmal sind die "
    "Kinder die Dummen, und keiner sagt etwas dazu.|Antworten|Melden",
    "ru": "Комментарии (2)|Сергей|14.10.2024 08:05|Опять никто не виноват, а платить будем мы "
    "все.|Ответить|Мама двоих|Дочка два года ждала места в секции, а теперь всё отменили.|Ответить",
    "vi": "Bình luận (2)|Minh Anh|Con phố này chờ mái nhà mới đã mười năm rồi.|Trả lời|Bác Tư|Mong "
    "là đồng hồ lại chạy.|Trả lời · 3 giờ",
}


def clean_lines(lines):
    return clean(Page("\n".join(lines), "text")).text.split("\n")


@pytest.mark.parametrize("language", SECTIONS)
def test_comments_between_header_and_buttons_leave(language):
    assert clean_lines([*BODY, *SECTIONS[language].split("|")]) == list(BODY)


def test_without_a_header_or_with_a_count_above_the_article_nothing_is_a_comment():
    lines = [*BODY, "Reply", "Ruth Adeyemi, the mayor, answers every letter by hand.", "Reply"]
    assert clean_lines(lines)[:3] == list(BODY)
    assert set(BODY) <= set(clean_lines(["12 Comments", *BODY, "Reply", "Nonsense.", "Reply"]))


SIGNED = (
    "Riverman62: I rode those trams to school, and the clock was always slow.",
    "M. Okoye · 2 hours ago. A pound is too much for it.",
    "They mended the roof in May.",
    "old conductor: The rails are listed.",
)


def test_comments_behind_their_writers_leave():
    assert clean_lines([*BODY, "Comments (3)", *SIGNED]) == list(BODY)


def test_an_interview_below_a_link_to_the_comments_stays():
    talk = ["Herald: Why sell it for a pound?", "Raman: Since the roof costs us a million."]
    talk += ["Herald: And who mends the clock?", "Raman: The charity does, within five years."]
    assert clean_lines([*BODY, "Comments (3)", *talk])[-4:] == talk


def test_signed_lines_that_outweigh_what_stands_above_stay():
    assert set(SIGNED) <= set(clean_lines([BODY[0], "Comments (3)", *SIGNED]))
