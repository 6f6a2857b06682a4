"""Dates in the words of a line: "Published: 12 January 2023 | Updated 14 January 2023, 10:15"."""

from __future__ import annotations

import re
from datetime import date

from extractors.date_words import MOST_CHARACTERS, parse_date_words
from extractors.dates import UNKNOWN, StatedDate

# Labels of the day of the last update; of scripts without spaces they stand amid other letters.
UPDATED = re.compile(
    r"(?<![^\W_])(?:(?:last|zuletzt|dernière|ultimo|última|laatste|آخر)\s+)?"
    r"(?:updated|modified|last update|update:|"
    r"aktualisiert|geändert|bearbeitet|stand(?=:|\s+\d)|mise? à jour|modifiée?|actualisée?|"
    r"actualizad[oa]|actualización|modificad[oa]|atualizad[oa]|atualização|"
    r"aggiornat[oa]|aggiornamento|bijgewerkt|gewijzigd|laatste update|uppdaterad|ändrad|oppdatert|"
    r"opdateret|päivitetty|zaktualizowan[oay]|aktualizacja|aktualizováno|ενημερώθηκε|"
    r"обновлено|изменено|оновлено|güncelle\w+|cập nhật|تحديث|अपडेट)|更新|수정", re.I,
)  # fmt: skip
PUBLISHED = re.compile(
    r"(?<![^\W_])(?:published|posted|veröffentlicht|publié|publicad[oa]|pubblicato|gepubliceerd|"
    r"publicerad|publisert|publiceret|julkaistu|opublikowan[oay]|опубликовано|опубліковано|"
    r"yayınlan\w+|نشر|प्रकाशित)|发布|發布|公開|掲載|입력", re.I,
)  # fmt: skip
FIRST_PUBLISHED = re.compile(
    r"(?<=\d)\W+(?:[A-Z]{2,4}\W+)?(?=(?:first|originally) published\b)", re.I
)


def parse_date_line(
    line: str, today: date, language: str | None = None
) -> tuple[StatedDate, StatedDate]:
    """What a line says of publication and of the last update; UNKNOWN where it says nothing."""
    if len(line) > MOST_CHARACTERS:
        return UNKNOWN, UNKNOWN
    label = UPDATED.search(line)
    if not label and (first := FIRST_PUBLISHED.search(line)):  # 3 May 2022 First published ...
        published = parse_date_words(line[first.end() :], today, language)
        return published, parse_date_words(line[: first.start()], today, language)
    if not label:
        return parse_date_words(line, today, language), UNKNOWN
    other = PUBLISHED.search(line, label.end())  # Last modified ... First published ...
    behind = other.start() if other else len(line)
    rest = f"{line[: label.start()]} {line[behind:]}"
    says_something = re.search(r"\d", rest)
    published = parse_date_words(rest, today, language) if says_something else UNKNOWN
    return published, parse_date_words(line[label.end() : behind], today, language)
