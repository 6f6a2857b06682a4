"""What readers wrote under an article: lines between the buttons of a section, or signed ones.

Comments read like prose, so they are known by what stands around them: a header ("12 comments")
and under each comment a button to answer it, or before each its writer ("Marian: I hope ..."). The
buttons are common knowledge of how outlets and comment systems label them.
"""

from __future__ import annotations

import re

from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.verdicts import Ruling

MAX_LINES = 10  # from the header, or from one button, to the next one: name, date, text
MAX_PARAGRAPHS = 4  # of one comment
MIN_BUTTONS = 2  # of a section
MAX_BUTTON_WORDS = 8  # "Like · Reply · 9 · 3d"
MIN_SIGNED = 2  # comments behind their writer
MAX_NAME_WORDS = 4  # of a writer
SIGNS = 3  # of a button in a script without spaces
_WRITER = re.compile(r"([^\W\d_][^:：·|]{1,29}?)(?:\s?[:：]|\s[·|])\s?(?=\S)")
# A line with one of these words and no other word than those of buttons is a button.
_ANSWER = frozenset(
    "reply antworten répondre responder rispondi beantwoorden reageer svara odpowiedz "
    "ответить відповісти отговори odpovědět odpovedať odgovori răspunde yanıtla cevapla balas "
    "atsakyti atbildēt vasta vastaa svar besvar válasz απάντηση одговори رد پاسخ הגב השב উত্তর "
    "trả lời 返信 回复 回覆 답글 답글쓰기".split()
)
_BESIDE = frozenset(
    "like likes dislike quote report flag share recommend edit link permalink comment ago d h "
    "w m y hr hrs min mins days hours zitieren melden teilen gefällt mir j aime citer "
    "signaler partager me gusta citar denunciar reportar compartir compartilhar curtir mi "
    "piace segnala cita condividi delen citeer gilla anmäl dela citera zgłoś cytuj udostępnij "
    "nadużycie lubię to пожаловаться цитировать нравится поделиться поскаржитися nahlásit "
    "citovat szólj jelentem raportează distribuie beğen şikayet et suka laporkan "
    "giờ phút ngày trước thích 신고 공감".split()
)
_BUTTONS = _ANSWER | _BESIDE


def find_reader_comments(sheet: Sheet, rulings: dict[int, Ruling]) -> dict[int, Ruling]:
    """Rulings for the comments of readers, from the header to the last button or signed line."""
    headers = [i for i, ruling in rulings.items() if ruling.rule == "comment_form"]
    ruling = Ruling("drop", "comment_form", "reader_comment", 0.85)
    found = _find_answered(sheet, rulings, headers).union(
        *(_find_signed(sheet, h) for h in headers)
    )
    return {i: ruling for i in sorted(found) if i not in rulings}


def _find_answered(sheet: Sheet, rulings: dict[int, Ruling], headers: list[int]) -> set[int]:
    first = min(headers, default=len(sheet.texts))
    buttons = [i for i in range(first, len(sheet.texts)) if _is_button(sheet, i)]
    found: set[int] = set()
    for section in _group(sheet, buttons):
        header = _find_header(sheet, rulings, section[0])
        if header is not None and len(section) >= MIN_BUTTONS:
            found.update(range(header + 1, section[-1] + 1))
    return found


def _find_signed(sheet: Sheet, header: int) -> set[int]:
    """Lines behind a header that name their writer each, with at most one other line between two.

    Those of an interview name the same two in turns, and are most of what its page says.
    """
    names: dict[int, str] = {}
    for i in range(header + 1, len(sheet.texts)):
        name = _WRITER.match(sheet.texts[i])
        if name and len(name[1].split()) <= MAX_NAME_WORDS:
            names[i] = name[1]
        elif i - max(names, default=header) > 1:
            break
    section = range(header + 1, max(names, default=header) + 1)
    different = len(set(names.values()))
    if different < MIN_SIGNED or 3 * different < 2 * len(names):
        return set()
    above = sum(sheet.word_counts[i] for i in range(header) if sheet.is_prose[i])
    return set(section) if above > sum(sheet.word_counts[i] for i in section) else set()


def _is_button(sheet: Sheet, i: int) -> bool:
    if sheet.word_counts[i] > MAX_BUTTON_WORDS:
        return False
    words = sheet.words(i)
    if _ANSWER.isdisjoint(words):
        return len(words) <= SIGNS and "".join(words) in _ANSWER
    return all(word in _BUTTONS or word[0].isdecimal() for word in words)


def _group(sheet: Sheet, buttons: list[int]) -> list[list[int]]:
    """Buttons so near to each other that only a comment stands between them."""
    sections: list[list[int]] = []
    for i in buttons:
        if sections and _is_comment(sheet, sections[-1][-1] + 1, i):
            sections[-1].append(i)
        else:
            sections.append([i])
    return sections


def _is_comment(sheet: Sheet, start: int, end: int) -> bool:
    return end - start <= MAX_LINES and sum(sheet.is_prose[start:end]) <= MAX_PARAGRAPHS


def _find_header(sheet: Sheet, rulings: dict[int, Ruling], button: int) -> int | None:
    """The header above the first button of a section, behind the article: one comment is between.

    The count of comments at the head of a page has no paragraph above it.
    """
    above = range(button - 1, max(-1, button - 2 - MAX_LINES), -1)
    header = next((i for i in above if i in rulings and rulings[i].rule == "comment_form"), None)
    if header is None or not any(sheet.is_prose[:header]):
        return None
    return header if _is_comment(sheet, header + 1, button) else None
