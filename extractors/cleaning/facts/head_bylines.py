"""Who wrote it, as a line below the headline says without beginning with "by".

Interview by Anna Novak              Ein Kommentar von Peter Holm
Text: Anna Novak                     كتب: أحمد سالم
"""

from __future__ import annotations

import re

from extractors.authors.bylines import read_byline
from extractors.cleaning.facts.entries import Entry, fact_of
from extractors.records import Metadatum

LONGEST = 120  # characters of such a line
KINDS = (
    r"(?:(?:posted|written|published|created|veröffentlicht|geschrieben|publié|escrito|publicado|"
    r"scritto|pubblicato)\s+(?:by|von|par|por|da)\s+|"
    r"(?:an?|eine?|une?|una?)?\s*(?:interview|analysis|comment|commentary|opinion|review|report|"
    r"essay|column|kommentar|analyse|bericht|reportage|gastbeitrag|gastkommentar|kolumne|"
    r"leitartikel|entretien|chronique|tribune|entrevista|análisis|columna|crónica|intervista|"
    r"analisi|commento|análise|coluna|reportagem)\s+(?:by|von|par|por|di|de|door|av|af)\s+)"
)
LABELS = (
    r"(?:text|words|author|autor|autorin|autora|auteur|autore|автор|текст|كتب|كتبت|بقلم|作者|记者|記者|"
    r"लेखक)\s*[:：]\s*"
)
HEAD_BYLINE = re.compile(
    rf"\W{{0,3}}(?:{KINDS}|{LABELS})(?P<names>[^|•·@\d(:：]{{2,80}}?)(?:\s*[|(].*|"
    r",?\s+(?:on|at|am|um|le|el|il|em)\s+[^|]*\d.*)?",
    re.I,
)


def mine_head_byline(entry: Entry) -> list[Metadatum]:
    """The names behind a kind of text and "by", or behind a label; nothing where they are none."""
    if len(entry.text) > LONGEST:
        return []
    match = HEAD_BYLINE.fullmatch(entry.text.strip())
    names = match["names"].strip() if match else ""
    is_told = bool(names) and read_byline(names)[0].name is not None
    return [fact_of("author", names, entry)] if is_told else []
