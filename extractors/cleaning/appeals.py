"""Fluent appeals and plugs: sentences that ask the reader for money, a subscription or a follow.

They look like prose, so they are known by what they say: an address to the reader, the outlet
speaking of itself, and a thing that outlets offer or ask for. Quoted speech is left out of the
count, since people in the news also say "we" and "you".
"""

from __future__ import annotations

import re

from extractors.cleaning.lexicon import family_bits, find_families

_OPENING = '“„«"'
_QUOTED = re.compile('[“„«"][^“”„«»"]{0,600}[”“»"]')
_WORD = re.compile(r"[^\W_]+")
TOPICS = family_bits("money", "offer", "network", "press", "paywall", "cookie")
ADDRESS = family_bits("you", "we", "ask")
_ASK, _MONEY, _OFFER = family_bits("ask"), family_bits("money"), family_bits("offer")
_NETWORK, _COOKIE = family_bits("network"), family_bits("cookie")


# Words of channels and apps, and of subscriptions, which the lexicon holds in one family.
_CHANNEL = re.compile(
    r"\b(?:apps?|podcasts?|channels?|kan[aá]\w{1,5}|canal\w*|chaîne|application|aplicaci[oó]n|"
    r"aplicativo|приложени\w+|подкаст\w*|канал\w*|aplikacj\w+|uygulama\w*|app \w+|redaktion|"
    r"redacci[oó]n|redação|redazione|redactie|redakcj\w+|редакци\w+|rédaction|tips?|tipsa|hinweise|"
    r"social media|live blog|google|comments|facebookpagina|whatsapp\w*)\b"
)
_LETTER = re.compile(
    r"newsletter|subscri|abonn|abo\b|suscri|assin|abbona|nieuwsbrief|prenumer|подписк|рассылк|bülten|"
    r"abone|nyhe[td]sbrev|inbox|account|sign in|log in|inicia|cuenta|login|boletín|konto|regist"
)
# Words of giving and helping beside those of money, and of what an outlet pleads when it asks.
_GIVING = re.compile(
    r"\b(?:giv(?:e|es|en|ing)|gave|gifts?|help\w*|needs?|rely|relies|chip in|stand with|coffee|"
    r"fundrais\w*|non-?profit|independen\w*|owners?|shareholders|hilf\w*|helfen|helft|dons?|"
    r"unabhängig\w*|gemeinnützig\w*|donne[rz]|aide[rz]?|subventions?|indépendan\w*|don[aáe]\w{0,4}|"
    r"aport\w+|colabor\w+|ayud\w+|apóya\w*|sin fines de lucro|contribu\w+|aiut\w+|dacci|editori|"
    r"indipenden\w*|doe|ajud\w+|sustent\w*|patrocin\w*|financi\w*|fins lucrativos|eigenaar|"
    r"onafhankelijk\w*|pom[oó]\w+|zbiór\w+|dorzuć|właściciel\w*|niezależn\w*|помо[гщ]\w*|содерж\w+|"
    r"денег|независим\w+|hjälp\w*|hjelp\w*|hjælp\w*|swisha|ägare|eiere?|ejere?|oberoende|"
    r"uavhengig\w*|uafhængig\w*|yardım\w*|bağımsız\w*)\b"
)
_READ_ON = re.compile(
    r"\b(?:read|click|tap|see|learn|find out|watch|view|lesen|klicken|lire|cliquez|savoir plus|"
    r"leer|clic|saber más|ler|clique|saiba|leggi|leggere|clicca|lees|lezen|klik|klicka|klikk|läs|"
    r"les|læs|czytaj|kliknij|читайте|читать|нажмите|oku\w*|tıkla\w*)\b"
)


def judge_appeal(line: str, families: int) -> float:
    """How much `line` looks like an appeal or plug; 0 without a topic of outlets and an address.

    `families` are those of its words (`find_families`).
    """
    if not any(map(line.__contains__, _OPENING)):
        found = families
    else:
        found = find_families(_WORD.findall(_QUOTED.sub(" ", line.lower())))
    if not found & TOPICS or not found & ADDRESS:
        return 0.0
    return 0.18 * (found & (TOPICS | ADDRESS)).bit_count() + (0.1 if found & _ASK else 0.0)


def doubt_appeal(score: float, story_share: float) -> float:
    """The score, 0..1, less what the story speaks against it: an appeal knows nothing of it.

    `story_share` is the share of the line's story words that stand in other lines too.
    """
    return min(1.0, max(0.0, score - 0.5 * max(0.0, story_share - 0.3)))


def name_appeal(line: str, families: int) -> str:
    """Category of a line that is an appeal, plug or notice."""
    folded = line.lower()
    if families & _COOKIE:
        return "cookie_notice"
    if "commission" in folded or "provision" in folded or "affiliat" in folded:
        return "advertisement"
    letter = _LETTER.search(folded) is not None
    if families & _MONEY and not letter:
        return "donation_appeal"
    if families & _NETWORK or (_CHANNEL.search(folded) and not letter):
        return "channel_plug"
    return "subscribe_appeal" if letter or families & _OFFER else _name_plea(folded)


def _name_plea(folded: str) -> str:
    """Category of a line that asks for something and offers nothing."""
    if _GIVING.search(folded):
        return "donation_appeal"
    return "related_link" if _READ_ON.search(folded) else "channel_plug"
