"""Labels of what a reader can do on a page: read, share, comment, go on to the next article.

The phrases are common knowledge of how outlets label their pages, in English, German, French,
Spanish, Portuguese, Italian, Dutch, Polish, Russian, Turkish and the Scandinavian languages.
"""

from __future__ import annotations

from extractors.cleaning.labels.parts import NUM, SHARE, THIS, Kind, make_kind

CONTROL_KINDS: tuple[Kind, ...] = (
    make_kind(
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
    make_kind(
        "reader_control",
        "reader_control",
        r"(?:read(?:er|ing)?|night|dark|light) mode",
        r"(?:\d+ ?%? ?)?(?:font|text)[ -]?size.{0,12}",
        r"(?:a\s?[-+]\s?){1,3}a?",
        r"increase font size|decrease font size|larger|smaller",
        r"(?:print|save|listen|copy|bookmark|download|gift|translate)" + THIS + r"(?: pdf)?",
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
    make_kind(
        "share_bar",
        "share_bar",
        r"(?:share|tweet|pin|post|like|e-?mail|send)" + THIS + rf"(?: (?:on|via|by|to|with|in) )?"
        rf"(?:\W*{SHARE})*",
        rf"(?:{SHARE}\W+){{1,10}}{SHARE}?",
        r"(?:share|click to share) (?:on|to|via).{0,40}",
        rf"{SHARE}",
        r"(?:social )?shar(?:e|es|ing)(?: options| tools| buttons)?|sharethis",
        rf"{NUM} ?shares?",
        r"copy (?:the )?(?:link|url)|link copied!?|url copied.{0,20}",
        r"(?:artikel |beitrag |diesen artikel |jetzt )?teilen(?: auf.{0,20}| sie.{0,40})?",
        r"partager(?: .{0,30})?|compartir(?: .{0,30})?|compartilh(?:e|ar)(?: .{0,30})?|"
        r"condividi(?: .{0,30})?|deel(?: (?:dit|op|via|artikel).{0,30})?|delen|"
        r"udostępnij(?: .{0,30})?|поделиться(?: .{0,30})?|paylaş(?: .{0,20})?|dela(?: .{0,20})?|"
        r"del(?: på.{0,20})?|gefällt mir|j'aime",
    ),
    make_kind(
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
    make_kind(
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
)
