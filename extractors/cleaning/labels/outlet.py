"""Labels by which an outlet speaks of itself: subscriptions, channels, notices, its own pages.

The phrases are common knowledge of how outlets label their pages, in English, German, French,
Spanish, Portuguese, Italian, Dutch, Polish, Russian, Turkish and the Scandinavian languages.
"""

from __future__ import annotations

from extractors.cleaning.labels.parts import SHARE, Kind, make_kind

OUTLET_KINDS: tuple[Kind, ...] = (
    make_kind(
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
    make_kind(
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
    make_kind(
        "channel",
        "channel_plug",
        r"(?:follow|like|join|find|add)(?: us| .{1,30})? (?:on|in|at|as)(?: (?:our|your|a))?\W*"
        rf"(?:(?:{SHARE}|google(?: news| discover)?|apple news|preferred source|"
        rf"social media)(?:\W| and | or )*)+(?:channel|page|here)?",
        r"follow(?: us| @?\w+)?",
        r"download (?:the|our) .{0,20}app.{0,30}|get (?:the|our) app.{0,30}|"
        r"(?:google play|app store|apple podcasts|spotify)",
        r"folgen sie uns.{0,40}|suivez[ -]nous.{0,40}|síguenos.{0,40}|siga[ -].{0,40}|"
        r"seguici.{0,40}|"
        r"volg ons.{0,40}|obserwuj nas.{0,40}|подпи(?:шись|сывайтесь).{0,60}|bizi takip.{0,40}|"
        r"följ oss.{0,40}|følg oss.{0,40}",
    ),
    make_kind(
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
    make_kind(
        "legal",
        "legal",
        r"(?:©|\(c\)|copyright\b).{0,150}",
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
    make_kind(
        "cookie",
        "cookie_notice",
        r"(?:accept|reject|manage|allow)(?: all)?(?: (?:cookies?|preferences|choices|settings|"
        r"consent))?",
        r"(?:cookies?|privacy) (?:settings|preferences|policy|notice|choices)|"
        r"(?:alle )?(?:cookies )?(?:akzeptieren|ablehnen)|tout accepter|aceptar(?: todo| cookies)?",
    ),
    make_kind(
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
    make_kind(
        "source_line",
        "source_credit",
        r"(?:sources?|quellen?|fuentes?|fontes?|font[ei]|bron(?:nen)?|źródł[oa]|источник(?:и)?|"
        r"kaynak(?:lar)?|källa|källor|kilder?|lähde|lähteet|zdroj(?:e)?|forrás(?:ok)?|surs[aăe]|"
        r"πηγ(?:ή|ές)|izvori?|vir[ai]?|извори?|джерел[оа]|allikas|avots|šaltinis|المصدر|مصدر|المصادر|"
        r"מקור|منبع|स्रोत|sumber|nguồn|ที่มา|来源|來源|出典|자료|출처)\s?[:：]\s?.{2,140}",
    ),
)
