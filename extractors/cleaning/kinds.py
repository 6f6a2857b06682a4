"""Kinds of short lines that news pages put around an article, as patterns over a whole line.

The phrases are common knowledge of how outlets in these languages label their pages
(English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Turkish and the
Scandinavian languages). A pattern must match the whole line, so a sentence that merely contains
such a phrase is not touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MAX_KIND_CHARS = 160  # longer lines are prose or appeals, which other files judge


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of line: `pattern` is matched against the whole folded line."""

    name: str
    category: str
    pattern: re.Pattern[str]


def _kind(name: str, category: str, *alternatives: str) -> Kind:
    body = "|".join(f"(?:{a})" for a in alternatives)
    return Kind(name, category, re.compile(f"(?:{body})"))


_NUM = r"\d[\d.,]*\s?(?:[km]|tsd\.?|mil)?"
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
_SHARE = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|mail|pinterest|reddit|messenger|"
    r"copy(?: link| url)?|link kopieren|copier le lien|copiar enlace|print|sms|tumblr|flipboard|vk|"
    r"vkontakte|viber|line|bluesky|threads|mastodon|xing|pocket|instagram|youtube|tiktok|weibo|"
    r"google\+?|more|clipboard|signal|rss)"
)
_THIS = r"(?: (?:this|the|our))?(?: (?:article|story|post|page|news|via|on|with|it|full))*"

KINDS: tuple[Kind, ...] = (
    _kind(
        "reading_time",
        "reading_time",
        r"(?:reading time|read time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|"
        r"tempo de leitura|tempo di lettura|leestijd|czas czytania|время чтения|okuma süresi|"
        r"lästid|læsetid|lesetid)\W*(?:ca\.? |circa |about |env\. )?(?:\d+.{0,14})?",
        r"(?:about |ca\.? )?\d+(?:\s?-\s?\d+)?[ -]?(?:min|mins|minutes?|minuten?|minutos?|minuti|"
        r"мин\w*|dk|dakika)\.?[ -]?(?:read(?:ing)?(?: time)?|lesezeit|de lecture|de lectura|"
        r"de leitura|di lettura|leestijd|czytania|чтения|okuma\w*|to read|listen)",
        r"\d+ (?:words?|wörter|mots|palabras)(?: read)?",
    ),
    _kind(
        "reader_control",
        "reader_control",
        r"(?:read(?:er|ing)?|night|dark|light) mode",
        r"(?:\d+ ?%? ?)?(?:font|text)[ -]?size.{0,12}",
        r"(?:a\s?[-+]\s?){1,3}a?",
        r"increase font size|decrease font size|larger|smaller",
        r"(?:print|save|listen|copy|bookmark|download|gift|translate)" + _THIS + r"(?: pdf)?",
        r"listen to(?: this| the)? (?:article|story|this|audio).{0,30}|audio (?:version|article)",
        r"(?:drucken|merken|vorlesen|anhören|artikel (?:drucken|anhören|merken|vorlesen)|speichern|"
        r"schriftgröße|imprimer|écouter|écouter l'article|imprimir|escuchar|guardar|ouvir|salvar|"
        r"stampa|ascolta|salva|afdrukken|bewaren|luister|drukuj|распечатать|слушать|yazdır|"
        r"skriv ut|"
        r"lyssna)(?: .{0,20})?",
        r"close(?: (?:dialog|menu|ad|modal|this|window))?|expand|collapse|show (?:more|less)|"
        r"view (?:more|all|less)|load more|play|pause|mute|unmute|fullscreen|skip|toggle.{0,20}|"
        r"back to top|scroll.{0,20}|hide caption|toggle caption|enlarge(?: this)? image|"
        r"image (?:\d+ of \d+)|\d+ ?/ ?\d+|\d+ of \d+|slide \d+ of \d+",
    ),
    _kind(
        "share_bar",
        "share_bar",
        r"(?:share|tweet|pin|post|like|e-?mail|send)" + _THIS + rf"(?: (?:on|via|by|to|with|in) )?"
        rf"(?:\W*{_SHARE})*",
        rf"(?:{_SHARE}\W+){{1,10}}{_SHARE}?",
        r"(?:share|click to share) (?:on|to|via).{0,40}",
        rf"{_SHARE}",
        r"(?:social )?shar(?:e|es|ing)(?: options| tools| buttons)?|sharethis",
        rf"{_NUM} ?shares?",
        r"copy (?:the )?(?:link|url)|link copied!?|url copied.{0,20}",
        r"(?:artikel |beitrag |diesen artikel |jetzt )?teilen(?: auf.{0,20}| sie.{0,40})?",
        r"partager(?: .{0,30})?|compartir(?: .{0,30})?|compartilh(?:e|ar)(?: .{0,30})?|"
        r"condividi(?: .{0,30})?|deel(?: (?:dit|op|via|artikel).{0,30})?|delen|"
        r"udostępnij(?: .{0,30})?|поделиться(?: .{0,30})?|paylaş(?: .{0,20})?|dela(?: .{0,20})?|"
        r"del(?: på.{0,20})?|gefällt mir|j'aime",
    ),
    _kind(
        "comment_form",
        "comment_form",
        r"(?:leave|post|write|add|submit|make) (?:a|your|an?)? ?(?:comment|reply|response)s?",
        r"(?:view |show |see |read |all |join the |hide |load )?(?:the )?(?:\(?\d*\)? ?)"
        r"(?:comments?|replies|conversation|discussion)(?: \(?\d+\)?)?(?: .{0,15})?",
        r"(?:no|be the first to|join the|start the) (?:comments?(?: yet)?|conversation|discussion)",
        r"your email address will not be published.{0,60}|required fields are marked.{0,10}",
        r"(?:log ?in|sign ?in|register)(?: or \w+)? to (?:leave a |post a |write a )?"
        r"(?:comment|reply).{0,30}|you must be logged in.{0,30}",
        r"name ?\*?|e-?mail ?\*?|website|comment ?\*?|save my name.{0,90}|notify me of.{0,60}|"
        r"this site uses akismet.{0,80}|learn how your comment data is processed|"
        r"cancel reply|submit comment|reply|report(?: abuse| comment)?",
        r"(?:\d+ )?kommentare?(?: .{0,25})?|kommentieren(?: .{0,20})?|(?:\d+ )?commentaires?|"
        r"laisser un commentaire|(?:\d+ )?comentarios?|deja (?:un|tu) comentario|(?:\d+ )?"
        r"comentários?|deixe (?:um|seu) comentário|(?:\d+ )?commenti|lascia un commento|"
        r"(?:\d+ )?reacties|reageer|(?:\d+ )?komentarz[ey]|комментарии(?: \d+)?|"
        r"(?:оставить|добавить) комментарий|yorum(?:lar| yap| yaz)?|(?:\d+ )?kommentarer",
    ),
    _kind(
        "related_header",
        "related_link",
        r"(?:read|see|learn|find out|discover|watch) (?:more|also|next|this next)"
        r"(?: (?:on|about|from|at|here|in|stories|news|articles?)\b.{0,40})?",
        r"more (?:on this(?: (?:story|topic))?|from .{1,30}|stories|news|like this|to read|reading|"
        r"coverage|in .{1,30}|about .{1,30}|headlines|top stories)",
        r"(?:also|further|recommended) (?:read(?:ing)?|on .{1,20})|also see|see also|"
        r"must[ -]?reads?",
        r"(?:related|recommended|suggested|similar|popular|featured|top|latest|trending|more)"
        r"(?: (?:articles?|stories|story|posts?|topics?|content|news|links?|reading|videos?|"
        r"headlines|coverage|items|for you|now|today|from .{1,20}|trending|stories & news))*",
        r"(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|recommended for you|"
        r"don't miss|what to read next|up next|next (?:article|story|post|up)|"
        r"previous (?:article|story|post)|editor['’]?s'? (?:picks?|choice)|in case you missed it|"
        r"most (?:read|popular|viewed|watched|shared|commented|recent)(?: .{0,25})?|"
        r"(?:from|around) the web|sponsored (?:links|content|stories)|in this (?:story|article)|"
        r"keep reading|continue reading|read the full (?:story|article).{0,20}|recommended by .*|"
        r"hot topics|key (?:points|takeaways)|story highlights|top picks.{0,15}|"
        r"recommended|popular|trending|related|latest|explore more.{0,20}|dig deeper)",
        r"lesen sie (?:auch|mehr|hier|dazu).{0,60}|(?:auch|"
        r"das könnte sie (?:auch )?) ?interess.{0,30}|"
        r"mehr (?:zum thema|dazu|lesen|aus.{0,30}|von.{0,30}|über.{0,30})|zum thema|weiterlesen|"
        r"meistgelesen.{0,20}|weitere (?:artikel|themen|nachrichten|meldungen).{0,30}|mehr",
        r"(?:à )?lire aussi.{0,10}|à lire (?:aussi|également|ailleurs).{0,20}|lire (?:la suite|"
        r"plus)|"
        r"sur le même (?:sujet|thème)|les plus lus|articles? (?:liés|similaires)|voir aussi|"
        r"en savoir plus",
        r"(?:lea|lee|leer|ver|vea|mira) (?:también|más|además).{0,20}|te puede interesar.{0,10}|"
        r"(?:noticias|artículos) relacionad[ao]s|más (?:leídas|leídos|noticias|sobre .{0,20})|"
        r"le puede interesar|recomendad[ao]s|relacionad[ao]s|"
        r"(?:leia|veja|saiba) (?:também|mais).{0,20}|mais (?:lidas|notícias|sobre .{0,20})",
        r"(?:leggi|vedi|guarda) anche.{0,20}|(?:articoli|notizie) correlat[ie]|"
        r"potrebbe interessarti.{0,20}|"
        r"lees (?:ook|meer|verder).{0,30}|meer (?:over|nieuws).{0,20}|gerelateerd.{0,20}|"
        r"(?:czytaj|zobacz) (?:także|też|więcej|również).{0,20}|polecane|"
        r"читайте (?:также|еще|ещё|далее).{0,20}|(?:материалы|новости|статьи) по теме|по теме|"
        r"смотрите также|(?:ilgili|benzer) haber(?:ler)?|läs (?:mer|också|även).{0,30}|"
        r"les (?:mer|også).{0,30}|"
        r"læs (?:mere|også).{0,30}|関連記事|相关阅读|اقرأ (?:أيضا|المزيد).{0,20}",
    ),
    _kind(
        "date_stamp",
        "dateline_meta",
        rf"(?:{_STAMP_LABEL}\W*)+(?:{_DATE})?\W*(?:{_CLOCK})?(?:{_AGO})?",
        rf"(?:(?:{_STAMP_LABEL}\W*)?(?:(?:{_CLOCK})\W*)?{_DATE}\W*(?:(?:{_CLOCK})\W*)?){{1,2}}",
        rf"(?:{_STAMP_LABEL}\W*)?{_AGO}",
        rf"{_CLOCK}",
    ),
    _kind(
        "byline",
        "byline",
        # Possessive, since names can be cut in many ways: a line that is none fails in one pass.
        r"(?:by|von|par|por|di|da|door|av|af|autor|author|автор|written by|text|reporting by|"
        r"story by|edited by|yazan)\W{1,3}(?=.*?\w.*?\w)(?:(?:[\w'’-]{2,}+\.?+|\w\.?+)"
        r"[ ,/&|•·-]*+(?:(?:and|und|et|y|e|en|och|og)\b)?\s*+){1,6}",
        r"(?:by )?(?:staff (?:reporter|writer|reports?|correspondent)|news desk|web desk|agencies|"
        r"newsroom|our correspondent|associated press|reuters|afp|dpa|tass)(?: .{0,20})?",
        r"(?:about|meet|view all posts by|see all (?:posts|articles) by|more from|follow) "
        r"(?:the )?(?:authors?|writer|reporter)s?.{0,30}|biography|contributors?",
    ),
    _kind(
        "photo_credit",
        "photo_credit",
        r"(?:photo|image|picture|foto|photograph|photos|bild|video|graphic|crédit photo|"
        r"photo credit|"
        r"image credit|image source|picture credit|photo by|image:|bildquelle|quelle|fuente|"
        r"fotografía|imagen|фото|illustration|getty|credits?)s?(?: by)?\s?[:/|©–-]\s?.{2,80}",
        r"(?:photo|image|picture|foto|video)s? (?:by|courtesy|von|de|provided|via|credit) .{2,80}",
        r"(?:©|\(c\)|copyright:)(?! ?(?:19|20)\d\d)(?!.*(?:rights|rechte|droits|derechos)).{2,80}",
        r"(?:getty images|afp|reuters|ap|epa|dpa|tass|shutterstock|"
        r"istock|unsplash|pixabay|ap photo|picture alliance|imago)(?:\s?[/|,-]\s?.{2,40})?",
        # The look ahead spares lines without a bar the search for one behind each character.
        r"(?=[^/|]*[/|]).{2,40}\s?[/|]\s?(?:getty images|afp|reuters|ap|epa(?:-efe)?|dpa|tass|"
        r"shutterstock|istock|unsplash|pixabay|ap photo|picture alliance|imago|anadolu|xinhua|"
        r"bloomberg|ritzau|tt|ntb|anp|ansa|efe)",
    ),
    _kind(
        "subscribe",
        "subscribe_appeal",
        r"(?:subscribe|sign[ -]?up|register|log[ -]?in|sign[ -]?in|my account|join(?: now| us)?|"
        r"start (?:your )?free trial|get started|already a (?:subscriber|member).{0,40}|"
        r"newsletters?|subscriptions?|become a (?:member|subscriber))"
        r"(?: (?:to|for|now|here|today|free|our|the|or|in|up|us|a|with|newsletters?|daily|email|"
        r"alerts?|login|register|account|log|sign|subscribe|print|digital|edition|access))*",
        r"(?:jetzt )?(?:abonnieren|anmelden|registrieren|abo|newsletter.{0,20})|"
        r"s'abonner|abonnez-vous|s'inscrire|se connecter|suscr[ií]bete|suscribirse|iniciar sesión|"
        r"assine(?: já)?|entrar|abbonati|accedi|iscriviti|abonneer|inloggen|aanmelden|"
        r"zaloguj.{0,10}|"
        r"подписаться|войти|abone ol|giriş yap|prenumerera|logga in|logg inn|bli abonnent",
    ),
    _kind(
        "donate",
        "donation_appeal",
        r"(?:donate|support us|contribute|give|become a (?:supporter|patron|donor)|"
        r"make a (?:donation|contribution|gift))(?: (?:now|today|here|monthly|once|to us|"
        r"to .{1,30}))?",
        r"(?:please )?support (?:the|our|us|independent|quality|local|this) ?.{0,40}[!]",
        r"support (?:our|independent|quality|local|public) .{0,12}journalism.{0,20}",
        r"remind me (?:later|in .{2,20})|(?:one[ -]time|once|single|monthly|annual(?:ly)?|"
        r"yearly)(?: (?:gift|donation|support))?|"
        r"payment methods?|choose an amount|other amount|[$€£]\s?\d+(?: (?:a|per) month)?",
        r"(?:jetzt )?spenden|unterstützen sie uns|faire un don|soutenez[ -].{0,30}|"
        r"haz una donación|dona(?: ahora)?|apóyanos|apoie.{0,30}|doe(?:e|ar)(?: agora)?|"
        r"dona ora|sostienici|doneer(?: nu)?|steun ons|wesprzyj.{0,20}|поддержать.{0,20}|"
        r"поддержите.{0,20}|"
        r"bağış yap|stöd oss|støtt oss|støt os",
    ),
    _kind(
        "channel",
        "channel_plug",
        r"(?:follow|like|join|find|add)(?: us| .{1,30})? (?:on|in|at|as)(?: (?:our|your|a))?\W*"
        rf"(?:(?:{_SHARE}|google(?: news| discover)?|apple news|preferred source|"
        rf"social media)(?:\W| and | or )*)+(?:channel|page|here)?",
        r"follow(?: us| @?\w+)?",
        r"download (?:the|our) .{0,20}app.{0,30}|get (?:the|our) app.{0,30}|"
        r"(?:google play|app store|apple podcasts|spotify)",
        r"folgen sie uns.{0,40}|suivez[ -]nous.{0,40}|síguenos.{0,40}|siga[ -].{0,40}|"
        r"seguici.{0,40}|"
        r"volg ons.{0,40}|obserwuj nas.{0,40}|подпи(?:шись|сывайтесь).{0,60}|bizi takip.{0,40}|"
        r"följ oss.{0,40}|følg oss.{0,40}",
    ),
    _kind(
        "advertisement",
        "advertisement",
        r"(?:advertis(?:e|ement|ing)s?|adverts?|ad|ads by .{1,20}|sponsored(?: by .{1,30})?|"
        r"promoted|"
        r"paid (?:content|post|partnership)|partner content|promotion|story continues below.{0,30}|"
        r"(?:article|story|post) continues (?:below|after).{0,40}|continue reading below|"
        r"scroll to continue.{0,30}|skip ad(?:vertisement)?|remove ads?|report (?:this )?ad|"
        r"why (?:am i seeing )?this ad.{0,10}|loading\W{0,3}|anzeige|werbung|publicité|publicidad|"
        r"publicidade|pubblicità|advertentie|reklam[aey]?|реклама|annons|annonse|annonce)",
        r"advertisement\W+.{0,40}|(?:anzeige|werbung)\W.{0,30}",
    ),
    _kind(
        "legal",
        "legal",
        r"(?:©|\(c\)|copyright\b).{0,120}",
        r".{0,60}all rights reserved.{0,40}",
        r"(?:terms|privacy|contact|imprint|impressum|datenschutz|about)(?: (?:of|and|&) )?"
        r"(?: ?(?:use|service|policy|conditions|notice|us|statement|terms|privacy))*",
        r"disclaimer.{0,20}|corrections?(?: policy)?|terms (?:of|and|&) .{2,30}|privacy policy|"
        r"do not sell.{0,50}|agb|mentions légales|aviso legal|política de privacidad.?",
        r"this material may not be published.{0,80}|alle rechte vorbehalten.{0,20}|"
        r"tous droits réservés.{0,20}|todos los derechos reservados.{0,20}|"
        r"все права защищены.{0,20}|"
        r"tutti i diritti riservati.{0,20}|todos os direitos reservados.{0,20}",
    ),
    _kind(
        "cookie",
        "cookie_notice",
        r"(?:accept|reject|manage|allow)(?: all)?(?: (?:cookies?|preferences|choices|settings|"
        r"consent))?",
        r"(?:cookies?|privacy) (?:settings|preferences|policy|notice|choices)|"
        r"(?:alle )?(?:cookies )?(?:akzeptieren|ablehnen)|tout accepter|aceptar(?: todo| cookies)?",
    ),
    _kind(
        "widget_title",
        "navigation",
        r"(?:top|trending|popular|latest|live|breaking|featured|most read)(?: (?:content|news|now|"
        r"stories|topics?|updates?|trending|today|videos?|photos?|galler(?:y|ies)|this week))*",
        r"home(?:page)?|menu|search|sections?|topics?|tags?\W{0,2}|(?:tags|topics|filed under|"
        r"schlagworte|themen|etiquetas|temas|теги|categor(?:y|ies)|"
        r"topics? in this article)\W.{0,120}|"
        r"skip to .{2,30}|site ?map|contact(?: us)?|about(?: us)?|careers|help|faq|jobs|archives?|"
        r"(?:zur )?startseite|nach oben|accueil|inicio|início",
    ),
    _kind(
        "source_line",
        "source_credit",
        r"(?:sources?|quellen?|fuentes?|fontes?|font[ei]|bron(?:nen)?|źródł[oa]|источник(?:и)?|"
        r"kaynak(?:lar)?|"
        r"källor?|kilder?)\s?:\s?.{2,140}",
    ),
)

_KIND_NAMED = {kind.name: kind for kind in KINDS}
_ANY_KIND = re.compile("|".join(f"(?P<{kind.name}>{kind.pattern.pattern})" for kind in KINDS))
_EDGE = " \t-–—•·*>»›|:.…→▶►✓#«\"“”'"  # marks that pages set around a label


def fold_label(line: str) -> str:
    """Lower-case form of a line without the marks that pages set around a label."""
    return line.lower().replace("’", "'").strip(_EDGE)


_WORD = re.compile(r"[^\W\d_]{3,}")


def _list_heads() -> frozenset[str]:
    """First three letters of all words in the patterns; a line without any cannot match."""
    sources = re.sub(r"\\\w", " ", " ".join(kind.pattern.pattern for kind in KINDS))
    return frozenset(word[:3] for word in _WORD.findall(sources))


_HEADS = _list_heads()


def match_kind(line: str, tokens: list[str]) -> Kind | None:
    """First kind of `KINDS` whose pattern matches the whole line, None for other lines.

    `tokens` are the lower-case words of the line; they rule out most lines before any pattern.
    """
    if len(line) > MAX_KIND_CHARS or not _may_match(tokens):
        return None
    return _match_folded(fold_label(line))


def _may_match(tokens: list[str]) -> bool:
    return any(map(_may_stand_in_label, tokens))


@lru_cache(maxsize=1 << 16)  # the words of news repeat; the bound keeps memory flat
def _may_stand_in_label(token: str) -> bool:
    return token[:3] in _HEADS or len(token) < 3 or not token.isalpha()


@lru_cache(maxsize=1 << 14)  # labels recur over documents; the bound keeps memory flat
def _match_folded(folded: str) -> Kind | None:
    # Order of KINDS matters: narrow kinds stand before those with open ends.
    match = _ANY_KIND.fullmatch(folded)
    return _KIND_NAMED[match.lastgroup] if match else None
