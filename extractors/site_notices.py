"""Is a page the notice of a site in an article's place: not found, blocked, are you a robot?

Crawlers save such pages under the address of the article. The phrases are common knowledge of what
servers, content management systems and walls against robots say.
"""

from __future__ import annotations

import re

MOST_WORDS = 80  # of the body; a longer page says something else as well
MOST_CHARACTERS = 800  # the same, for scripts that set no spaces between words
LONGEST_TAIL = 80  # characters of the line behind the phrase
# Said by nobody else: the line may go on.
OWN = (
    r"checking your browser|checking if the site connection is secure|"
    r"enable javascript and cookies|please (?:enable|turn on|allow) (?:javascript|cookies|js)|"
    r"javascript is (?:disabled|required)|(?:please )?verify (?:that )?you are (?:a )?human|"
    r"verifying you are human|(?:please )?confirm (?:that )?you are (?:not a robot|a human)|"
    r"(?:are|if) you(?:'re| are)? (?:not )?a robot|pardon our interruption|"
    r"please complete the security check|ddos protection by|attention required! \||"
    r"(?:we have|we've) detected unusual (?:traffic|activity)|"
    r"you (?:don't|do not) have permission to access|"
    r"(?:error )?(?:404|403|410|429|50[0234])\s*(?:[-–—:|.]\s*)?(?:error|not found|page not found|"
    r"forbidden|gone|too many requests|internal server error|bad gateway|service unavailable)|"
    r"(?:sorry, )?(?:the|this) page (?:you (?:requested|are looking for|were looking for|tried)|"
    r"(?:cannot|can't|could not) be found|isn't available|does(?:n't| not) exist)|"
    r"(?:sorry, )?we (?:can't|cannot|couldn't|could not) find (?:the|that|this) page|"
    r"that page can't be found|this (?:content|site) is (?:currently )?not available in your|"
    r"(?:451\W+)?unavailable due to legal reasons|if you think you have been blocked|"
    r"your access to this (?:site|service) has been (?:limited|blocked)|"
    r"let us know you're not a robot|"
    r"(?:die (?:angeforderte |gewünschte )?)?seite (?:wurde )?nicht gefunden|"
    r"die (?:von ihnen )?(?:gesuchte )?seite(?:, die sie suchen,)? (?:existiert|konnte|gibt es)|"
    r"la page que vous (?:recherchez|cherchez|avez demandée|demandez)|"
    r"no (?:hemos encontrado|se (?:ha )?(?:encontrado|encuentra)|existe) la página|"
    r"la página que (?:buscas?|ha solicitado|solicitaste)|"
    r"a página que você (?:procura|está procurando|tentou)|"
    r"la pagina (?:che (?:cerchi|stai cercando|hai richiesto)|richiesta) |"
    r"deze pagina (?:bestaat|is) niet|подтвердите, что (?:вы не робот|запросы)|"
    r"strona, której szukasz|sidan (?:som )?du (?:letar efter|söker)|aradığınız sayfa|"
    r"(?:запрашиваемая )?страница (?:не существует|удалена)|"
    r"(?:la )?page (?:demandée )?(?:est )?(?:introuvable|non trouvée|n'existe (?:pas|plus))|"
    r"página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden|"
    r"strona nie została znaleziona|nie znaleziono strony|"
    r"sidan (?:kunde inte hittas|hittades inte)|страница не найдена|сторінку не знайдено|"
    r"sayfa bulunamadı|الصفحة (?:غير موجودة|المطلوبة)|页面(?:不存在|未找到)|您访问的页面|"
    r"ページが見つかりません|"
    r"페이지를 찾을 수 없습니다"
)
# Also the beginning of headlines: the line holds nothing else.
BARE = (
    r"access (?:to this page has been )?denied|forbidden|not found|page not found|"
    r"just a moment|one more step|attention required|robot check|unauthorized|"
    r"(?:service (?:temporarily )?|temporarily )unavailable|bad gateway|internal server error|"
    r"too many requests|error 404|404|zugriff verweigert|accès (?:refusé|interdit)|"
    r"acceso denegado|acesso negado|accesso negato|доступ запрещ[её]н"
)
OOPS = (
    r"(?:(?:o+ps|ou?ps|ops|ups|upss?|hoppla|sorry|vaya|désolée?|siamo spiacenti|"
    r"lo sentimos|przepraszamy|oj|beklager)\W+)?"
)
NOTICE = re.compile(rf"\W*{OOPS}(?:(?:{OWN}).{{0,{LONGEST_TAIL}}}|(?:{BARE})\W*)", re.I)


def find_notice(title: str | None, text: str) -> str | None:
    """The headline or line that shows a short page to be a notice; None for what may be news."""
    if len(text) > MOST_CHARACTERS or len(text.split()) > MOST_WORDS:
        return None
    lines = (line.strip().replace("’", "'") for line in (title or "", *text.split("\n")))
    return next((line for line in lines if line and NOTICE.fullmatch(line)), None)
