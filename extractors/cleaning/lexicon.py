"""Words that appeals, plugs, credits and notices are made of, by family.

General knowledge of how outlets write in English, German, French, Spanish, Portuguese, Italian,
Dutch, Polish, Russian, Turkish, Swedish, Danish and Norwegian. A word that ends in "*" stands for
all words that begin so; entries with a space are sequences of words.
"""

from __future__ import annotations

from itertools import pairwise

FAMILIES: dict[str, str] = {
    # The reader is addressed.
    "you": """
        you your yours yourself sie ihr ihre ihren ihrem ihrer dich dir dein deine deinen deiner
        euch vous vos votre usted ustedes tus você vocês seu sua teu voi vostro vostra vostri
        tuo tua jou jouw uw je jij twój twoja twoje wasz wasza ciebie вы вас вам вами ваш* твой
        твоя siz sizin ditt dina dig deg dere jer jeres
    """,
    # The outlet speaks of itself.
    "we": """
        we our ours wir unser unsere unseren unserem unserer unseres uns nous notre nuestro
        nuestra nuestros nuestras nosotros nós nosso nossa nossos nossas noi nostro nostra
        nostri nostre onze wij nasz nasza nasze мы нас нам нами наш наша наше наши нашего нашей
        biz bizi bizim bize oss vår vårt våra vores vore
    """,
    # What the reader is asked to do.
    "ask": """
        please subscribe donate download register consider bitte abonnieren abonnez inscrivez
        soutenez suivez rejoignez cliquez téléchargez suscríbete suscribite suscríbase apóyanos
        síguenos síganos únete descarga descargue regístrate regístrese assine apoie inscreva
        clique baixe siga doe abbonati abbonatevi iscriviti iscrivetevi seguici sostieni
        sostienici scarica clicca dona abonneer steun volg klik wesprzyj dołącz subskrybuj
        obserwuj kliknij zapisz подпишитесь подписывайтесь поддержите присоединяйтесь скачайте
        читайте takip abone destekleyin prenumerera följ støtt støt følg spenden folgen
        unlock enable accept acceptez choisissez cochez accepta scegli accetta attiva accepteer
        kies wybierz zaakceptuj pobierz оформите выберите включите зарегистрируйтесь войдите
        примите indirin kaydolun seçin onaylayın godkänn välj hämta godta velg godkend vælg hent
        akzeptieren registrieren acepta acepte elige elija aceite escolha cadastre
       |sign up|join us|join our|click here|tap here|follow us|follow our|help us
       |support us|support our|become a|get our|get the|get unlimited|favor to|favour to
       |need your|visit our|check out|stay informed|stay up|stay connected|stay tuned
       |stay ahead|don t|never miss|be the first|like us|contact us|with us|give us
       |find us|add us|sign in|log in|melden sie|unterstützen sie|folgen sie|laden sie
       |werden sie|testen sie|lesen sie|faites un|haz clic|haga clic|schrijf je|meld je
       |sluit je|faça parte|fai una|give today|turn on|share your|tell us|send us
       |write to|create a|create your|choose a|choose your|pick a|chip in|opt in|click on
       |melde dich|wählen sie|créez un|créez votre|crea una|crea tu|crie sua|crie uma
       |maak een|log ind|logg inn|logga in|last ned|załóż konto|üye olun|kabul edin
    """,
    # Money and membership.
    "money": """
        donat* contribut* support supporter supporters supporting monthly annual annually yearly
        fund funded funding membership member members gift patron* spend* unterstütz* beitrag
        beiträge monatlich mitglied* souten* soutien* donaci* donativo* apoy* socio socios doaç*
        apoi* donazion* sosten* sostegn* doner* donatie* steun* darowizn* wspar* wspier*
        miesięcznie пожертв* донат* поддерж* bağış* destek* aylık stöd* bidrag* støtte*
       |tax deductible|faites un|un don|per month|a month|per year|a year|per week
       |a week|one time|im monat|pro monat|par mois|al mes|por mês|al mese|per maand
       |в месяц|за месяц|pr måned|per månad
    """,
    # What outlets offer.
    "offer": """
        newsletter newsletters subscri* inbox notification notifications alerts premium paywall
        app apps podcast podcasts channel channels unlimited epaper abo abos abonn* kanal
        kanale* canal canale* chaîne infolettre bolet* suscri* assinatur* assinant* abbonament*
        nieuwsbrief* prenumerat* subskrypc* рассылк* канал* подписк* телеграм* bülten* abone*
        nyhetsbrev* nyhedsbrev* notificaciones notifiche benachrichtigung* epaper login account
        registrier* uygulama* aplikacj* aplicativo* приложени* appen abonament* bildirim*
        powiadomie* notificações meldingen
       |e mail|email address|google news|apple news|free trial|full access|ad free
       |print edition|digital edition|sign in|log in|push notifications|whatsapp channel
       |app store|google play
    """,
    "network": """
        whatsapp telegram facebook twitter instagram youtube tiktok linkedin threads bluesky
        flipboard viber discord mastodon pinterest snapchat телеграм* телеграмм* вконтакте
       |google news|apple news
    """,
    # The press about itself.
    "press": """
        journalis* independent reporting newsroom headlines investigative stories readers reader
        unabhängig* redaktion* nachrichten indépendan* rédaction* actualité* periodis*
        independiente* noticias lectores jornalis* leitores giornalis* indipendent* notizie
        lettori journalistiek* onafhankelijk* nieuws lezers dziennikar* niezależn* czytelni*
        журналис* независим* новост* читател* gazetecilik bağımsız haber haberler haberleri
        okur* oberoende nyheter nyheterna uavhengig* läsare lesere
       |breaking news|latest news|local news|news source|top stories
    """,
    "credit": """
        photo photos photograph* foto fotos image images getty afp reuters dpa epa tass imago
        shutterstock handout courtesy credit credits bild bilder фото снимок video via istock
        alamy pool archiv archive screenshot fotografía imagen fotografia zdjęcie kuva anadolu
        xinhua illustration grafik graphic
       |ap photo|picture alliance|file photo
    """,
    "role": """
        reporter reporters correspondent editor journalist journaliste redakteur* author writer
        columnist covers contributed reporting freelance redactor periodista giornalista
        dziennikarz обозреватель корреспондент автор autor autorin muhabir editora reportero
        producer biography bachelor university joined twitter specializing
    """,
    "rights": """
        rights reserved copyright terms privacy policy cookie cookies disclaimer trademark
        license licensed redistributed rechte vorbehalten datenschutz* droits réservés derechos
        reservados direitos diritti riservati права защищены impressum consent affiliate
        commission
    """,
    # Reading on has a condition.
    "paywall": """
        weiterlesen paywall betaalmuur bezahlschranke
       |keep reading|continue reading|to read|read on|full story|full article|free articles
       |article limit|zu lesen|weiter zu|lire la
       |lire cet|continuer à|seguir leyendo|leer el|continuar lendo|continuar a|ler o
       |continuare a|leggere tutto|leggere l|verder lezen|verder te|lees verder
       |läsa vidare|läsa hela|lese resten|lese videre|lese hele|læse videre|læs videre
       |czytać dalej|czytaj dalej|читать далее|читать все|без ограничений|okumaya devam
       |sınırsız erişim|subscribers only|nur für|réservé aux|para suscriptores
       |para assinantes|per abbonati|voor abonnees|för prenumeranter|for abonnenter
       |для подписчиков
    """,
    "cookie": "cookie cookies çerez* плагин* javascript adblock* werbeblocker informationskapsler",
    "share": """
        share shares tweet comment comments reply teilen kommentar* partager compartir
        compartilhar condividi delen paylaş dela поделиться комментар* print email like follow
        copy link
    """,
    "date": """
        published updated posted ago min mins read uhr stand publié publicado aktualisiert gmt
        edt est utc pst pm am january february march april june july august september october
        november december januar februar märz mai juni juli oktober dezember janvier février
        mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo
        abril mayo junio julio agosto septiembre octubre noviembre diciembre января февраля
        марта апреля мая июня июля августа сентября октября ноября декабря jan feb mar apr jun
        jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """,
    "ad": """
        advertisement advertising sponsored promoted ad ads anzeige werbung publicité publicidad
        publicidade pubblicità advertentie reklam* реклама annons annonse deal deals buy shop
        price coupon offer offers discount loading
    """,
    "link": "com org net www http https html co",
    "pose": "pictured left right centre center l r links rechts gauche file above seen during",
    "by": "by von par por di door av af text автор autor author",
    "related": """
        related trending recommended popular more latest watch read see also next gallery photos
        lesen mehr auch lire aussi leer más también leia mais leggi anche lees ook czytaj
        читайте также oku läs mer les også læs ilgili continue explore
    """,
}
FAMILY_NAMES = tuple(FAMILIES)  # at most 19, and 255 words of pairs: see word_facts.py


def _compile() -> tuple[dict[str, int], dict[str, int], dict[tuple[str, str], int]]:
    words: dict[str, int] = {}
    stems: dict[str, int] = {}
    pairs: dict[tuple[str, str], int] = {}
    for k, text in enumerate(FAMILIES.values()):
        single, *phrases = text.split("|")
        for word in single.split():
            table, key = (stems, word[:-1]) if word.endswith("*") else (words, word)
            table[key] = table.get(key, 0) | 1 << k
        for phrase in phrases:
            first, second = phrase.split()[:2]
            pairs[first, second] = pairs.get((first, second), 0) | 1 << k
    return words, stems, pairs


_WORDS, _STEMS, PAIR_FAMILIES = _compile()  # families as bits, in the order of FAMILY_NAMES
# The words that pairs are made of, numbered from 1.
PAIR_WORDS = {
    word: k for k, word in enumerate(dict.fromkeys(w for pair in PAIR_FAMILIES for w in pair), 1)
}
_PAIR_HEADS = frozenset(first for first, _ in PAIR_FAMILIES)
_HEAD, _LONGEST_STEM = min(map(len, _STEMS)), max(map(len, _STEMS))
_STEM_HEADS = frozenset(stem[:_HEAD] for stem in _STEMS)  # few words begin like one


def find_word_families(word: str) -> int:
    """Families of one lower-case word, as bits in the order of FAMILY_NAMES."""
    bits = _WORDS.get(word, 0)
    if word[:_HEAD] in _STEM_HEADS:
        for size in range(_HEAD, min(len(word), _LONGEST_STEM) + 1):
            bits |= _STEMS.get(word[:size], 0)
    return bits


def family_bits(*names: str) -> int:
    """The families as bits."""
    return sum(1 << FAMILY_NAMES.index(name) for name in names)


def find_families(tokens: list[str]) -> int:
    """Families of all words and pairs of words in `tokens`, as bits."""
    bits = 0
    for token in tokens:
        bits |= find_word_families(token)
    if not _PAIR_HEADS.isdisjoint(tokens):
        for pair in pairwise(tokens):
            bits |= PAIR_FAMILIES.get(pair, 0)
    return bits
