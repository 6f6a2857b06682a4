"""Words by which names in bylines are told from roles and organisations; general knowledge."""

from __future__ import annotations

# Words inside names that may begin with a small letter.
PARTICLES = frozenset(
    "de da do dos das di del della la le al el bin bint ibn van von vom der den ter ten te af av "
    "zu zum zur y e ben ap mac mc du des san st st. 't d' o' dal dalla lo los las abu"
    .split()
)  # fmt: skip
# Words for the people of an outlet as a whole: "Guardian staff reporter", "Redaktion Morgenblatt".
STAFF = frozenset(
    "staff team desk newsroom newsdesk editors redaktion redaktionen redazione redacción redaccion "
    "redação redacao rédaction redactie redakcja redakce redaksi toimitus редакция редакція"
    .split()
)  # fmt: skip
# Words of roles and of the rooms of a house: whoever is called so is no person.
ROLES = frozenset(
    "editor editorial reporter reporters correspondent correspondents contributor contributors "
    "writer writers columnist author authors admin administrator webmaster intern producer "
    "photographer photo photos video minute minutes share comment comments subscribe updated "
    "published posted sponsored advertisement anonymous unknown developer director officer "
    "chief professor analyst redaktør redaktor корреспондент nachrichten noticias news notizie "
    "nieuws haber berita actualités agency agencia agenzia agence agentur agencias agenturen "
    "service services department office bureau blog blogger opinion sport sports politics "
    "business local panorama wirtschaft politik kultur lokales contributing senior deputy "
    "executive managing alle artikel beitrag beiträge inhalte gesponserte anzeige articles "
    "associate assistant online web digital content partner partners journalist journalistin "
    "journaliste giornalista periodista redakteur redakteurin korrespondentin chefredakteur "
    "korrespondent rédacteur rédactrice redactor redactora dziennikarz novinář журналист "
    "обозреватель freelance freelancer".split()
)
# Words that make a name one of an organisation; not those that are frequent surnames (Sun, Star).
ORGANISATIONS = frozenset(
    "times post herald tribune gazette journal magazine media network networks radio television "
    "tv channel broadcasting inc inc. ltd ltd. llc gmbh ag corp corp. corporation company group "
    "university universität université universidad institute institut instituto college school "
    "center centre association foundation society council committee ministry government "
    "federation union zeitung presse tageblatt verlag daily weekly today observer chronicle "
    "partei verein sekretariat feuerwehr ministerium bundesministerium stiftung verband "
    "akademie hochschule abteilung amt party club police department guardian mirror review "
    "report reports insider studios productions images".split()
)
# Words of senders that are no persons.
HOUSES = frozenset(
    "the newsletter news brief briefing digest alert alerts nachrichten noticias notizie notícias "
    "nouvelles actualités nieuws wiadomości новости новини haber أخبار समाचार".split()
)
# Words that name newspapers, and a person where a given name stands before: Jim Courier.
PAPERS = frozenset(
    "courier ledger star echo standard independent mail globe telegraph telegram "
    "dispatch examiner inquirer enquirer advertiser bulletin sentinel express register argus "
    "nation record kurier bote anzeiger rundschau tagblatt wochenblatt diario jornal correio "
    "corriere gazzetta courrier dépêche quotidien dagblad dagbladet bladet avisen sanomat "
    "noviny deník gazeta hírlap вестник газета новости вісник новини".split()
)
