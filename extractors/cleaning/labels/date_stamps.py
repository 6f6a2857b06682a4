"""Lines with nothing but a day, a time and their labels, in the languages of the lexicon."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.cleaning.labels.lexicon import PAIR_FAMILIES, family_bits, find_word_families

_DATE = family_bits("date")
MOST_WORDS = 24
LEAST_DIGITS = 0.1  # share of the characters of such a line
YEARS = range(1990, 2100)
ALONE = (3, 5, 6)  # numbers of a day, with minutes, with seconds
# Words between the parts of a day, names of zones, and what is written with letters of their own.
_BETWEEN = frozenset(
    "de del da di do la le les à a as às ao alle ore um den der am on at the of and e y i o u w v "
    "om och og klo kl h hs hrs m s st nd rd th er uur ur il may mei mon sat sun first last date "
    "update original originally mis mise jour zuletzt letzte laatste senast senest sist dernière "
    "derniere última ultima ultimo ultimul viimeksi ostatnia poslední son cet eet eest msk ist jst "
    "kst hkt pkt trt art brt cat eat wat г года р року ч ώρα στις στο на в о у последнее останнє "
    "óra في الساعة م ص آخر الأول الاول الثاني को पर बजे अंतिम 年 月 日 時 时 分 秒 년 월 일 시 "
    "분 오전 오후 午 前 後 上 下 最 終 终 发 布 發 更 新 于 於 间 間".split()
)
_CLOCK = re.compile(r"\d{1,2}(?:[ap]m?|h|h\d\d|u|ч|시|분)")  # 7:15am, 18h42


def is_date_stamp(tokens: list[str]) -> bool:
    """True when the lower-case words of a line say when, and nothing else: day and year at least.

    Numbers alone have to look like a day: 23. 12. 2024 13:31, 2024-12-23.
    """
    if not 2 <= len(tokens) <= MOST_WORDS:
        return False
    numbers = [token for token in tokens if token.isdecimal()]
    years = [k for k, number in enumerate(numbers) if len(number) == 4 and int(number) in YEARS]
    if not years or len(numbers) < 2 or not all(map(_is_of_a_day, numbers)):
        return False
    if len(numbers) == len(tokens):
        return len(numbers) in ALONE and years in ([0], [2])
    told = [
        token.isdecimal() or find_word_families(token) & _DATE or _CLOCK.fullmatch(token)
        for token in tokens
    ]
    for k, pair in enumerate(pairwise(tokens)):
        if PAIR_FAMILIES.get(pair, 0) & _DATE:
            told[k] = told[k + 1] = True
    return all(known or token in _BETWEEN for token, known in zip(tokens, told, strict=True))


def _is_of_a_day(number: str) -> bool:
    """True for years, what days, hours and minutes are told by, and zones (0300)."""
    value = int(number) if len(number) <= 4 else -1
    return value in YEARS or (len(number) <= 2 and value < 60) or number[0] == "0"
