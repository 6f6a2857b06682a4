"""Links that stand in one line with their label: "Read more: Ferry strike ends".

The labels are common knowledge of how outlets in these languages point to other articles. The
mark behind the label and the headline behind the mark tell it from a sentence that begins alike.
"""

from __future__ import annotations

import re

from extractors.cleaning.known_labels import begins_with_link_label
from extractors.cleaning.sheet import Sheet
from extractors.cleaning.verdicts import Ruling

MAX_LINK_WORDS = 30  # label and headline
MAX_SENTENCE_WORDS = 16  # the same when it ends like a sentence
SURE = 0.9
_LABELS = (
    r"read (?:more|also|next|on|this)(?: (?:on|about|here))?|(?:also|must|further) read|"
    r"(?:further|recommended|suggested) reading|see (?:also|more|related)|"
    r"related(?: (?:stories|story|articles?|news|posts?|coverage|links?|content|topics?))?|"
    r"watch(?: (?:also|more|now|live|video|this))?|more (?:on this(?: story)?|stories|news)|"
    r"don'?t miss|in case you missed it|"
    r"lesen sie (?:auch|mehr|hier|dazu)|mehr (?:zum thema|dazu|lesen)|siehe auch|auch interessant",
    r"(?:à )?lire (?:aussi|également|la suite)|voir aussi|"
    r"(?:lea|leer|vea) (?:también|más)|(?:te|le) puede interesar|(?:leia|veja) (?:também|mais)|"
    r"saiba mais|(?:leggi|vedi) anche|lees (?:ook|meer|verder)|zie ook",
    r"(?:czytaj|zobacz) (?:też|także|również|więcej)|читайте (?:также|ещё|еще)|смотрите также|"
    r"по теме|läs (?:också|mer|även|vidare)|les (?:også|mer)|læs (?:også|mere)|"
    r"lue (?:myös|lisää)|ayrıca okuyun|citește și|čtěte (?:také|též)|olvassa el|"
    r"διαβάστε (?:επίσης|ακόμη)|baca (?:juga|lagi|selengkapnya)|ilgili haber(?:ler)?|"
    r"читайте також|дивіться також|pročitajte (?:i|još)|soma pia|xem thêm|đọc thêm|"
    r"(?:اقرأ|إقرأ|شاهد|طالع) (?:أيضا|أيضاً|ايضا|المزيد)|بیشتر بخوانید|(?:ये|यह) भी (?:पढ़ें|पढ़ें|देखें)|"
    r"আরও পড়ুন|আরো পড়ুন|மேலும் படிக்க|อ่านเพิ่มเติม|あわせて読みたい|関連記事|相关阅读|相關新聞|관련 ?기사",
)
_LABELLED = re.compile(
    rf"(?:{'|'.join(_LABELS)})\s?(?::|\||[–—»›>]|-(?=\s))\s*(?=\S{{2}})", re.IGNORECASE
)
_REACH = 48  # characters in which the mark behind the longest label stands
_MARK = re.compile("[:：|–—»›>】\\]-]")
_BULLETS = "-•*>»[( "


def rule_labelled_links(sheet: Sheet, rulings: dict[int, Ruling]) -> dict[int, Ruling]:
    """Rulings for labels with a headline behind them, wherever in the document they stand."""
    ruling = Ruling("drop", "related_link", "labelled_link", SURE)
    lines = enumerate(zip(sheet.word_counts, sheet.has_final_mark, sheet.seen, strict=True))
    return {
        i: ruling
        for i, (words, final, text) in lines
        if words <= (MAX_SENTENCE_WORDS if final else MAX_LINK_WORDS)
        and _MARK.search(text, 1, _REACH)
        and i not in rulings
        and (_LABELLED.match(text.lstrip(_BULLETS)) or begins_with_link_label(text))
    }
