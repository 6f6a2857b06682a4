"""Dates in the words of a line: "Published: 12 January 2023 | Updated 14 January 2023, 10:15"."""

from __future__ import annotations

import re
from datetime import date

from extractors.dates.numbers import UNKNOWN, StatedDate
from extractors.dates.words import MOST_CHARACTERS, parse_date_words

# Labels of the day of the last update; of scripts without spaces they stand amid other letters.
UPDATED = re.compile(
    r"(?<![^\W_])(?:(?:last|zuletzt|dernière|ultimo|última|laatste|sist|senast|senest|"
    r"viimeksi|ostatnia|последнее|τελευταία|son|آخر|अंतिम)\s+)?"
    r"(?:updated|modified|last update|update:|"
    r"aktualisiert|geändert|bearbeitet|stand(?=:|\s+\d)|mise? à jour|modifiée?|actualisée?|"
    r"actualizad[oa]|actualización|modificad[oa]|atualizad[oa]|atualização|actualitzat|"
    r"aggiornat[oa]|aggiornamento|actualizat|actualizare|"
    r"bijgewerkt|gewijzigd|laatste update|uppdatera[dt]|ändrad|oppdatert|endret|"
    r"opdateret|ændret|uppfært|päivitetty|muokattu|uuendatud|muudetud|atnaujinta|atjaun\w+|"
    r"zaktualizowan[oay]|aktualizacja|aktualizováno|aktualizované|upraveno|"
    r"ažurirano|izmijenjeno|posodobljeno|ажурирано|измењено|обновена|актуализирана|"
    r"ενημερώθηκε|ενημέρωση|обновлено|обновление|изменено|оновлено|"
    r"frissítve|módosítva|güncelle\w+|cập nhật|diperbarui|diperbaharui|"
    r"تحديث|به[\s\u200c]?روز|بروزرسانی|اپ ڈیٹ|עודכן|अपडेट|अद्यतन|আপডেট)|"
    r"更新|업데이트|수정|อัปเดต", re.I,
)  # fmt: skip
PUBLISHED = re.compile(
    r"(?<![^\W_])(?:published|posted|veröffentlicht|erschienen|erstellt|publiée?|publicad[oa]|"
    r"publicación|publicação|publicat|pubblicat[oa]|pubblicazione|gepubliceerd|geplaatst|"
    r"publicera[dt]|publisert|publiceret|udgivet|offentliggjort|birt|julkaistu|avaldatud|"
    r"paskelbta|publicēts|opublikowan[oay]|publikacja|publikováno|zveřejněno|vydáno|zverejnené|"
    r"objavljeno|објављено|публикуван[оа]|опубликовано|публикация|опубліковано|дата публікації|"
    r"δημοσι\w+|megjelent|közzétéve|yayınlan\w+|yayın tarihi|diterbitkan|dipublikasikan|"
    r"نشر|انتشار|שפורסם|פורסם|प्रकाशित|প্রকাশ\w*)|"
    r"发布|發布|发表|發表|公開|掲載|配信|입력|등록|게재|승인", re.I,
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
