"""Labels that tell of the article: when it was published, who wrote it, whose picture it has.

The phrases are common knowledge of how outlets label their pages, in English, German, French,
Spanish, Portuguese, Italian, Dutch, Polish, Russian, Turkish and the Scandinavian languages.
"""

from __future__ import annotations

from extractors.cleaning.labels.parts import Kind, make_kind

_MONTH = (
    r"(?:jan|feb|mar|mär|apr|may|mai|mag|jun|jul|aug|sep|oct|okt|out|ott|nov|dec|dez|dic|déc|dez|"
    r"ene|abr|ago|avr|aoû|fév|juin|juil|set|gen|giu|lug|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|"
    r"окт|ноя|дек|sty|lut|kwi|maj|cze|lip|sie|wrz|paź|lis|gru|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|"
    r"ara)\w*\.?"
)
_DAY = (
    r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?|"
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag),?|"
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),?|"
    r"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),?"
)
_CLOCK = (
    r"(?:at |um |à |a las |às |alle |kl\.? )?\d{1,2}(?:[:.h]\d{2}){1,2}\s?(?:[ap]\.?m\.?)?\s?"
    r"(?:uhr|h|\(?(?:gmt|utc|[ecmp][sd]?t|ist|cet|cest|bst|msk)(?:[+-]\d+)?\)?)?"
)
_DATE = (
    rf"(?:(?:{_DAY})\s*)?(?:\d{{1,2}}(?:st|nd|rd|th|\.|er)?\s+(?:de |of )?{_MONTH},?"
    rf"(?:\s+(?:de |del )?\d{{4}})?|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|"
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{4}年\d{1,2}月\d{1,2}日)"
)
_AGO = (
    r"(?:about |vor |hace |il y a |há )?(?:\d+|an?|one|un|une|einer?|einem) "
    r"(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year|sekunde|minute|stunde|tag|woche|monat|"
    r"jahr|heure|jour|mois|semaine|an|hora|minuto|día|dia|ora|giorno|settiman|uur|dag|dagen)"
    r"[\wê]*\.?(?: ago| fa| geleden| siden| sedan)?"
)
_STAMP_LABEL = (
    r"(?:first |last |originally |date |zuletzt |erstmals |dernière |última )?"
    r"(?:published|publised|posted|updated?|modified|created|edited|issued|added|"
    r"last update|last modified|publication date|date|stand|veröffentlicht|aktualisiert|erstellt|"
    r"publié|mis à jour|mise à jour|modifié|publicado|actualizado|actualización|atualizado|"
    r"pubblicato|aggiornato|gepubliceerd|bijgewerkt|laatste update|opublikowano|aktualizacja|"
    r"опубликовано|обновлено|yayınlanma|güncelleme|güncellendi|publicerad|uppdaterad|publiceret|"
    r"opdateret|publisert|oppdatert)(?: tarihi| date| time| on| am| le| el| em| il| op| den)?"
)

_AGENCY = (
    r"agenc(?:y|ies)|agências?|agencias|agences|associated press|ap|reuters|afp|dpa|efe|ansa|lusa|"
    r"pti|ani|ians|canadian press|cp|press association|pa media|belga|keystone-sda|agência brasil|"
    r"bloomberg|europa press|xinhua|upi|aap|anp|tt|ntb|ritzau|apa|kna|epd|sid"
)

FACT_KINDS: tuple[Kind, ...] = (
    make_kind(
        "date_stamp",
        "dateline_meta",
        rf"(?:{_STAMP_LABEL}\W*)+(?:{_DATE})?\W*(?:{_CLOCK})?(?:{_AGO})?",
        rf"(?:(?:{_STAMP_LABEL}\W*)?(?:(?:{_CLOCK})\W*)?{_DATE}\W*(?:(?:{_CLOCK})\W*)?){{1,2}}",
        rf"(?:{_STAMP_LABEL}\W*)?{_AGO}",
        rf"{_CLOCK}",
    ),
    make_kind(
        "byline",
        "byline",
        # Possessive, since names can be cut in many ways: a line that is none fails in one pass.
        # "Por qué ..." asks why.
        r"(?:by|von|par|por(?! qu[eé] )|di|da|door|av|af|autor|author|автор|written by|text|"
        r"reporting by|story by|edited by|yazan)\W{1,3}(?=.*?\w.*?\w)(?:(?:[\w'’-]{2,}+\.?+|\w\.?+)"
        r"[ ,/&|•·-]*+(?:(?:and|und|et|y|e|en|och|og)\b)?\s*+){1,6}",
        r"(?:by )?(?:staff (?:reporter|writer|reports?|correspondent)|news desk|web desk|agencies|"
        r"newsroom|our correspondent|associated press|reuters|afp|dpa|tass)(?: .{0,20})?",
        r"\(?(?:with (?:files|inputs?|reporting|agency inputs)(?: from| by)?|"
        r"additional reporting by|edited by|mit material (?:von|der)|avec|con información de|"
        r"com informações d[aeo]s?|com|con)\s?:? ?(?:the )?"
        rf"(?:{_AGENCY})(?:(?:, | and | & | et | und | y | e |/)(?:the )?(?:{_AGENCY})){{0,3}}\)?",
        r"additional reporting by .{3,80}|"
        r"(?:associated press|ap|reuters|afp|bloomberg)(?: \w+)? (?:writers?|journalists?|"
        r"reporters?|correspondents?) .{3,90} contributed(?: .{0,40})?",
        r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{2,30}){1,4}",
        r"(?:about|meet|view all posts by|see all (?:posts|articles) by|more from|follow) "
        r"(?:the )?(?:authors?|writer|reporter)s?.{0,30}|biography|contributors?",
    ),
    make_kind(
        "photo_credit",
        "photo_credit",
        r"(?:photo|image|picture|foto|photograph|photos|bild|video|graphic|crédit photo|"
        r"photo credit|"
        r"image credit|image source|picture credit|photo by|image:|bildquelle|quelle|fuente|"
        r"fotografía|imagen|фото|illustration|getty|credits?)s?(?: by)?\s?[:/|©–-]\s?.{2,80}",
        r"(?:kuva(?:t)?|fotó|fotografie|fotografi|foto de|φωτογραφί(?:α|ες)|φωτο|снимк[аи]|"
        r"світлина|fotoğraf|fot|תמונה|צילום|تصوير|عکس|写真|撮影|图片|圖片|사진|ảnh|ภาพ|bildrechte|"
        r"crédit(?:s)?(?: photo)?|crédito|créditos|imagem)\.?\s?[:：/|©]\s?.{2,80}",
        r"fot\. .{2,60}",
        r"(?:photo|image|picture|foto|video)s? (?:by|courtesy|von|de|provided|via|credit) .{2,80}",
        r"(?:©|\(c\)|copyright:)(?! ?(?:19|20)\d\d)(?!.*(?:rights|rechte|droits|derechos)).{2,80}",
        r"(?:getty images|afp|reuters|ap|epa|dpa|tass|shutterstock|"
        r"istock|unsplash|pixabay|ap photo|picture alliance|imago)(?:\s?[/|,-]\s?.{2,40})?",
        # The look ahead spares lines without a bar the search for one behind each character.
        r"(?=[^/|]*[/|]).{2,40}\s?[/|]\s?(?:getty images|afp|reuters|ap|epa(?:-efe)?|dpa|tass|"
        r"shutterstock|istock|unsplash|pixabay|ap photo|picture alliance|imago|anadolu|xinhua|"
        r"bloomberg|ritzau|tt|ntb|anp|ansa|efe)",
    ),
)
